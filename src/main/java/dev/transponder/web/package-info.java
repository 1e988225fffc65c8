/**
 * The HTTP servers: the pages of updates, the feeds, and whether the program is well; and, on the
 * admin address, refresh and status for whoever runs it.
 *
 * <p>Start with {@link dev.transponder.web.WebServer}; {@code Site} says which path is what, {@code
 * AdminSite} and {@code AdminGuard} do so for {@link dev.transponder.web.AdminServer}, {@code
 * Reply} speaks conditional HTTP, {@code Card} and {@code EntryView} are what the templates in
 * {@code src/main/jte} show. Plain HTML and CSS, no JavaScript. Hides Jetty, jte and the JSON of
 * the admin address. Does not decide what is shown ({@code publish}) and does not make HTML safe
 * ({@code clean}): it shows clean HTML and escapes all else.
 */
@NullMarked
package dev.transponder.web;

import org.jspecify.annotations.NullMarked;

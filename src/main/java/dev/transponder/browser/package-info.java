/**
 * Pages that need JavaScript: runs their scripts in the Chromium of this machine and gives the HTML
 * that came of it.
 *
 * <p>Start with {@link dev.transponder.browser.Browser}. Inside: {@code Tools} finds Chromium and
 * Node.js, {@code Engine} is the running browser, {@code Visit} is one page in it, {@code Traffic}
 * answers what the page asks for.
 *
 * <p>The browser has no network: whatever a page asks for is fetched by {@link
 * dev.transponder.browser.Parts}, which the root joins to {@code fetch}, or refused. Does not read
 * entries and downloads no browser. Hides Playwright.
 */
@NullMarked
package dev.transponder.browser;

import org.jspecify.annotations.NullMarked;

/**
 * When things happen: which source is due, the daily jobs, and the pace of requests to each host.
 *
 * <p>{@link dev.transponder.schedule.HostPacer} spaces the requests. Does not decide when a source
 * is next read ({@code refresh} does, and the store remembers it). Hides Quartz.
 */
@NullMarked
package dev.transponder.schedule;

import org.jspecify.annotations.NullMarked;

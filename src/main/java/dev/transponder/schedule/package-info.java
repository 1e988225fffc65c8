/**
 * When things happen: the jobs that run each second, and the pace of requests to each host.
 *
 * <p>Start with {@link dev.transponder.schedule.Schedule}; {@link
 * dev.transponder.schedule.HostPacer} spaces the requests, {@link dev.transponder.schedule.Expunge}
 * purges once a day. Does not decide when a source is next read ({@code refresh} does, and the
 * store remembers it). Hides Quartz.
 */
@NullMarked
package dev.transponder.schedule;

import org.jspecify.annotations.NullMarked;

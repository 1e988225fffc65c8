/**
 * From source to store: one source, once.
 *
 * <p>Start with {@link dev.transponder.refresh.Refresher}, the whole way in one method: look
 * (fetch, feed or page, clean), identify, decide, fill in full texts, store. {@link
 * dev.transponder.refresh.SourceReader} looks and computes in the {@link
 * dev.transponder.refresh.Workshop}, {@link dev.transponder.refresh.Decider} decides and does
 * nothing, {@link dev.transponder.refresh.NextCheck} says when to look again and why, {@link
 * dev.transponder.refresh.RefreshPool} does many at a time: those that are due ({@link
 * dev.transponder.refresh.Crowd} chooses) and those that somebody asks for ({@link
 * dev.transponder.refresh.OnRequest}). {@link dev.transponder.refresh.Outage} tells our own network
 * from theirs. Does not know what is due (the store does) nor when to ask for it ({@code schedule}
 * does).
 */
@NullMarked
package dev.transponder.refresh;

import org.jspecify.annotations.NullMarked;

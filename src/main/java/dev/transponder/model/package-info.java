/**
 * What everything is: sources, documents, entries, outcomes, plans, as immutable records.
 *
 * <p>Start with {@link dev.transponder.model.Source} and follow a refresh: {@link
 * dev.transponder.model.Outcome} (what a site answered), {@link dev.transponder.model.Reading}
 * (what the document said), {@link dev.transponder.model.Plan} (what will be remembered), {@link
 * dev.transponder.model.StoredEntry} (what is published).
 *
 * <p>Holds no behaviour beyond its own values and uses nothing but the JDK. URLs are strings here,
 * because the URLs of the wild are not all valid {@link java.net.URI}s; unless said otherwise they
 * are absolute. All times are instants; all types are immutable and thread safe.
 */
@NullMarked
package dev.transponder.model;

import org.jspecify.annotations.NullMarked;

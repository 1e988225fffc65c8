/**
 * One exchange with a site: validators, redirects, limits, robots.txt, and which addresses may be
 * reached.
 *
 * <p>Start with {@link dev.transponder.fetch.Fetcher}. Inside: {@code Journey} follows redirects,
 * {@code Wire} sends exactly one request, {@code Verdict} says what an answer means, {@code
 * Sockets} refuses addresses at the moment of connecting, {@code Robots} says what a site's
 * robots.txt forbids.
 *
 * <p>Does not decide when to ask ({@code refresh}), does not space requests (it waits for {@link
 * dev.transponder.model.Pacing}), does not look into documents. Hides OkHttp, the brotli decoder
 * and crawler-commons.
 */
@NullMarked
package dev.transponder.fetch;

import org.jspecify.annotations.NullMarked;

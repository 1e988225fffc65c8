package dev.transponder.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking a URL. Whatever a site does is one of these, never an exception. */
public sealed interface Outcome {

  /**
   * The site sent a document.
   *
   * @param validators of this very answer, replacing all earlier ones
   * @param fresh how long the answer says it stays fresh, null if it does not say
   * @param partial whether it holds only what is new since the validators that we sent (226, RFC
   *     3229 with "A-IM: feed"); an entry that is not in it is still in the feed
   */
  record Fetched(Document document, Validators validators, @Nullable Wait fresh, boolean partial)
      implements Outcome {

    /** A whole document. */
    public Fetched(Document document, Validators validators, @Nullable Wait fresh) {
      this(document, validators, fresh, false);
    }
  }

  /**
   * The document is as we know it (304).
   *
   * @param validators to send next time: those of this answer where it has some, else those we sent
   * @param fresh as in {@link Fetched}
   */
  record NotModified(Validators validators, @Nullable Wait fresh) implements Outcome {}

  /**
   * The site, or its whole host, wants fewer requests (429, 503).
   *
   * @param status 429 or 503; 0 if nothing was sent, because the host had asked for silence before
   * @param retryAfter what it asked for, null if it did not say
   */
  record Throttled(int status, @Nullable Duration retryAfter) implements Outcome {
    /** More than any site means; a longer silence is a mistake. */
    public static final Duration LONGEST = Duration.ofDays(31);
  }

  /**
   * The URL says that it has moved for good (every redirect on the way was 301 or 308).
   *
   * @param to where to
   * @param there what was answered there
   */
  record Moved(String to, Outcome there) implements Outcome {}

  /** The site says that this is gone and will not come back (410). */
  record Gone() implements Outcome {}

  /**
   * Anything else.
   *
   * @param status of the answer, 0 if there was none
   * @param message plain words for the user: "no answer within 30 s", without secrets
   */
  record Failed(Failure failure, int status, String message) implements Outcome {}

  /** The kinds of failure that are treated differently. */
  enum Failure {
    /** The host name does not exist. */
    UNKNOWN_HOST,
    /** No connection, or it broke, or TLS failed. */
    CONNECTION,
    /** Too slow. */
    TIMEOUT,
    /** An answer other than 2xx, 304, 410, 429, 503. */
    STATUS,
    /** Too much, or it cannot be decoded, or it redirects in circles or from https to http. */
    UNUSABLE,
    /** This source may not: a non-public address, an unsupported scheme. */
    REFUSED,
    /** The site's robots.txt asks us not to; that is known until its copy is renewed. */
    FORBIDDEN
  }
}

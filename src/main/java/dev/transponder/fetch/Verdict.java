package dev.transponder.fetch;

import dev.transponder.model.Document;
import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Outcome.Fetched;
import dev.transponder.model.Outcome.Gone;
import dev.transponder.model.Outcome.NotModified;
import dev.transponder.model.Outcome.Throttled;
import dev.transponder.model.Validators;
import java.util.Arrays;
import okhttp3.Headers;

/** Says what an answer means that is not a redirect. Does not follow or send anything. */
final class Verdict {
  private final Limits limits;
  private final Times times;

  Verdict(Limits limits, Times times) {
    this.limits = limits;
    this.times = times;
  }

  /**
   * The outcome of one answer.
   *
   * @param sent the validators that the request carried
   */
  Outcome of(Answer answer, Validators sent) {
    int status = answer.status();
    return switch (status) {
      case 200, 203 -> document(answer, false);
      case 226 -> changes(answer, sent);
      case 304 -> notModified(answer, sent);
      case 410 -> new Gone();
      case 429, 503 -> new Throttled(status, times.retryAfter(answer.headers()));
      default -> failed(answer);
    };
  }

  private Outcome document(Answer answer, boolean partial) {
    Headers headers = answer.headers();
    try {
      byte[] bytes = Codings.decode(answer.raw(), limits);
      String url = answer.from().toString();
      return new Fetched(
          new Document(url, headers.toMultimap(), bytes),
          Conditions.of(headers),
          times.fresh(headers),
          partial);
    } catch (Unusable e) {
      return unusable(answer.status(), e);
    }
  }

  /** RFC 3229: a feed's new entries only, which must say so and must have been asked for. */
  private Outcome changes(Answer answer, Validators sent) {
    boolean feed =
        answer.headers().values("IM").stream()
            .flatMap(line -> Arrays.stream(line.split(",", -1)))
            .anyMatch(name -> name.strip().equalsIgnoreCase("feed"));
    return feed && sent.etag() != null
        ? document(answer, true)
        : new Failed(Failure.UNUSABLE, 226, "226 IM Used, in a way that was not asked for");
  }

  private Outcome notModified(Answer answer, Validators sent) {
    return sent.equals(Validators.NONE)
        ? new Failed(Failure.STATUS, 304, "304 Not Modified, though nothing was known before")
        : new NotModified(
            Conditions.renewed(sent, answer.headers()), times.fresh(answer.headers()));
  }

  private static Outcome failed(Answer answer) {
    int status = answer.status();
    String words = Words.status(status);
    if (answer.raw().header("cf-mitigated") != null) {
      // Cloudflare's challenge to programs: nothing that asking again could change.
      words += ": the site admits browsers only";
    }
    if (status >= 301 && status <= 308 && answer.headers().get("Location") == null) {
      words += " without a place to go";
    }
    return status >= 200 && status < 300
        ? new Failed(Failure.UNUSABLE, status, words + " instead of a document")
        : new Failed(Failure.STATUS, status, words);
  }

  static Failed unusable(int status, Unusable cause) {
    return new Failed(Failure.UNUSABLE, status, Words.reason(cause));
  }
}

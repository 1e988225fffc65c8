package dev.transponder.refresh;

import dev.transponder.model.Outcome;

/** Reads any answer of a site: what was said at its end, and that in words for the user. Pure. */
final class Answers {
  private Answers() {}

  /** What was answered at the end of all permanent redirects. */
  static Outcome settled(Outcome outcome) {
    return outcome instanceof Outcome.Moved moved ? settled(moved.there()) : outcome;
  }

  /** An answer without a document, in words for the user. */
  static String words(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed failed -> failed.message();
      case Outcome.Throttled throttled ->
          switch (throttled.status()) {
            case 0 -> "not asked: its host wants fewer requests";
            case 429 -> "429 Too Many Requests";
            default -> "503 Service Unavailable";
          };
      case Outcome.Gone _ -> "410 Gone";
      case Outcome.Moved moved -> words(moved.there());
      case Outcome.NotModified _ -> "304 Not Modified without having asked for it";
      case Outcome.Fetched fetched -> "fetched " + fetched.document().size() + " bytes";
    };
  }

  /** A URL for logs and results: without its query, which may hold a token. */
  static String shown(String url) {
    return url.split("[?#]", 2)[0];
  }
}

package dev.transponder.model;

/** Sources that differ from another in one thing. */
public final class Variants {
  private Variants() {}

  /** The same source, compared with others in another way. */
  public static Source with(Source source, Dedupe other) {
    return copy(source, other, source.rules());
  }

  /** The same source with other rules. */
  public static Source withRules(Source source, Rules others) {
    return copy(source, source.dedupe(), others);
  }

  private static Source copy(Source source, Dedupe dedupe, Rules rules) {
    return new Source(
        source.id(),
        source.url(),
        source.name(),
        source.category(),
        source.pages(),
        source.scrape(),
        source.every(),
        source.limit(),
        dedupe,
        source.headers(),
        source.allowPrivate(),
        source.paused(),
        source.fullText(),
        source.render(),
        rules);
  }
}

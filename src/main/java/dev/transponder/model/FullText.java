package dev.transponder.model;

/**
 * Where an entry stands with the text of its own page.
 *
 * @param had whether its content is that text
 * @param tries how many more times its page may be asked for; 0 if it is had, given up or not
 *     wanted
 */
public record FullText(boolean had, int tries) {
  private static final int TRIES = 3;

  /** Not wanted, or given up. */
  public static final FullText NONE = new FullText(false, 0);

  public static final FullText HAD = new FullText(true, 0);

  /** Wanted, and not asked for yet. */
  public static final FullText WANTED = new FullText(false, TRIES);

  /** After one more try that gave nothing. */
  public FullText missed() {
    return tries <= 1 ? NONE : new FullText(false, tries - 1);
  }
}

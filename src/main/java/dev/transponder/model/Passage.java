package dev.transponder.model;

/**
 * A visible block of an entry: a paragraph, an item, a quotation, a block of code.
 *
 * @param text as a reader sees it, white space folded, never empty
 */
public record Passage(Kind kind, String text) {
  /** Whose words a passage has. */
  public enum Kind {
    /** The entry's own. */
    TEXT,
    /** Those of another text. */
    QUOTE,
    /** A program's; many texts show the same. */
    CODE
  }
}

package dev.transponder.text;

import java.util.List;

/**
 * A part of a text that becomes another.
 *
 * @param start where it begins, in characters
 * @param end where it ends, exclusive
 * @param with what stands there instead
 */
public record Edit(int start, int end, String with) {
  /**
   * The text with some edits.
   *
   * @param edits in the order of the text, none overlapping another
   */
  public static String apply(String text, List<Edit> edits) {
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    for (Edit edit : edits) {
      out.append(text, copied, edit.start()).append(edit.with());
      copied = edit.end();
    }
    return out.append(text, copied, text.length()).toString();
  }
}

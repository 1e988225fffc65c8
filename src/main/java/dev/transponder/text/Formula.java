package dev.transponder.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A formula in a plain text, in the delimiters of LaTeX.
 *
 * @param start of its opening delimiter
 * @param end behind its closing delimiter
 */
record Formula(int start, int end) {
  /** In characters; a delimiter that is not closed within that is text. */
  private static final int LONGEST = 1_000;

  /** Between single dollars, which are more often money. */
  private static final int LONGEST_IN_DOLLARS = 200;

  private static final Pattern MATHS = Pattern.compile("(?s).*[\\\\^_={}<>+|].*|[\\p{L}]['′*]?");

  /** The formula that a cut at a place would tear apart, null if there is none. */
  static @Nullable Formula around(String text, int place) {
    int at = 0;
    while (at < place) {
      Formula formula = at(text, at);
      if (formula == null) {
        at += text.startsWith("\\$", at) || text.startsWith("$$", at) ? 2 : 1;
      } else if (formula.end > place) {
        return formula;
      } else {
        at = formula.end;
      }
    }
    return null;
  }

  /** The formula that begins at a place, null if none does. */
  private static @Nullable Formula at(String text, int at) {
    return switch (text.charAt(at)) {
      case '\\' ->
          text.startsWith("\\(", at)
              ? closed(text, at, "\\)")
              : text.startsWith("\\[", at) ? closed(text, at, "\\]") : null;
      case '$' -> text.startsWith("$$", at) ? closed(text, at, "$$") : inDollars(text, at);
      default -> null;
    };
  }

  private static @Nullable Formula closed(String text, int start, String delimiter) {
    int close = text.indexOf(delimiter, start + 2, Math.min(text.length(), start + LONGEST));
    return close <= start + 2 ? null : new Formula(start, close + 2);
  }

  /** As Pandoc has it, and only if what stands between could be nothing else. */
  private static @Nullable Formula inDollars(String text, int start) {
    int most = Math.min(text.length(), start + LONGEST_IN_DOLLARS);
    int close = text.indexOf('$', start + 1, most);
    if (close < start + 2
        || Character.isWhitespace(text.charAt(start + 1))
        || Character.isWhitespace(text.charAt(close - 1))
        || isWord(text, start - 1)
        || isWord(text, close + 1)) {
      return null;
    }
    return MATHS.matcher(text.substring(start + 1, close)).matches()
        ? new Formula(start, close + 1)
        : null;
  }

  /** A Latin letter or a digit: in Chinese a formula stands between characters without spaces. */
  private static boolean isWord(String text, int at) {
    return at >= 0
        && at < text.length()
        && (Character.isDigit(text.charAt(at))
            || Character.UnicodeScript.of(text.charAt(at)) == Character.UnicodeScript.LATIN);
  }
}

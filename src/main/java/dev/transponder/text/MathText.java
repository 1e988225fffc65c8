package dev.transponder.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula in MathML as text: its own text alternative, which is its LaTeX where {@code clean}
 * found that, else what stands in it.
 */
final class MathText {
  private static final String OPEN = "<math";
  private static final String CLOSE = "</math>";
  private static final Pattern ALTERNATIVE =
      Pattern.compile("^<math\\b[^>]*?\\salttext=\"([^\"]*)\"");

  private MathText() {}

  /** Behind the formula that begins at a place, -1 if none does. */
  static int end(String html, int at) {
    if (!html.startsWith(OPEN, at)) {
      return -1;
    }
    int close = html.indexOf(CLOSE, at);
    return close < 0 ? -1 : close + CLOSE.length();
  }

  static String of(String formula) {
    Matcher alternative = ALTERNATIVE.matcher(formula);
    if (!alternative.find()) {
      return PlainText.of(formula.replaceAll("<[^>]*>", ""));
    }
    String text = PlainText.of(alternative.group(1)).strip();
    return text.matches("(?s).*[\\\\^_{}].*") ? "\\(" + text + "\\)" : text;
  }
}

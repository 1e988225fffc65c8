package dev.transponder.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a pattern, before it is used. */
public final class Patterns {
  /** In characters; longer ones are made by programs, for other programs. */
  private static final int LONGEST = 2_000;

  private Patterns() {}

  /**
   * What is wrong with a pattern, in words; null if nothing is.
   *
   * @param with what shall stand in place of what it finds, null if it only finds
   */
  public static @Nullable String problem(String pattern, @Nullable String with) {
    if (pattern.isEmpty()) {
      return "the pattern is empty";
    }
    if (pattern.length() > LONGEST) {
      return "the pattern is longer than " + LONGEST + " characters; write several";
    }
    if (PatternSize.estimate(pattern) > Finder.LARGEST) {
      return "the pattern repeats too much; write + or * in place of large numbers in braces";
    }
    try {
      Pattern compiled = Pattern.compile(pattern);
      return with == null ? null : Template.problem(with, compiled.groupCount());
    } catch (PatternSyntaxException e) {
      return words(e);
    }
  }

  private static String words(PatternSyntaxException e) {
    String part = e.getPattern() == null ? "" : e.getPattern();
    if (part.matches("(?s)\\(\\?<?[=!].*|\\(\\?>.*")) {
      return "RE2 has no lookahead and no lookbehind (" + part + ")";
    }
    if (part.matches("\\\\[1-9]")) {
      return "RE2 has no backreferences (" + part + ")";
    }
    if (part.equals("stack underflow")) {
      return "the pattern has a ) without its (";
    }
    String where = part.isEmpty() ? "" : " at \"" + part + "\"";
    return "the pattern has a mistake" + where + ": " + e.getDescription();
  }
}

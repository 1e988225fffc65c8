package dev.transponder.rules;

import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in place of a match: plain text, in which {@code $1} to {@code $9} are the groups of
 * the pattern, {@code $0} is all that was found, and {@code $$} is a dollar sign.
 */
record Template(String text) {
  private static final Pattern SIGN = Pattern.compile("\\$([0-9$])");

  /** What is wrong with a text for a pattern of so many groups; null if nothing is. */
  static @Nullable String problem(String text, int groups) {
    Matcher sign = SIGN.matcher(text);
    while (sign.find()) {
      if (!sign.group(1).equals("$") && Integer.parseInt(sign.group(1)) > groups) {
        return "\"%s\" names group %s, and the pattern has %s; write $$ for a dollar sign"
            .formatted(text, sign.group(1), groups == 0 ? "none" : "only " + groups);
      }
    }
    return null;
  }

  /** The text with the groups; one that found nothing is empty. */
  String fill(IntFunction<@Nullable String> groups) {
    Matcher sign = SIGN.matcher(text);
    StringBuilder out = new StringBuilder();
    while (sign.find()) {
      String group =
          sign.group(1).equals("$") ? "$" : groups.apply(Integer.parseInt(sign.group(1)));
      sign.appendReplacement(out, Matcher.quoteReplacement(group == null ? "" : group));
    }
    return sign.appendTail(out).toString();
  }
}

package dev.transponder.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * One value of the file. {@code true}, {@code 2048} and the like are text where text is expected.
 *
 * @param node where it stands
 * @param name how messages call it: its key
 * @param text with the environment filled in; may hold secrets and never goes into a message
 */
record Scalar(ScalarNode node, String name, String text, Context context) {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?<escape>\\$)?\\{(?<name>[^}]*)(?<end>}?)");
  private static final Pattern VARIABLE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern DURATION =
      Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");
  private static final int SHOWN = 80;

  /** Null if a variable is not set; then a problem says so. */
  static @Nullable Scalar of(ScalarNode node, String name, Context context) {
    StringBuilder text = new StringBuilder();
    boolean complete = true;
    Matcher variable = VARIABLE.matcher(node.getValue());
    while (variable.find()) {
      String inner = variable.group("name");
      String value = variable.group().substring(1);
      if (variable.group("escape") == null) {
        value = context.environment().get(inner);
        if (variable.group("end").isEmpty() || !VARIABLE_NAME.matcher(inner).matches()) {
          context
              .problems()
              .add(
                  node,
                  "\"${"
                      + shown(inner)
                      + "\" is no variable such as ${TOKEN}; write $${ for the text ${");
          complete = false;
        } else if (value == null) {
          context
              .problems()
              .add(
                  node,
                  "the environment variable "
                      + inner
                      + " is not set; set it, or write $${"
                      + inner
                      + "} for the text itself");
          complete = false;
        }
      }
      variable.appendReplacement(text, Matcher.quoteReplacement(value == null ? "" : value));
    }
    variable.appendTail(text);
    return complete ? new Scalar(node, name, text.toString(), context) : null;
  }

  /** Reports a problem with this value. */
  void refuse(String message) {
    context.problems().add(node, message);
  }

  /** The value as it may be shown: in quotes, as written, without secrets. */
  String quoted() {
    return "\"" + shown(node.getValue()) + "\"";
  }

  /** The same place with another text, which messages do not show. */
  Scalar withText(String other) {
    return new Scalar(node, name, other, context);
  }

  /** Text made fit for one line of a message: no control characters, no password of a URL. */
  static String shown(String text) {
    return shown(text, SHOWN);
  }

  /** The same, with so many characters at most. */
  static String shown(String text, int most) {
    String plain = text.replaceAll("\\p{C}|\\p{Zl}|\\p{Zp}", "?").replaceAll("//[^/?#]*@", "//…@");
    return plain.codePointCount(0, plain.length()) <= most
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, most)) + "…";
  }

  @Nullable Integer whole(int least, int most) {
    if (text.matches("-?\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    refuse(name + " should be a whole number from " + least + " to " + most + ", not " + quoted());
    return null;
  }

  @Nullable Boolean flag() {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> {
        refuse(name + " should be true or false, not " + quoted());
        yield null;
      }
    };
  }

  /** A time such as 90s, 15m, 2h, 1d or 1h30m. */
  @Nullable Duration duration(Duration least, Duration most) {
    Matcher parts = DURATION.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      String unit = unit(least, most);
      refuse(name + " should be a time such as 90s, 15m, 2h, 1d or 1h30m, not " + quoted() + unit);
      return null;
    }
    Duration time =
        Duration.ofDays(part(parts, 1))
            .plusHours(part(parts, 2))
            .plusMinutes(part(parts, 3))
            .plusSeconds(part(parts, 4));
    if (time.compareTo(least) < 0) {
      refuse(name + " should be at least " + words(least) + ", not " + quoted());
      return null;
    }
    if (time.compareTo(most) > 0) {
      refuse(name + " should be at most " + words(most) + ", not " + quoted());
      return null;
    }
    return time;
  }

  /** A number alone: the first unit with which it would do. */
  private String unit(Duration least, Duration most) {
    if (text.matches("\\d{1,6}")) {
      long number = Long.parseLong(text);
      Map<String, Duration> units = new LinkedHashMap<>();
      units.put("m", Duration.ofMinutes(number));
      units.put("h", Duration.ofHours(number));
      units.put("d", Duration.ofDays(number));
      for (Map.Entry<String, Duration> unit : units.entrySet()) {
        if (unit.getValue().compareTo(least) >= 0 && unit.getValue().compareTo(most) <= 0) {
          return " (did you mean " + text + unit.getKey() + "?)";
        }
      }
    }
    return "";
  }

  private static long part(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static String words(Duration time) {
    if (time.toDaysPart() > 0) {
      return time.toDays() + "d";
    }
    return time.toHours() > 0 ? time.toHours() + "h" : time.toMinutes() + "m";
  }
}

package dev.transponder.clean;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the value of an attribute is checked before it is written. */
enum Check {
  /** Any text. */
  TEXT,
  /** Stands or does not: written without a value. */
  FLAG,
  /** An http or https URL. */
  WEB_URL,
  /** The candidates of a responsive image. */
  SRCSET,
  NUMBER,
  /** Pixels or percent. */
  LENGTH,
  DATE,
  /** A language tag or a keyword. */
  WORD;

  private static final Pattern NUMBERS = Pattern.compile("-?[0-9]{1,6}");
  private static final Pattern LENGTHS = Pattern.compile("([0-9]{1,5}(?:\\.[0-9]{1,4})?%?)(?:px)?");
  private static final Pattern DATES = Pattern.compile("[0-9A-Z:+. -]{4,40}");
  private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9-]{1,35}");

  /** The value as it may be written, null if it may not. */
  @Nullable String of(String value, Links links) {
    return switch (this) {
      case TEXT -> value;
      case FLAG -> "";
      case WEB_URL -> links.web(value);
      case SRCSET -> Srcset.of(value, links);
      case NUMBER -> NUMBERS.matcher(value).matches() ? value : null;
      case LENGTH -> LENGTHS.matcher(value).matches() ? value.replace("px", "") : null;
      case DATE -> DATES.matcher(value).matches() ? value : null;
      case WORD -> WORDS.matcher(value).matches() ? value : null;
    };
  }
}

package dev.transponder.clean;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the value of an attribute is checked before it is written. */
enum Check {
  /** Any text, within bounds. */
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
  WORD,
  /** Classes, of which only the one that names a programming language is kept. */
  CODE_CLASS;

  /** In characters. */
  private static final int LONGEST = 10_000;

  private static final Pattern NUMBERS = Pattern.compile("-?[0-9]{1,6}");
  private static final Pattern LENGTHS = Pattern.compile("([0-9]{1,5}(?:\\.[0-9]{1,4})?%?)(?:px)?");
  private static final Pattern DATES = Pattern.compile("[0-9A-Z:+. -]{4,40}");
  private static final Pattern CODE_CLASSES =
      Pattern.compile("(?:^|\\s)(language-[A-Za-z0-9+#._-]{1,30})(?:\\s|$)");
  private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9-]{1,35}");

  /** The value as it may be written, null if it may not. */
  @Nullable String of(String value, Links links) {
    return switch (this) {
      case TEXT -> value.length() > LONGEST ? null : value;
      case FLAG -> "";
      case WEB_URL -> links.web(value);
      case SRCSET -> Srcset.of(value, links);
      case NUMBER -> NUMBERS.matcher(value).matches() ? value : null;
      case LENGTH -> LENGTHS.matcher(value).matches() ? value.replace("px", "") : null;
      case DATE -> DATES.matcher(value).matches() ? value : null;
      case CODE_CLASS -> codeClass(value);
      case WORD -> WORDS.matcher(value).matches() ? value : null;
    };
  }

  /** The one form that HTML names (section 4.5.15). */
  private static @Nullable String codeClass(String value) {
    Matcher named = CODE_CLASSES.matcher(value);
    return named.find() ? named.group(1) : null;
  }
}

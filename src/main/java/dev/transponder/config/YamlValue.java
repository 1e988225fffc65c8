package dev.transponder.config;

/** Writes single values as YAML, such that {@link FeedsFile} reads the same text again. */
public final class YamlValue {
  private static final String PLAIN =
      "[A-Za-z.][A-Za-z0-9:/._~?=&%+@>-]*(?<!:)(?: [A-Za-z0-9._>-]+)*";

  private YamlValue() {}

  /** A text without line breaks: in quotes unless it certainly needs none. */
  public static String of(String text) {
    String escaped = text.replace("${", "$${");
    return escaped.matches(PLAIN)
        ? escaped
        : "\"" + escaped.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}

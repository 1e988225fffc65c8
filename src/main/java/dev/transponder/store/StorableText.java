package dev.transponder.store;

/** A text without U+0000, the one character that PostgreSQL cannot keep. */
final class StorableText {
  private StorableText() {}

  static String of(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }
}

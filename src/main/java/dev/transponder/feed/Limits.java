package dev.transponder.feed;

import org.jspecify.annotations.Nullable;

/** How much of a document is kept, whatever it holds. Lengths are in UTF-16 units. */
final class Limits {
  /** Bytes of a document; larger ones are not read. */
  static final int DOCUMENT = 20_000_000;

  /** Entries of a document, the first ones. */
  static final int ENTRIES = 2_000;

  /** Authors, categories, enclosures or the like of one entry. */
  static final int LIST = 100;

  /** Characters of all bases against which the URLs of one document are resolved. */
  static final int BASES = 50_000_000;

  /** A summary or content; what is beyond is cut off. */
  static final int BODY = 1_000_000;

  private static final int LINE = 500;
  private static final int URL = 4_096;

  private Limits() {}

  /** A summary or content, cut where it is too long; null if it is empty. */
  static @Nullable String body(@Nullable String html) {
    return html == null || html.isBlank() ? null : cut(html.strip(), BODY);
  }

  /** A title or name, cut where it is too long; null if it is empty. */
  static @Nullable String line(@Nullable String text) {
    return text == null || text.isBlank() ? null : cut(text.strip(), LINE);
  }

  /** A URL that is short enough to be one, else null. */
  static @Nullable String url(@Nullable String url) {
    return url == null || url.isBlank() || url.length() > URL ? null : url;
  }

  /** Never between the halves of one character. */
  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }
}

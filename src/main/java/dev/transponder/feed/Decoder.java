package dev.transponder.feed;

import dev.transponder.model.Document;
import dev.transponder.text.XmlChars;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to characters. The order is: byte order mark, UTF-16 and UTF-32 by their zero bytes, XML
 * declaration, HTTP charset, UTF-8 if it is valid, windows-1252.
 *
 * <p>The declaration goes before HTTP, against RFC 7303 section 3: servers send a default for every
 * file, authors look at their declaration. A document that calls itself UTF-8 and is not is read as
 * what HTTP says, else as UTF-8 with each bad byte read as windows-1252.
 */
final class Decoder {
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

  private Decoder() {}

  /** The characters of the document, line ends as in XML, without characters XML forbids. */
  static String decode(Document document) {
    byte[] bytes = document.bytes();
    String text = characters(bytes, document.header("content-type"));
    if (isPlain(text)) {
      return text;
    }
    text = Entities.withoutC1(XmlChars.clean(text));
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** Whether no character needs a second look: most texts pass, at the cost of one loop. */
  private static boolean isPlain(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      boolean control = c < 0x20 && c != '\n' && c != '\t';
      if (control || (c >= 0x7F && c < 0xA0) || c >= 0xD800) {
        return false;
      }
    }
    return true;
  }

  private static String characters(byte[] bytes, @Nullable String contentType) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return utf8(bytes, 3, null);
    }
    Charset wide = wide(bytes);
    if (wide != null) {
      return stripMark(new String(bytes, wide));
    }
    Charset http = Charsets.named(parameter(contentType));
    Charset declared = Charsets.named(declaredEncoding(bytes));
    Charset charset = declared != null ? declared : http;
    if (charset == null || charset.equals(StandardCharsets.UTF_8)) {
      return utf8(bytes, 0, http);
    }
    return new String(bytes, charset);
  }

  /** By byte order mark or by the zero bytes around the first "<" (XML 1.0 appendix F). */
  private static @Nullable Charset wide(byte[] bytes) {
    if (starts(bytes, 0, 0, 0xFE, 0xFF) || starts(bytes, 0, 0, 0, '<')) {
      return UTF_32BE;
    }
    if (starts(bytes, 0xFF, 0xFE, 0, 0) || starts(bytes, '<', 0, 0, 0)) {
      return UTF_32LE;
    }
    if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0, '<') || starts(bytes, 0, '{')) {
      return StandardCharsets.UTF_16BE;
    }
    if (starts(bytes, 0xFF, 0xFE) || starts(bytes, '<', 0) || starts(bytes, '{', 0)) {
      return StandardCharsets.UTF_16LE;
    }
    return null;
  }

  private static boolean starts(byte[] bytes, int... with) {
    if (bytes.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((bytes[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  private static String stripMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Decoding replaces bad bytes by U+FFFD: only a text that holds one needs a second look. */
  private static String utf8(byte[] bytes, int from, @Nullable Charset http) {
    String text = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') < 0) {
      return text;
    }
    if (http != null && !http.equals(StandardCharsets.UTF_8)) {
      return new String(bytes, from, bytes.length - from, http);
    }
    return MixedUtf8.decode(bytes, from);
  }

  /** The encoding of an XML declaration, which may follow some stray bytes. */
  private static @Nullable String declaredEncoding(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
    int start = head.indexOf("<?xml");
    int end = start < 0 ? -1 : head.indexOf('>', start);
    int at = end < 0 ? -1 : head.indexOf("encoding", start);
    if (at < 0 || at > end) {
      return null;
    }
    return value(head.substring(at + "encoding".length(), end));
  }

  private static @Nullable String parameter(@Nullable String contentType) {
    if (contentType == null) {
      return null;
    }
    int at = contentType.toLowerCase(Locale.ROOT).indexOf("charset");
    return at < 0 ? null : value(contentType.substring(at + "charset".length()));
  }

  /** From {@code = "utf-8" ...} to {@code utf-8}. */
  private static @Nullable String value(String text) {
    int start = text.indexOf('=');
    if (start < 0) {
      return null;
    }
    String rest = text.substring(start + 1).strip();
    int from = !rest.isEmpty() && "\"'".indexOf(rest.charAt(0)) >= 0 ? 1 : 0;
    int to = from;
    while (to < rest.length() && "\"'; ?,".indexOf(rest.charAt(to)) < 0) {
      to++;
    }
    return rest.substring(from, to);
  }
}

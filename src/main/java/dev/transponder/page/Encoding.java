package dev.transponder.page;

import dev.transponder.model.Document;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out in which characters a page is written: byte order mark, header, meta element, UTF-8 if
 * the bytes are, else a guess. What is declared must also fit the bytes, since servers declare
 * defaults that their pages do not keep.
 */
final class Encoding {
  /** Meta elements stand in the first 1,024 bytes (HTML section 4.2.5.4); many come later. */
  private static final int META_WITHIN = 8_192;

  private static final Pattern PARAMETER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w:.-]+)");
  private static final Pattern META =
      Pattern.compile(
          "(?i)<meta\\s[^>]*charset\\s*=\\s*[\"']?\\s*([\\w:.-]+)|<\\?xml[^>]*encoding\\s*=\\s*[\"']([\\w:.-]+)");

  private Encoding() {}

  /** The text of a document; bytes that fit no encoding become U+FFFD. */
  static String decode(Document document) {
    byte[] bytes = document.bytes();
    Charset marked = byteOrderMark(bytes);
    if (marked != null) {
      String text = new String(bytes, marked);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
    List<Charset> declared = declared(document);
    String unicode = strictly(bytes, StandardCharsets.UTF_8);
    if (unicode != null && declared.stream().noneMatch(Encoding::isOfManyBytes)) {
      return unicode;
    }
    return Stream.concat(declared.stream(), Stream.of(StandardCharsets.UTF_8))
        .map(c -> strictly(bytes, c))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> EncodingGuess.decode(bytes, declared));
  }

  private static @Nullable Charset byteOrderMark(byte[] b) {
    if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE
        ? StandardCharsets.UTF_16LE
        : null;
  }

  private static List<Charset> declared(Document document) {
    List<Charset> found = new ArrayList<>();
    String type = document.header("Content-Type");
    Matcher parameter = PARAMETER.matcher(type == null ? "" : type);
    if (parameter.find()) {
      add(parameter.group(1), found);
    }
    int length = Math.min(document.size(), META_WITHIN);
    String start = new String(document.bytes(), 0, length, StandardCharsets.ISO_8859_1);
    Matcher meta = META.matcher(start);
    if (meta.find()) {
      String label = meta.group(1) == null ? meta.group(2) : meta.group(1);
      // Bytes in which this could be read are not UTF-16.
      add(label.toLowerCase(Locale.ROOT).startsWith("utf-16") ? "utf-8" : label, found);
    }
    return found;
  }

  private static void add(String label, List<Charset> found) {
    Charset charset = named(label);
    if (charset != null) {
      found.add(charset);
    }
  }

  /** As browsers take labels (WHATWG Encoding section 4.2): each for its larger successor. */
  private static @Nullable Charset named(String label) {
    try {
      return switch (label.toLowerCase(Locale.ROOT)) {
        case "gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030" -> Charset.forName("GB18030");
        case "big5", "big5-hkscs", "cn-big5", "x-x-big5" -> Charset.forName("Big5-HKSCS");
        case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j" ->
            Charset.forName("windows-31j");
        case "euc-kr", "ks_c_5601-1987", "korean", "ksc5601", "windows-949" ->
            Charset.forName("x-windows-949");
        case "iso-8859-1", "latin1", "us-ascii", "ascii" -> Charset.forName("windows-1252");
        case "iso-8859-9" -> Charset.forName("windows-1254");
        default -> Charset.forName(label);
      };
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /** Short texts in these may happen to be UTF-8 too; texts in others practically never are. */
  private static boolean isOfManyBytes(Charset charset) {
    return charset.newEncoder().maxBytesPerChar() > 1 && !charset.name().startsWith("UTF");
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}

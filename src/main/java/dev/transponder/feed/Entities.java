package dev.transponder.feed;

import dev.transponder.text.XmlChars;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Character references: the names of HTML, numbers in decimal and hexadecimal. */
final class Entities {
  /** The longest name of HTML has 31 letters; nothing longer is looked up. */
  static final int LONGEST = 32;

  private static final Map<String, String> NAMED = load();

  /**
   * What 0x80 to 0x9F mean in windows-1252. As character references they are C1 controls by the
   * letter of XML, but authors who write "&amp;#150;" mean a dash (HTML section 13.2.5.80).
   */
  private static final String WINDOWS_1252 =
      "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
          + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

  private Entities() {}

  /** The text with C1 control characters read as the windows-1252 that their authors meant. */
  static String withoutC1(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && c < 0xA0 && c != 0x85) {
        StringBuilder out = new StringBuilder(text);
        for (int j = i; j < out.length(); j++) {
          char d = out.charAt(j);
          if (d >= 0x80 && d < 0xA0 && d != 0x85) {
            out.setCharAt(j, WINDOWS_1252.charAt(d - 0x80));
          }
        }
        return out.toString();
      }
    }
    return text;
  }

  /** What "&amp;name;" stands for, null if HTML has no such name; case counts. */
  static @Nullable String named(String name) {
    return NAMED.get(name);
  }

  /**
   * Appends what the reference in {@code text[from, to)} stands for ("amp", "#228", "#xE4"; the
   * ampersand and the semicolon left out); false and nothing appended if it stands for nothing.
   */
  static boolean append(StringBuilder out, String text, int from, int to) {
    if (to <= from || to - from > LONGEST) {
      return false;
    }
    if (text.charAt(from) == '#') {
      return appendNumber(out, text, from + 1, to);
    }
    String value = named(text.substring(from, to));
    if (value != null) {
      out.append(value);
    }
    return value != null;
  }

  private static boolean appendNumber(StringBuilder out, String text, int from, int to) {
    boolean hex = from < to && (text.charAt(from) | 0x20) == 'x';
    int start = hex ? from + 1 : from;
    if (start == to) {
      return false;
    }
    int codePoint = 0;
    for (int i = start; i < to; i++) {
      int digit = Character.digit(text.charAt(i), hex ? 16 : 10);
      if (digit < 0) {
        return false;
      }
      codePoint = Math.min(codePoint * (hex ? 16 : 10) + digit, 0x110000);
    }
    if (codePoint >= 0x80 && codePoint < 0xA0) {
      out.append(WINDOWS_1252.charAt(codePoint - 0x80));
    } else if (XmlChars.allows(codePoint)) {
      out.appendCodePoint(codePoint);
    }
    return true;
  }

  private static Map<String, String> load() {
    Map<String, String> named = new HashMap<>(4096);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Entities.class.getResourceAsStream("entities.txt")),
                StandardCharsets.US_ASCII))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> put(named, line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(named);
  }

  private static void put(Map<String, String> named, String line) {
    String[] parts = line.split(" ", -1);
    StringBuilder value = new StringBuilder();
    for (int i = 1; i < parts.length; i++) {
      value.appendCodePoint(Integer.parseInt(parts[i], 16));
    }
    named.put(parts[0], value.toString());
  }
}

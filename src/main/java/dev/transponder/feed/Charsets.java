package dev.transponder.feed;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the names of encodings mean in practice: a name stands for the largest encoding that
 * contains it, as in the WHATWG Encoding Standard section 4.2.
 */
final class Charsets {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final Map<String, Charset> WIDER =
      Map.ofEntries(
          Map.entry("ISO-8859-1", WINDOWS_1252),
          Map.entry("US-ASCII", WINDOWS_1252),
          Map.entry("ISO-8859-9", Charset.forName("windows-1254")),
          Map.entry("TIS-620", Charset.forName("x-windows-874")),
          Map.entry("x-iso-8859-11", Charset.forName("x-windows-874")),
          Map.entry("GB2312", Charset.forName("GB18030")),
          Map.entry("GBK", Charset.forName("GB18030")),
          Map.entry("x-mswin-936", Charset.forName("GB18030")),
          Map.entry("Shift_JIS", Charset.forName("windows-31j")),
          Map.entry("EUC-KR", Charset.forName("x-windows-949")),
          Map.entry("Big5", Charset.forName("Big5-HKSCS")));

  private Charsets() {}

  /**
   * The charset to decode with; null for no name, an unknown name, or a name that cannot be true:
   * whoever reads "UTF-16" in a declaration byte by byte is not reading UTF-16.
   */
  static @Nullable Charset named(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    String key = name.strip().toLowerCase(Locale.ROOT);
    if (key.startsWith("utf") || key.startsWith("u16") || key.startsWith("u32")) {
      return key.contains("8") ? StandardCharsets.UTF_8 : null;
    }
    try {
      Charset charset = Charset.forName(key);
      return WIDER.getOrDefault(charset.name(), charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }
}

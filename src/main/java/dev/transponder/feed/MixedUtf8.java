package dev.transponder.feed;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes text that is UTF-8 in places and windows-1252 in others, as when a template in one
 * encoding quotes a database in another: bytes that are not UTF-8 are read as windows-1252. Where
 * these are the most, all of it is windows-1252.
 */
final class MixedUtf8 {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private MixedUtf8() {}

  static String decode(byte[] bytes, int from) {
    CharsetDecoder utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(bytes.length - from + 1);
    int bad = 0;
    while (true) {
      CoderResult result = utf8.decode(in, out, true);
      if (!result.isError() || isCutSequence(in)) {
        String mixed = out.flip().toString();
        return bad > good(mixed, bad)
            ? new String(bytes, from, bytes.length - from, WINDOWS_1252)
            : mixed;
      }
      bad += result.length();
      out.put(new String(bytes, in.position(), result.length(), WINDOWS_1252));
      in.position(in.position() + result.length());
    }
  }

  /** How many characters beyond ASCII were UTF-8. */
  private static long good(String mixed, int bad) {
    return mixed.chars().filter(c -> c > 0x7F).count() - bad;
  }

  /** A character that the end of a truncated document cut through is left out. */
  private static boolean isCutSequence(ByteBuffer in) {
    int lead = in.get(in.position()) & 0xFF;
    int needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (in.remaining() >= needed) {
      return false;
    }
    for (int i = in.position() + 1; i < in.limit(); i++) {
      if ((in.get(i) & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }
}

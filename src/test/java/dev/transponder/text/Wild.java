package dev.transponder.text;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Texts of any kind, for what must hold of all of them: the same ones in each run. Half of their
 * characters are those that make trouble. Not thread safe.
 */
public final class Wild {
  private static final List<String> TROUBLE =
      List.of(
          "<",
          ">",
          "&",
          "\"",
          "'",
          "/",
          ":",
          "#",
          "?",
          "%",
          "=",
          ";",
          "\\",
          "]]>",
          "&amp;",
          "&#0;",
          "<b>",
          "</b",
          "<!--",
          "http://",
          "javascript:",
          " ",
          "\n",
          "\r",
          "\t",
          "\u0000",
          "\u0001",
          "\u001B",
          "\u007F",
          "\u0085",
          "\u00A0",
          "\u00AD",
          "\u0301",
          "\u200D",
          "\u202E",
          "\u2028",
          "\u3000",
          "\uD800",
          "\uDC00",
          "\uFEFF",
          "\uFFFE",
          "\uFFFF",
          "ß",
          "İ",
          "文",
          "ア",
          "ש",
          "\uD83D\uDE00",
          "👨‍👩‍👧",
          "a",
          "A",
          "0",
          "word ");

  private final RandomGenerator random;

  /** Texts that depend on the seed alone. */
  public Wild(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** A text of up to 255 pieces, short ones more often; none is a text too. */
  public String text() {
    int length = random.nextInt(1 << random.nextInt(9));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(0x10000));
        case 1 -> text.appendCodePoint(random.nextInt(0x110000));
        default -> text.append(one(TROUBLE));
      }
    }
    return text.toString();
  }

  /** Up to so many of the pieces, one after the other. */
  public String of(List<String> pieces, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append(one(pieces));
    }
    return text.toString();
  }

  /** A number from {@code least} to {@code most}. */
  public long number(long least, long most) {
    return random.nextLong(least, most + 1);
  }

  private String one(List<String> pieces) {
    return pieces.get(random.nextInt(pieces.size()));
  }
}

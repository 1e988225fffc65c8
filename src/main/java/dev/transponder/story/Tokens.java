package dev.transponder.story;

import dev.transponder.model.Passage.Kind;
import dev.transponder.text.Numerals;
import dev.transponder.text.Words.Script;
import dev.transponder.text.Words.Word;
import java.util.Arrays;

/**
 * A word in 32 bits: a hash of what it says, and what kind of word it is. Stored, so never changed
 * without a new version of {@link Telling}.
 */
final class Tokens {
  private static final int NUMBER = 1 << 31;
  private static final int DENSE = 1 << 30;
  private static final int NAME = 1 << 29;
  private static final int QUOTE = 1 << 28;
  private static final int CODE = 1 << 27;
  private static final int HASH = CODE - 1;

  /** What must be equal for two tokens to say the same. */
  private static final int SAYS = NUMBER | DENSE | HASH;

  private static final int[] NUMERALS =
      Numerals.IDEOGRAPHS
          .chars()
          .map(c -> of(new Word(Character.toString(c), Script.DENSE, false, false), Kind.TEXT))
          .map(Tokens::says)
          .sorted()
          .toArray();

  private Tokens() {}

  static int of(Word word, Kind kind) {
    int token = mix(word.text().hashCode()) & HASH;
    token |= word.script() == Script.NUMBER ? NUMBER : 0;
    token |= word.script() == Script.DENSE ? DENSE : 0;
    token |= word.name() ? NAME : 0;
    return switch (kind) {
      case TEXT -> token;
      case QUOTE -> token | QUOTE;
      case CODE -> token | CODE;
    };
  }

  /** Spreads the bits of a hash (the end of MurmurHash3). */
  static int mix(int hash) {
    int h = hash;
    h = (h ^ (h >>> 16)) * 0x85EBCA6B;
    h = (h ^ (h >>> 13)) * 0xC2B2AE35;
    return h ^ (h >>> 16);
  }

  static int says(int token) {
    return token & SAYS;
  }

  static boolean isNumber(int token) {
    return (token & NUMBER) != 0;
  }

  /** Whether it is a single ideograph that counts; in most words it does not (一起). */
  static boolean isNumeral(int token) {
    return isDense(token) && Arrays.binarySearch(NUMERALS, says(token)) >= 0;
  }

  static boolean isDense(int token) {
    return (token & DENSE) != 0;
  }

  static boolean isName(int token) {
    return (token & NAME) != 0;
  }

  /** Whether it is the entry's own text: neither quoted nor code. */
  static boolean isOwn(int token) {
    return (token & (QUOTE | CODE)) == 0;
  }

  /** How much it says, in half words: a character of a dense script is one, any other word two. */
  static int halves(int token) {
    return isDense(token) ? 1 : 2;
  }
}

package dev.transponder.story;

/**
 * The runs of about four words of a text (seven or eight characters of a dense script), as hashes.
 */
final class Shingles {
  private static final int HALVES = 8;

  private Shingles() {}

  /** For each token the hash of the shingle that begins there, 0 for the last ones. */
  static int[] of(int[] tokens) {
    return of(tokens, HALVES);
  }

  static int[] of(int[] tokens, int halves) {
    int[] hashes = new int[tokens.length];
    for (int i = 0; i < tokens.length; i++) {
      int hash = 1;
      int size = 0;
      int end = i;
      while (end < tokens.length && size < halves) {
        hash = hash * 0x01000193 + Tokens.says(tokens[end]);
        size += Tokens.halves(tokens[end]);
        end++;
      }
      hashes[i] = size < halves ? 0 : Tokens.mix(hash) | 1;
    }
    return hashes;
  }

  /** Where the shingle that begins at a token ends: the first token behind it. */
  static int end(int[] tokens, int start) {
    int size = 0;
    int end = start;
    while (end < tokens.length && size < HALVES) {
      size += Tokens.halves(tokens[end++]);
    }
    return end;
  }
}

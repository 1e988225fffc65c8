package dev.transponder.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Guesses what a misspelt word was meant to be. */
final class Spelling {
  /** Longer words are no slips of the finger; comparing them would cost time for nothing. */
  private static final int LONGEST = 40;

  private Spelling() {}

  /** " (did you mean "category"?)", or "" if nothing known is near. */
  static String hint(String written, Collection<String> known) {
    String word = written.toLowerCase(Locale.ROOT);
    if (word.length() > LONGEST) {
      return "";
    }
    int near = Math.clamp(word.length() / 3, 1, 2);
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= near)
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .map(candidate -> " (did you mean \"" + candidate + "\"?)")
        .orElse("");
  }

  /** How many letters to insert, delete, replace or swap with their neighbour (Damerau). */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] cost) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}

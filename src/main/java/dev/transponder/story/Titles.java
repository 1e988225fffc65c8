package dev.transponder.story;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * What two titles have in common.
 *
 * @param alike from 0 to 1, without what the sources repeat in their titles; 0 if one has no title
 * @param similar whether they have half of their words in common, repeated or not
 * @param numbersDiffer whether similar titles have different numbers in one another's place; a
 *     number that one of them has more is no difference
 * @param equal whether they are one title of some length, which is not of a kind that a source
 *     repeats
 */
record Titles(double alike, boolean similar, boolean numbersDiffer, boolean equal) {
  /** Words, pairs of characters in dense scripts, of a title that is hardly given twice. */
  private static final int LONG = 6;

  /** From where on titles are similar, so that their numbers count. */
  private static final double SIMILAR = 0.5;

  static Titles of(Telling a, Repeats repeatsOfA, Telling b, Repeats repeatsOfB) {
    Set<Integer> one = parts(a.title());
    Set<Integer> other = parts(b.title());
    boolean none = isNone(a) || isNone(b);
    boolean similar = !none && share(one, other) >= SIMILAR;
    boolean differ = similar && differ(a.titleNumbers(), b.titleNumbers());
    one.removeIf(part -> repeatsOfA.hasTitlePart(part) || repeatsOfB.hasTitlePart(part));
    other.removeIf(part -> repeatsOfA.hasTitlePart(part) || repeatsOfB.hasTitlePart(part));
    double alike = one.isEmpty() || other.isEmpty() ? 0 : share(one, other);
    boolean equal =
        one.size() >= LONG
            && one.equals(other)
            && Arrays.equals(a.titleNumbers(), b.titleNumbers());
    return new Titles(alike, similar, differ, equal);
  }

  private static boolean isNone(Telling telling) {
    return telling.title().length + telling.titleNumbers().length == 0;
  }

  /** The words, of dense scripts the pairs of characters. */
  static Set<Integer> parts(int[] title) {
    return parts(title, title.length);
  }

  private static Set<Integer> parts(int[] words, int end) {
    Set<Integer> parts = new HashSet<>();
    for (int i = 0; i < end; i++) {
      int says = Tokens.says(words[i]);
      if (!Tokens.isDense(words[i])) {
        parts.add(says);
      } else if (i + 1 < end && Tokens.isDense(words[i + 1])) {
        parts.add(says * 31 + Tokens.says(words[i + 1]));
      } else if (i == 0 || !Tokens.isDense(words[i - 1])) {
        parts.add(says);
      }
    }
    return parts;
  }

  /**
   * Whether each title names something that its own text is about and the other entry never
   * mentions: one template, filled in twice. A copy with another headline has no such word.
   *
   * @param endA where the texts have nothing in common any more; behind it stands what a site adds
   */
  static boolean topicsDiffer(Telling a, int endA, Telling b, int endB) {
    return hasTopic(a, endA, b) && hasTopic(b, endB, a);
  }

  private static boolean hasTopic(Telling telling, int end, Telling other) {
    Set<Integer> topic = parts(telling.title());
    topic.removeAll(parts(other.title()));
    topic.retainAll(parts(telling.text(), end));
    topic.removeAll(parts(other.text()));
    return !topic.isEmpty();
  }

  /** The mean of how much of the smaller and of both is shared: names of sites stand around. */
  private static double share(Set<Integer> one, Set<Integer> other) {
    if (one.isEmpty() && other.isEmpty()) {
      return 1; // nothing but numbers
    }
    double common = one.stream().filter(other::contains).count();
    double smaller = Math.max(1, Math.min(one.size(), other.size()));
    return common / smaller / 2 + common / (one.size() + other.size());
  }

  private static boolean differ(int[] one, int[] other) {
    return hasMore(one, other) && hasMore(other, one);
  }

  private static boolean hasMore(int[] one, int[] other) {
    for (int number : one) {
      if (Arrays.binarySearch(other, number) < 0) {
        return true;
      }
    }
    return false;
  }
}

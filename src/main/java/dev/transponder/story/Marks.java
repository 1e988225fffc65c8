package dev.transponder.story;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses the few runs of words by which a telling is found.
 *
 * <p>Of the first 32, 64, 128… words those runs whose hashes are the smallest: two texts that share
 * a beginning, or all of it, choose the same ones, whatever stands around. An excerpt is short and
 * looks for nearly all it has; a whole text knows that excerpts mostly come from its beginning.
 */
final class Marks {
  private static final int MOST = 16;
  private static final int MOST_LOOKUPS = 64;

  /** In half words. */
  private static final int FIRST_REACH = 64;

  private Marks() {}

  static List<Long> few(Telling telling) {
    return choose(telling, 2, 2, MOST);
  }

  static List<Long> many(Telling telling) {
    return choose(telling, 6, 10, MOST_LOOKUPS);
  }

  private static List<Long> choose(Telling telling, int titles, int each, int most) {
    Set<Long> marks = new LinkedHashSet<>();
    title(telling, titles, marks);
    int[] own = own(telling.text());
    int[] shingles = Shingles.of(own);
    int rounds = 0;
    for (int reach = FIRST_REACH; rounds < 6; reach *= 2, rounds++) {
      smallest(shingles, within(own, reach), each, marks);
    }
    for (int more = each; marks.size() < most && more < shingles.length; more += each) {
      smallest(shingles, within(own, FIRST_REACH << 1), more, marks);
      smallest(shingles, shingles.length, more, marks);
    }
    return marks.stream().limit(most).toList();
  }

  /** Quotations and code are many texts' own; they are marks of those that have nothing else. */
  private static int[] own(int[] text) {
    int[] own = Arrays.stream(text).filter(Tokens::isOwn).toArray();
    return own.length < 20 ? text : own;
  }

  private static int within(int[] tokens, int reach) {
    int size = 0;
    int end = 0;
    while (end < tokens.length && size < reach) {
      size += Tokens.halves(tokens[end++]);
    }
    return end;
  }

  private static void smallest(int[] shingles, int end, int count, Set<Long> marks) {
    Arrays.stream(shingles, 0, end)
        .filter(hash -> hash != 0)
        .mapToLong(hash -> hash & 0xFFFF_FFFFL)
        .sorted()
        .distinct()
        .limit(count)
        .forEach(marks::add);
  }

  /** All of the title, its beginning, and the parts of it with the smallest hashes. */
  private static void title(Telling telling, int parts, Set<Long> marks) {
    int[] words = telling.title();
    if (words.length + telling.titleNumbers().length == 0) {
      return;
    }
    int all = Arrays.hashCode(words) * 31 + Arrays.hashCode(telling.titleNumbers());
    marks.add((1L << 32) | (Tokens.mix(all) & 0xFFFF_FFFFL));
    Set<Long> runs = new LinkedHashSet<>();
    smallest(Shingles.of(words, 6), words.length, parts, runs);
    runs.forEach(run -> marks.add((1L << 33) | run));
  }
}

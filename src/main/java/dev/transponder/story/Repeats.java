package dev.transponder.story;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a source says again and again, around its texts and in its titles: it counts little when one
 * of its entries is compared.
 *
 * <p>What two tellings have in common is repeated, unless these two are one story told twice, with
 * one title and nearly the same text. Immutable and thread safe.
 */
public final class Repeats {
  private static final byte VERSION = 1;

  /** Shingles and parts of titles that are kept, so that the bytes are 4 KB at most. */
  private static final int MOST = 1_000;

  /** What is in fewer than one of so many tellings is not repeated. */
  private static final int SELDOM = 8;

  /** Tellings with one title that are compared. */
  private static final int SEEN = 6;

  /** The share of the smaller telling from which two with one title are the same. */
  private static final double SAME = 0.8;

  /** Parts of titles are hashes of other things than shingles. */
  private static final int TITLE = 0x2545F491;

  /** Nothing is known to be repeated. */
  public static final Repeats NONE = new Repeats(new int[0]);

  private final int[] sorted;

  private Repeats(int[] sorted) {
    this.sorted = sorted;
  }

  /** What the tellings of one source have in common. */
  public static Repeats of(Collection<Telling> tellings) {
    List<Telling> distinct = distinct(tellings);
    Map<Integer, Integer> counts = new HashMap<>();
    for (Telling telling : distinct) {
      parts(telling).forEach(part -> counts.merge(part, 1, Integer::sum));
    }
    int least = Math.max(2, (distinct.size() + SELDOM - 1) / SELDOM);
    int[] most =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= least)
            .sorted(
                Comparator.comparingInt((Map.Entry<Integer, Integer> entry) -> -entry.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(MOST)
            .mapToInt(Map.Entry::getKey)
            .sorted()
            .toArray();
    return new Repeats(most);
  }

  /** The tellings without those that tell what another of them does. */
  private static List<Telling> distinct(Collection<Telling> tellings) {
    Map<Integer, List<Telling>> byTitle = new HashMap<>();
    List<Telling> distinct = new ArrayList<>();
    for (Telling telling : tellings) {
      int title = Arrays.hashCode(telling.title()) * 31 + Arrays.hashCode(telling.titleNumbers());
      List<Telling> sameTitle = byTitle.computeIfAbsent(title, _ -> new ArrayList<>());
      boolean known = sameTitle.stream().limit(SEEN).anyMatch(other -> same(telling, other));
      if (!known) {
        sameTitle.add(telling);
        distinct.add(telling);
      }
    }
    return distinct;
  }

  private static boolean same(Telling one, Telling other) {
    Set<Integer> a = shingles(one);
    Set<Integer> b = shingles(other);
    double smaller = Math.min(a.size(), b.size());
    a.retainAll(b);
    return a.size() >= SAME * smaller;
  }

  private static Set<Integer> parts(Telling telling) {
    Set<Integer> parts = shingles(telling);
    Titles.parts(telling.title()).forEach(part -> parts.add(part ^ TITLE));
    return parts;
  }

  private static Set<Integer> shingles(Telling telling) {
    Set<Integer> shingles = new HashSet<>();
    for (int shingle : Shingles.of(telling.text())) {
      if (shingle != 0) {
        shingles.add(shingle);
      }
    }
    return shingles;
  }

  /** For each token of a text whether it is part of what is repeated. */
  boolean[] in(int[] text) {
    boolean[] repeated = new boolean[text.length];
    if (sorted.length > 0) {
      int[] shingles = Shingles.of(text);
      for (int i = 0; i < text.length; i++) {
        if (shingles[i] != 0 && has(shingles[i])) {
          Arrays.fill(repeated, i, Shingles.end(text, i), true);
        }
      }
    }
    return repeated;
  }

  boolean hasTitlePart(int part) {
    return has(part ^ TITLE);
  }

  private boolean has(int hash) {
    return Arrays.binarySearch(sorted, hash) >= 0;
  }

  /** The form that is stored, 4 KB at most. */
  public byte[] bytes() {
    ByteBuffer out = ByteBuffer.allocate(1 + 4 * sorted.length);
    out.put(VERSION);
    for (int hash : sorted) {
      out.putInt(hash);
    }
    return out.array();
  }

  /** The repeats of their {@link #bytes}, {@link #NONE} if another version wrote them. */
  public static Repeats read(byte[] bytes) {
    if (bytes.length == 0 || bytes[0] != VERSION) {
      return NONE;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    int[] sorted = new int[in.remaining() / 4];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = in.getInt();
    }
    Arrays.sort(sorted);
    return new Repeats(sorted);
  }
}

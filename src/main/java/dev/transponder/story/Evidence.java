package dev.transponder.story;

import dev.transponder.story.Alignment.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the alignment of two texts shows, in words that count (a character of a dense script is half
 * a word; what a source repeats counts a tenth; what is quoted on either side, and code, nothing).
 *
 * <p>A gap is what stands between two runs in common. What has no counterpart there was inserted,
 * or left out; what has one was substituted.
 */
final class Evidence {
  private static final double REPEATED = 0.1;

  /**
   * Half words in common that may be an accident, if {@link #ALONE} times as much around them
   * differs.
   */
  private static final int ACCIDENT = 6;

  private static final int ALONE = 4;

  /** Half words of a run that is no part of a frame, and words of a frame. */
  private static final int LONG = 16;

  private static final int FRAME = 40;

  /** The share from which a second script counts. */
  private static final double MIXED = 0.25;

  /** Words at the beginning or the end that are compared with one another. */
  private static final int EDGE = 3;

  private final int[] a;
  private final int[] b;
  private final double[] weightA;
  private final double[] weightB;
  private final List<Run> runs;

  /** Words in common. */
  private double common;

  /** The same, with what a source repeats counted in full. */
  private double everything;

  /** Words in common of a dense script. */
  private double commonDense;

  /** Words of one side alone before the first run in common, between two, and after the last. */
  private final double[] before = new double[2];

  private final double[] between = new double[2];
  private final double[] after = new double[2];
  private final double[] lead = new double[2];

  /** Words before the first run in common that are neither numbers nor names. */
  private final double[] prose = new double[2];

  /** Words with a counterpart that is another one, between runs in common. */
  private double substituted;

  private int numbersSubstituted;
  private int numbersCommon;
  private int namesSubstituted;
  private int namesCommon;

  Evidence(Telling one, Repeats repeatsOfOne, Telling other, Repeats repeatsOfOther) {
    a = one.text();
    b = other.text();
    weightA = weights(a, repeatsOfOne);
    weightB = weights(b, repeatsOfOther);
    runs = withoutFrames(withoutAccidents(Alignment.of(a, b)));
    runs.forEach(this::align);
    int atA = 0;
    int atB = 0;
    for (Run run : runs) {
      gap(atA, run.a(), atB, run.b());
      atA = run.a() + run.length();
      atB = run.b() + run.length();
    }
    gap(atA, a.length, atB, b.length);
    findLeads();
  }

  /** What stands before the middle of the common text. */
  private void findLeads() {
    double seen = 0;
    int atA = 0;
    int atB = 0;
    for (Run run : runs) {
      lead[0] += sum(weightA, atA, run.a());
      lead[1] += sum(weightB, atB, run.b());
      atA = run.a() + run.length();
      atB = run.b() + run.length();
      seen += sum(weightA, run.a(), atA);
      if (seen >= common / 2) {
        return;
      }
    }
  }

  /** Two words in common between long passages that have nothing in common are an accident. */
  private List<Run> withoutAccidents(List<Run> all) {
    List<Run> kept = new ArrayList<>();
    int endA = 0;
    int endB = 0;
    for (int i = 0; i < all.size(); i++) {
      Run run = all.get(i);
      boolean last = i == all.size() - 1;
      int apartA = run.a() - endA + (last ? a.length : all.get(i + 1).a()) - run.a() - run.length();
      int apartB = run.b() - endB + (last ? b.length : all.get(i + 1).b()) - run.b() - run.length();
      int size = run.length();
      boolean small = halves(run) <= ACCIDENT;
      if (!small || Math.min(apartA, apartB) < size * ALONE) {
        kept.add(run);
        endA = run.a() + run.length();
        endB = run.b() + run.length();
      }
    }
    return kept;
  }

  /**
   * Lines of two sites around the text have a little in common ("3 November 2026"); nothing is
   * substituted there.
   */
  private List<Run> withoutFrames(List<Run> all) {
    int first = 0;
    while (first < all.size() && halves(all.get(first)) < LONG) {
      first++;
    }
    int last = all.size() - 1;
    while (last > first && halves(all.get(last)) < LONG) {
      last--;
    }
    if (first > last) {
      return all;
    }
    Run one = all.get(first);
    Run end = all.get(last);
    int endA = end.a() + end.length();
    int endB = end.b() + end.length();
    boolean head = isFrame(all.subList(0, first), one.a(), one.b());
    boolean tail = isFrame(all.subList(last + 1, all.size()), a.length - endA, b.length - endB);
    return all.subList(head ? first : 0, tail ? last + 1 : all.size());
  }

  private boolean isFrame(List<Run> small, int sizeA, int sizeB) {
    int inCommon = small.stream().mapToInt(Run::length).sum();
    return Math.max(sizeA, sizeB) - inCommon > inCommon && Math.max(sizeA, sizeB) < FRAME;
  }

  private int halves(Run run) {
    int halves = 0;
    for (int i = run.a(); i < run.a() + run.length(); i++) {
      halves += Tokens.halves(a[i]);
    }
    return halves;
  }

  private static double[] weights(int[] text, Repeats repeats) {
    boolean[] repeated = repeats.in(text);
    double[] weights = new double[text.length];
    for (int i = 0; i < text.length; i++) {
      double own = Tokens.isOwn(text[i]) ? Tokens.halves(text[i]) / 2.0 : 0;
      weights[i] = repeated[i] ? own * REPEATED : own;
    }
    return weights;
  }

  /** What one side quotes or repeats is no news on the other either. */
  private void align(Run run) {
    for (int i = 0; i < run.length(); i++) {
      double weight = Math.min(weightA[run.a() + i], weightB[run.b() + i]);
      weightA[run.a() + i] = weight;
      weightB[run.b() + i] = weight;
      int token = a[run.a() + i];
      common += weight;
      everything +=
          Tokens.isOwn(token) && Tokens.isOwn(b[run.b() + i]) ? Tokens.halves(token) / 2.0 : 0;
      commonDense += Tokens.isDense(token) ? weight : 0;
      if (weight > 0) {
        numbersCommon += Tokens.isNumber(token) ? 1 : 0;
        namesCommon += Tokens.isName(token) ? 1 : 0;
      }
    }
  }

  private void gap(int fromA, int toA, int fromB, int toB) {
    double inA = sum(weightA, fromA, toA);
    double inB = sum(weightB, fromB, toB);
    boolean first = fromA == 0 && fromB == 0;
    boolean last = toA == a.length && toB == b.length;
    double[] place = first ? before : last ? after : between;
    place[0] += inA;
    place[1] += inB;
    if (first) {
      prose[0] = prose(a, weightA, toA);
      prose[1] = prose(b, weightB, toB);
    }
    if (!first && !last) {
      substituted += Math.min(inA, inB);
    }
    if ((!first && !last) || Math.max(toA - fromA, toB - fromB) <= EDGE) {
      numbersSubstituted += substituted(fromA, toA, fromB, toB, true);
      numbersSubstituted += allNumerals(a, fromA, toA) && allNumerals(b, fromB, toB) ? 1 : 0;
      namesSubstituted += substituted(fromA, toA, fromB, toB, false);
    }
  }

  private static double prose(int[] text, double[] weights, int end) {
    double sum = 0;
    for (int i = 0; i < end; i++) {
      sum += Tokens.isNumber(text[i]) || Tokens.isName(text[i]) ? 0 : weights[i];
    }
    return sum;
  }

  /** Of single ideographs that count (八) it is sure only if nothing else is substituted. */
  private boolean allNumerals(int[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Tokens.isNumeral(text[i])) {
        return false;
      }
    }
    return to > from;
  }

  private int substituted(int fromA, int toA, int fromB, int toB, boolean numbers) {
    return Math.min(
        others(a, fromA, toA, b, fromB, toB, numbers),
        others(b, fromB, toB, a, fromA, toA, numbers));
  }

  /** How many numbers, or names, of the one gap are not in the other. */
  private static int others(
      int[] one, int from, int to, int[] other, int fromOther, int toOther, boolean numbers) {
    Set<Integer> said = new HashSet<>();
    for (int i = fromOther; i < toOther; i++) {
      said.add(Tokens.says(other[i]));
    }
    int count = 0;
    for (int i = from; i < to; i++) {
      boolean meant = numbers ? Tokens.isNumber(one[i]) : Tokens.isName(one[i]);
      if (meant && Tokens.isOwn(one[i]) && !said.contains(Tokens.says(one[i]))) {
        count++;
      }
    }
    return count;
  }

  private static double sum(double[] weights, int from, int to) {
    return Arrays.stream(weights, from, to).sum();
  }

  /** Where the last run in common ends. */
  int end(int side) {
    Run last = runs.isEmpty() ? new Run(0, 0, 0) : runs.getLast();
    return (side == 0 ? last.a() : last.b()) + last.length();
  }

  double common() {
    return common;
  }

  double everything() {
    return everything;
  }

  double size(int side) {
    return common + before[side] + between[side] + after[side];
  }

  double before(int side) {
    return before[side];
  }

  double between(int side) {
    return between[side];
  }

  double after(int side) {
    return after[side];
  }

  /** Words of one side alone before the middle of the common text. */
  double lead(int side) {
    return lead[side];
  }

  /**
   * Words with which both sides begin, each in its own way; what names and dates hold is a byline.
   */
  double openings() {
    return Math.min(prose[0], prose[1]);
  }

  double substituted() {
    return substituted;
  }

  int numbersSubstituted() {
    return numbersSubstituted;
  }

  int numbersCommon() {
    return numbersCommon;
  }

  int namesSubstituted() {
    return namesSubstituted;
  }

  int namesCommon() {
    return namesCommon;
  }

  /** The share of a side that is in common, of the script in which it is smaller. */
  double ofEachScript(int side) {
    int[] text = side == 0 ? a : b;
    double[] weights = side == 0 ? weightA : weightB;
    double dense = 0;
    for (int i = 0; i < text.length; i++) {
      dense += Tokens.isDense(text[i]) ? weights[i] : 0;
    }
    double spaced = size(side) - dense;
    if (Math.min(dense, spaced) <= MIXED * size(side)) {
      return size(side) == 0 ? 0 : common / size(side);
    }
    return Math.min(commonDense / dense, (common - commonDense) / spaced);
  }
}

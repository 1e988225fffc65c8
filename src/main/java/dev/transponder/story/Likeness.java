package dev.transponder.story;

import java.util.Arrays;

/**
 * Whether two tellings tell one story, decided on their texts.
 *
 * <p>A copy is cut to an excerpt, framed by what a site writes around its texts, lightly edited,
 * given another headline. So the question is how much of the shorter text the other one has (its
 * containment), and of what kind the rest is. What one side has alone was added or left out and
 * says little. What was substituted says much: a template filled in twice has other values in the
 * same places, above all other numbers and names.
 *
 * @param value from 0 to 1, how much of the shorter text the other one has
 * @param same whether they tell one story
 * @param strong whether that is certain enough to join what was joined with each of them
 */
public record Likeness(double value, boolean same, boolean strong) {
  /** From where on titles support the texts. */
  private static final double ALIKE = 0.6;

  /** Words of a text that says nothing. */
  private static final int NO_TEXT = 3;

  /** The likeness of two entries; the same if they change places. */
  public static Likeness of(Telling a, Repeats repeatsOfA, Telling b, Repeats repeatsOfB) {
    // Of alignments that are equally long the first is taken, so the order must not be by chance.
    return Arrays.compare(a.text(), b.text()) <= 0
        ? between(a, repeatsOfA, b, repeatsOfB)
        : between(b, repeatsOfB, a, repeatsOfA);
  }

  private static Likeness between(Telling a, Repeats repeatsOfA, Telling b, Repeats repeatsOfB) {
    Titles titles = Titles.of(a, repeatsOfA, b, repeatsOfB);
    Evidence evidence = new Evidence(a, repeatsOfA, b, repeatsOfB);
    if (Math.min(a.text().length, b.text().length) <= NO_TEXT) {
      return new Likeness(titles.alike(), titles.equal(), false);
    }
    boolean alike = titles.alike() >= ALIKE;
    double score = Math.max(score(evidence, 0, alike), score(evidence, 1, alike));
    boolean same =
        !titles.numbersDiffer()
            && isEnough(evidence, titles, score)
            && !hasOtherValues(evidence)
            && !isFramedOnly(evidence, alike)
            && (alike || !isWithin(evidence))
            && !Titles.topicsDiffer(a, evidence.end(0), b, evidence.end(1));
    boolean strong =
        same
            && score >= 0.9
            && evidence.common() >= 30
            && (alike || 2 * evidence.common() >= Math.max(evidence.size(0), evidence.size(1)));
    return new Likeness(score, same, strong);
  }

  /** What stands after the common text is mostly the site's, what stands before it less often. */
  private static double score(Evidence evidence, int side, boolean alike) {
    double lost =
        evidence.between(side)
            + evidence.before(side) * (alike ? 0.5 : 0.8)
            + evidence.after(side) * (alike ? 0.2 : 0.5);
    return evidence.common() == 0 ? 0 : evidence.common() / (evidence.common() + lost);
  }

  /**
   * Without similar titles more is asked for: a paragraph, and of an excerpt that it is no
   * quotation.
   */
  private static boolean isEnough(Evidence evidence, Titles titles, double score) {
    int smaller = evidence.size(0) <= evidence.size(1) ? 0 : 1;
    if (evidence.ofEachScript(smaller) < 0.4) {
      return false;
    }
    if (titles.alike() >= ALIKE) {
      return evidence.everything() >= 6 && score >= 0.6;
    }
    boolean excerpt = evidence.common() < evidence.size(1 - smaller) / 2;
    boolean whole = score >= 0.95;
    return evidence.everything() >= (titles.similar() && whole ? 15 : 25)
        && evidence.common() >= (whole ? 5 : 15)
        && score >= (excerpt ? 0.85 : 0.8);
  }

  /** Whether the same places are filled in with other values, as in a template. */
  private static boolean hasOtherValues(Evidence evidence) {
    double common = evidence.common();
    int numbers = evidence.numbersSubstituted();
    int names = evidence.namesSubstituted();
    // Who rewrites sentences keeps the names and numbers in them.
    boolean kept =
        numbers + names == 0
            && evidence.numbersCommon() + evidence.namesCommon() > 3
            && common > 60;
    return evidence.substituted() > (kept ? 0.2 : 0.11) * (common + evidence.substituted())
        || (numbers > 0 && (common < 120 * numbers || numbers * 5 > evidence.numbersCommon()))
        || (names > 1 && names * 4 > evidence.namesCommon());
  }

  /**
   * Whether both begin or end in their own ways, at such length that the common text is the frame.
   */
  private static boolean isFramedOnly(Evidence evidence, boolean alike) {
    double common = evidence.common();
    double after = Math.min(evidence.after(0), evidence.after(1));
    return after > (alike ? 0.5 : 0.4) * common
        || (!alike && evidence.openings() > Math.min(8, 0.12 * common));
  }

  /** Whether the common text stands somewhere within a longer one that tells other things too. */
  private static boolean isWithin(Evidence evidence) {
    int larger = evidence.size(0) > evidence.size(1) ? 0 : 1;
    double size = evidence.size(larger);
    boolean pure = evidence.common() > 0.9 * evidence.size(1 - larger);
    return evidence.common() < size / 2
        && evidence.lead(larger) > (pure ? Math.max(40, size / 5) : Math.max(15, size / 10));
  }
}

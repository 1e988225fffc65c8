package dev.transponder.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds what two texts have in common, in its order: runs of words that stand in both.
 *
 * <p>Runs of four words that stand once in each text are anchors (as in a patience diff), the
 * longest rising sequence of them is the frame, and what lies between two of them is aligned in the
 * same way with runs of two words and at last word by word, where it is small. So the time grows
 * with the length of the texts, not with its square.
 */
final class Alignment {
  /** Words of an anchor, from the outer level to the inner one. */
  private static final int[] ANCHORS = {4, 2};

  /** Words on the larger side of a gap in which shorter anchors mean anything. */
  private static final int LARGEST_GAP = 200;

  /** Cells of the table for a gap that is aligned word by word. */
  private static final int LARGEST_TABLE = 2_500;

  /** Words on the larger side of a gap in which a single word in common is no accident. */
  private static final int SMALL_GAP = 10;

  /** A run of words that stands in both texts. */
  record Run(int a, int b, int length) {}

  private final int[] a;
  private final int[] b;
  private final List<Run> runs = new ArrayList<>();

  private Alignment(int[] a, int[] b) {
    this.a = a;
    this.b = b;
  }

  /** The runs in common, rising on both sides, none touching the next on both. */
  static List<Run> of(int[] a, int[] b) {
    Alignment alignment = new Alignment(says(a), says(b));
    alignment.align(0, a.length, 0, b.length, 0);
    return alignment.joined();
  }

  private static int[] says(int[] tokens) {
    return Arrays.stream(tokens).map(Tokens::says).toArray();
  }

  private void align(int fromA, int toA, int fromB, int toB, int level) {
    int startA = fromA;
    int startB = fromB;
    while (startA < toA && startB < toB && a[startA] == b[startB]) {
      startA++;
      startB++;
    }
    add(fromA, fromB, startA - fromA);
    int endA = toA;
    int endB = toB;
    while (endA > startA && endB > startB && a[endA - 1] == b[endB - 1]) {
      endA--;
      endB--;
    }
    between(startA, endA, startB, endB, level);
    add(endA, endB, toA - endA);
  }

  private void between(int fromA, int toA, int fromB, int toB, int level) {
    int sizeA = toA - fromA;
    int sizeB = toB - fromB;
    if (sizeA == 0 || sizeB == 0) {
      return;
    }
    if (level > 0 && (long) sizeA * sizeB <= LARGEST_TABLE) {
      wordByWord(fromA, toA, fromB, toB);
    } else if (level == 0 || (level == 1 && Math.max(sizeA, sizeB) <= LARGEST_GAP)) {
      byAnchors(fromA, toA, fromB, toB, level);
    }
  }

  private void byAnchors(int fromA, int toA, int fromB, int toB, int level) {
    int atA = fromA;
    int atB = fromB;
    int size = ANCHORS[level];
    for (Run anchor : Anchors.of(a, fromA, toA, b, fromB, toB, size)) {
      if (anchor.a() < atA || anchor.b() < atB) {
        continue; // within the run of the anchor before
      }
      int startA = anchor.a();
      int startB = anchor.b();
      while (startA > atA && startB > atB && a[startA - 1] == b[startB - 1]) {
        startA--;
        startB--;
      }
      int endA = anchor.a() + size;
      int endB = anchor.b() + size;
      while (endA < toA && endB < toB && a[endA] == b[endB]) {
        endA++;
        endB++;
      }
      align(atA, startA, atB, startB, level + 1);
      add(startA, startB, endA - startA);
      atA = endA;
      atB = endB;
    }
    align(atA, toA, atB, toB, level + 1);
  }

  /** The longest common subsequence. */
  private void wordByWord(int fromA, int toA, int fromB, int toB) {
    int sizeA = toA - fromA;
    int sizeB = toB - fromB;
    short[][] longest = new short[sizeA + 1][sizeB + 1];
    for (int i = sizeA - 1; i >= 0; i--) {
      for (int j = sizeB - 1; j >= 0; j--) {
        longest[i][j] =
            a[fromA + i] == b[fromB + j]
                ? (short) (longest[i + 1][j + 1] + 1)
                : (short) Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int least = Math.max(sizeA, sizeB) <= SMALL_GAP ? 1 : 2;
    int i = 0;
    int j = 0;
    while (i < sizeA && j < sizeB) {
      int length = 0;
      while (i + length < sizeA && j + length < sizeB && equal(fromA + i, fromB + j, length)) {
        length++;
      }
      if (length >= least) {
        add(fromA + i, fromB + j, length);
      }
      if (length > 0) {
        i += length;
        j += length;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }

  private boolean equal(int atA, int atB, int offset) {
    return a[atA + offset] == b[atB + offset];
  }

  private void add(int atA, int atB, int length) {
    if (length > 0) {
      runs.add(new Run(atA, atB, length));
    }
  }

  private List<Run> joined() {
    List<Run> joined = new ArrayList<>();
    for (Run run : runs) {
      Run last = joined.isEmpty() ? null : joined.getLast();
      if (last != null
          && last.a() + last.length() == run.a()
          && last.b() + last.length() == run.b()) {
        joined.set(joined.size() - 1, new Run(last.a(), last.b(), last.length() + run.length()));
      } else {
        joined.add(run);
      }
    }
    return joined;
  }
}

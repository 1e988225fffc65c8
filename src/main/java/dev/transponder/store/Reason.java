package dev.transponder.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Why entries are in one story.
 *
 * @param byLink whether they share a link, or are held together by shared links alone
 * @param likeness of their texts, from 0 to 1; 1 by link
 * @param direct whether nothing stands between them; else others of the story do, and the likeness
 *     is the lowest on the best way
 */
public record Reason(boolean byLink, double likeness, boolean direct) {
  /** They share a link. */
  public static final Reason LINK = new Reason(true, 1, true);

  /** The likeness with two digits, cut, so that 1.00 means equal. */
  public double rounded() {
    return BigDecimal.valueOf(likeness).setScale(2, RoundingMode.DOWN).doubleValue();
  }

  /** For people: {@code shared link} or {@code likeness 0.93}. */
  public String words() {
    return byLink ? "shared link" : String.format(Locale.ROOT, "likeness %.2f", rounded());
  }
}

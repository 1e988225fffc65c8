package dev.transponder.story;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What in a block of text changes though nobody edits the entry: numbers of comments and readers,
 * and advertisements that say that they are.
 *
 * <p>A number that was put right must count as a change, so a counter is recognised with care: it
 * stands after the text, in a short part without the end of a sentence, is a whole number, and all
 * that is with it are one to three words behind it ("12 comments"), or before it if it is in
 * brackets ("Kommentare (12)"). "Dead: 12", "Version 12" and "12 EUR" are none, and the digits of
 * what only looks like a counter are stored nevertheless: see {@link ContentHash}. Pure.
 */
final class Counters {
  /** In place of the number of a counter. */
  static final String SOME = "#";

  /** Whole, also grouped: 1,234, 1.234, 1 234. */
  private static final String NUMBER =
      "(?:\\d{1,3}(?:[.,'\\u2019 \\u00a0\\u202f]\\d{3})+|\\d+)[KkMm]?";

  private static final String WORDS =
      "\\p{L}[\\p{L}\\p{M}'\\u2019-]*(?: [\\p{L}\\p{M}'\\u2019-]+){0,2}";
  private static final Pattern COUNTER =
      Pattern.compile(
          "(?<number>%1$s) ?(?<words>%2$s)|(?<label>%2$s) ?[(\\uff08]%1$s[)\\uff09]"
              .formatted(NUMBER, WORDS));
  private static final Pattern CURRENCY = Pattern.compile("\\p{Lu}{3}");

  /** Where a counter may stand apart from its neighbours without markup between them. */
  private static final Pattern SEAM =
      Pattern.compile(
          "(?<=[.!?\\u2026\"\\u201d)])\\s+|(?<=[\\u3002\\uff01\\uff1f])\\s*|\\s*[|\\u00b7\\u2022]\\s*");

  private static final Pattern SENTENCE =
      Pattern.compile(".*[.!?\\u2026:;,\\u3002\\uff01\\uff1f\\uff1a\\uff0c]");

  /** What follows the text of an entry is short: "Read more", "Share". */
  private static final int SHORT = 40;

  /** Of all who must by law or custom say that a text is paid for, in the languages we can read. */
  private static final Pattern ADVERTISEMENT =
      Pattern.compile(
          "(?iu)(?:advertisement|advertorial|sponsored(?: post| content)?|promoted|ad|anzeige|werbung|publicit\\u00e9"
              + "|sponsoris\\u00e9|publicidad|patrocinado|pubblicit\\u00e0|publicidade|advertentie|annons|reklame|reklama"
              + "|\\u0440\\u0435\\u043a\\u043b\\u0430\\u043c\\u0430|\\u5e83\\u544a|\\u5e7f\\u544a|\\u5ee3\\u544a|\\uad11\\uace0)"
              + "\\s*(?:[:\\uff1a|\\u2013\\u2014\\u00b7\\]\\u3011)-].*|)"
              + "|(?iu)sponsored by .*");

  private static final Pattern OPENING = Pattern.compile("^[\\[\\u3010(\\uff08]+");

  private Counters() {}

  /** The blocks that do not say that they are advertisements. */
  static List<String> withoutAdvertisements(List<String> blocks) {
    return blocks.stream().filter(block -> !isAdvertisement(block)).toList();
  }

  /** The parts of the blocks, the counters among them without numbers. */
  static List<String> masked(List<String> blocks) {
    List<String> parts = new ArrayList<>();
    blocks.stream()
        .flatMap(block -> Stream.of(SEAM.split(block)))
        .filter(part -> !part.isBlank())
        .forEach(parts::add);
    int last = parts.size() - 1;
    while (last >= 0 && isShort(parts.get(last))) {
      last--;
    }
    if (last < 0) {
      return parts; // nothing but short parts: one of them may be all that the entry says
    }
    for (int i = last + 1; i < parts.size(); i++) {
      parts.set(i, masked(parts.get(i)));
    }
    return parts;
  }

  private static boolean isAdvertisement(String block) {
    return ADVERTISEMENT.matcher(OPENING.matcher(block).replaceFirst("")).matches();
  }

  private static boolean isShort(String part) {
    return part.length() <= SHORT && !SENTENCE.matcher(part).matches();
  }

  private static String masked(String part) {
    Matcher counter = COUNTER.matcher(part);
    if (!counter.matches()) {
      return part;
    }
    String words = counter.group("words");
    if (words == null) {
      return counter.group("label") + " " + SOME;
    }
    return CURRENCY.matcher(words).matches() ? part : SOME + " " + words;
  }
}

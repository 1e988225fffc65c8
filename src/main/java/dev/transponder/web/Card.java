package dev.transponder.web;

import dev.transponder.publish.Shown;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry in short, for a page of updates.
 *
 * @param language a BCP 47 tag, null if it is not known
 * @param category the user's heading for the source, else the entry's own first one
 * @param date for machines
 * @param day for people
 * @param dated whether the document gave the date; else it is the day of first sight
 * @param also the other sources that tell the same, the first of them
 * @param others how many more do
 * @param excerpt plain text, may be empty
 */
record Card(
    long number,
    String title,
    @Nullable String language,
    String source,
    @Nullable String category,
    String date,
    String day,
    boolean dated,
    List<AlsoLine> also,
    int others,
    String excerpt) {
  /** Names that a card has room for. */
  private static final int NAMED = 5;

  static Card of(Shown shown, int excerpt) {
    Instant published = shown.published();
    Instant date = published == null ? shown.stored().firstSeen() : published;
    return new Card(
        shown.number(),
        shown.title(),
        shown.stored().entry().language(),
        shown.origin().name(),
        category(shown),
        Day.machine(date),
        Day.of(date),
        published != null,
        shown.also().stream().limit(NAMED).map(AlsoLine::of).toList(),
        Math.max(shown.also().size() - NAMED, 0),
        shown.titled() ? shown.excerpt(excerpt) : below(shown, excerpt));
  }

  /** The text below a title that is made of its first words: nothing if the title says it all. */
  private static String below(Shown shown, int most) {
    String text = shown.excerpt(most);
    return text.equals(shown.title()) ? "" : text;
  }

  private static @Nullable String category(Shown shown) {
    if (shown.origin().category() != null) {
      return shown.origin().category();
    }
    List<String> categories = shown.stored().entry().categories();
    return categories.isEmpty() ? null : categories.getFirst();
  }
}

package dev.transponder.web;

import dev.transponder.model.Entry;
import dev.transponder.model.Person;
import dev.transponder.publish.Shown;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entry in full, for its own page.
 *
 * @param card the same as on a page of updates
 * @param site of the source
 * @param link the original
 * @param host of the original, for people
 * @param html clean: shown as it is
 * @param image shown above the text, null if there is none or the text shows it already
 * @param also all other sources that tell the same
 * @param leftOut which key of feeds.yml keeps it out of feeds and lists, null if none does; not the
 *     pattern, which is the user's own affair
 * @param authors names, separated by commas; empty if none is known
 */
record EntryView(
    Card card,
    @Nullable String site,
    @Nullable String link,
    @Nullable String host,
    String html,
    @Nullable String image,
    String authors,
    List<String> categories,
    List<FileLine> files,
    @Nullable String rights,
    List<AlsoLine> also,
    @Nullable String leftOut) {

  static EntryView of(Shown shown) {
    Entry entry = shown.stored().entry();
    String html = shown.html();
    String link = shown.link();
    return new EntryView(
        Card.of(shown, 0),
        shown.origin().site(),
        link,
        link == null
            ? null
            : link.replaceFirst("(?i)^https?://(www\\.)?", "").replaceFirst("[/?#].*", ""),
        html,
        image(entry, html),
        entry.authors().stream().map(Person::name).collect(Collectors.joining(", ")),
        entry.categories(),
        entry.enclosures().stream().map(FileLine::of).toList(),
        entry.rights(),
        shown.also().stream().map(AlsoLine::of).toList(),
        leftOut(shown.dropped()));
  }

  private static @Nullable String leftOut(@Nullable String rule) {
    return rule == null ? null : rule.startsWith("keep") ? "keep" : "drop";
  }

  private static @Nullable String image(Entry entry, String html) {
    String image = entry.image();
    if (image == null || !image.matches("(?is)https?://.+")) {
      return null;
    }
    return html.contains(image.replace("&", "&amp;")) ? null : image;
  }
}

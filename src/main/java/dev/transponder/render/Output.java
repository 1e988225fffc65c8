package dev.transponder.render;

import dev.transponder.text.Dates;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What a feed of ours is to say, in whichever format.
 *
 * @param title plain text; a blank one becomes the base URL
 * @param subtitle plain text, may be blank: then there is none
 * @param baseUrl what we call ourselves, ends in a slash
 * @param path of the folder of its documents below the base URL: "", "category/nlp/"
 * @param entries in the order of the document, each Atom id once
 */
public record Output(
    String title, String subtitle, String baseUrl, String path, List<OutputEntry> entries) {
  public Output {
    entries = List.copyOf(entries);
  }

  /** Where the document of that format is. */
  public String url(Format format) {
    return Iri.of(baseUrl + path + format.file());
  }

  /**
   * When it last changed: its newest entry's updated, never the time of rendering; the earliest
   * date of all if it has none, so that its bytes never change.
   */
  Instant updated() {
    return entries.stream()
        .map(OutputEntry::updated)
        .max(Comparator.naturalOrder())
        .orElse(Dates.EARLIEST);
  }

  /** Never blank. */
  String heading() {
    return Values.present(title) ? title : baseUrl;
  }
}

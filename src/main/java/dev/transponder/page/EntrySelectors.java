package dev.transponder.page;

import dev.transponder.model.Entry;
import dev.transponder.model.Person;
import dev.transponder.model.Selectors;
import dev.transponder.text.Dates;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads one entry from its element; what no selector is given for is found where it usually is. */
record EntrySelectors(
    Selector entry,
    @Nullable Selector link,
    @Nullable Selector title,
    @Nullable Selector date,
    @Nullable Selector summary,
    @Nullable Selector author,
    @Nullable Selector category,
    @Nullable Selector image) {

  private static final String HEADING = "h1, h2, h3, h4, h5, h6, [role=heading]";
  private static final String BLOCK = "p, div, ul, ol, table, section, article, header, footer";

  /**
   * The selectors of a source, read.
   *
   * @throws IllegalArgumentException if one is not a selector
   */
  static EntrySelectors of(Selectors written) {
    return new EntrySelectors(
        Selector.of(written.entry()),
        Selector.ofNullable(written.link()),
        Selector.ofNullable(written.title()),
        Selector.ofNullable(written.date()),
        Selector.ofNullable(written.summary()),
        Selector.ofNullable(written.author()),
        Selector.ofNullable(written.category()),
        Selector.ofNullable(written.image()));
  }

  Entry read(Element element) {
    return Entry.builder()
        .link(link(element))
        .title(title(element))
        .published(published(element))
        .summary(summary(element))
        .authors(authors(element))
        .categories(categories(element))
        .image(image(element))
        .language(Html.language(element))
        .build();
  }

  private @Nullable String link(Element element) {
    if (link == null) {
      return Links.inside(element);
    }
    Element selected = link.first(element);
    if (selected == null) {
      return null;
    }
    return link.attribute() == null
        ? Links.inside(selected)
        : Links.absolute(selected, link.attribute());
  }

  private @Nullable String title(Element element) {
    if (title != null) {
      Element selected = title.first(element);
      return selected == null ? null : title.text(selected);
    }
    Element heading = element.selectFirst(HEADING);
    return heading != null && heading.hasText() ? heading.text() : textOfLink(element);
  }

  /** A link around a whole card has no title for its text. */
  private static @Nullable String textOfLink(Element element) {
    for (Element anchor : element.select("a[href]")) {
      String text = anchor.text();
      if (anchor.selectFirst(BLOCK) == null && !text.isBlank() && !Titles.invites(text)) {
        return text;
      }
    }
    return null;
  }

  private @Nullable Instant published(Element element) {
    Element selected = date == null ? element.selectFirst("time") : date.first(element);
    if (selected == null) {
      return null;
    }
    if (date != null && date.attribute() != null) {
      return Dates.parse(selected.attr(date.attribute()));
    }
    Instant exact = selected.hasAttr("datetime") ? Dates.parse(selected.attr("datetime")) : null;
    return exact == null ? Dates.parse(selected.text()) : exact;
  }

  private @Nullable String summary(Element element) {
    Element selected = summary == null ? null : summary.first(element);
    if (summary == null || selected == null) {
      return null;
    }
    return summary.attribute() == null
        ? Html.nonBlank(selected.html())
        : escaped(summary.text(selected));
  }

  private List<Person> authors(Element element) {
    Element selected = author == null ? null : author.first(element);
    String name = author == null || selected == null ? null : author.text(selected);
    return name == null ? List.of() : List.of(new Person(name, null, null));
  }

  private List<String> categories(Element element) {
    return category == null
        ? List.of()
        : category.all(element).stream()
            .map(category::text)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
  }

  private @Nullable String image(Element element) {
    Element selected = image == null ? null : image.first(element);
    if (image == null || selected == null) {
      return null;
    }
    return image.attribute() == null
        ? Links.image(selected)
        : Links.absolute(selected, image.attribute());
  }

  /** The value of an attribute is text: its {@code <} is a character. */
  private static @Nullable String escaped(@Nullable String text) {
    return text == null
        ? null
        : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

package dev.transponder.page;

import dev.transponder.model.Entry;
import dev.transponder.model.Person;
import dev.transponder.model.Selectors;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
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

  Entry read(Card card, Facts facts) {
    facts.budget().check();
    String link = link(card);
    String summary = summary(card);
    return Entry.builder()
        .link(link)
        .title(title(card, summary))
        .published(published(card, facts.dates(), link))
        .summary(summary)
        .authors(authors(card))
        .categories(categories(card))
        .image(image(card))
        .language(Html.language(card.head()))
        .build();
  }

  private @Nullable String link(Card card) {
    Element selected = link == null ? null : link.first(card);
    if (link == null || (selected == null && !link.isOwn())) {
      // Where the selector of the links fails, the first link may be that of a label.
      Predicate<String> wanted = link == null ? _ -> true : url -> !LinkVote.isLabel(url);
      return card.parts()
          .map(part -> Links.inside(part, wanted))
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }
    if (selected == null) {
      return null;
    }
    return link.attribute() == null
        ? Links.inside(selected)
        : Links.absolute(selected, link.attribute());
  }

  private @Nullable String title(Card card, @Nullable String summary) {
    Element selected = title == null ? null : title.first(card);
    String text = title == null || selected == null ? null : title.text(selected);
    if (text == null || Titles.invites(text)) {
      text = Titles.usual(card);
    }
    return text == null ? Titles.ofExcerpt(summary) : Titles.tidy(text);
  }

  private @Nullable Instant published(Card card, DateReader dates, @Nullable String link) {
    Element selected = date == null ? null : date.first(card);
    selected = selected == null ? card.head().selectFirst("time") : selected;
    if (date != null && date.attribute() != null && selected != null) {
      return dates.exact(selected.attr(date.attribute()));
    }
    Instant said = selected == null ? null : dates.of(selected);
    if (said == null && selected != null) {
      said = dates.headings().complete(selected.text(), card.head());
    }
    return said == null ? DateReader.inUrl(link) : said;
  }

  private @Nullable String summary(Card card) {
    Element selected = summary == null ? null : summary.first(card);
    if (summary == null || selected == null) {
      return null;
    }
    return summary.attribute() == null
        ? Html.nonBlank(selected.html())
        : escaped(summary.text(selected));
  }

  private List<Person> authors(Card card) {
    Element selected = author == null ? null : author.first(card);
    String name = author == null || selected == null ? null : author.text(selected);
    return name == null ? List.of() : List.of(new Person(name, null, null));
  }

  private List<String> categories(Card card) {
    return category == null
        ? List.of()
        : category.all(card).stream()
            .map(category::text)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
  }

  private @Nullable String image(Card card) {
    Element selected = image == null ? null : image.first(card);
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

package dev.transponder.publish;

import dev.transponder.clean.Cleaner;
import dev.transponder.model.Entry;
import dev.transponder.model.Person;
import dev.transponder.model.Rules.Replace;
import dev.transponder.model.Source;
import dev.transponder.model.StoredEntry;
import dev.transponder.rules.Replacing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Shows entries as the {@code replace} rules of their sources want them. What is stored stays as it
 * is. What rules make is cleaned like everything that comes from outside. Thread safe.
 */
public final class Rewriting {
  private final Map<String, List<Replacing>> bySource = new HashMap<>();
  private final Cleaner cleaner = new Cleaner();

  private Rewriting() {}

  /** The rules of all sources that have some. */
  static Map<String, List<Replace>> rules(List<Source> sources) {
    Map<String, List<Replace>> rules = new HashMap<>();
    for (Source source : sources) {
      if (!source.rules().replace().isEmpty()) {
        rules.put(source.id(), source.rules().replace());
      }
    }
    return rules;
  }

  /**
   * By some rules.
   *
   * @param rules by source id
   */
  public static Rewriting by(Map<String, List<Replace>> rules) {
    Rewriting rewriting = new Rewriting();
    rules.forEach(
        (id, replaces) ->
            rewriting.bySource.put(id, replaces.stream().map(Replacing::new).toList()));
    return rewriting;
  }

  /** The entry as it is shown. */
  StoredEntry of(StoredEntry stored) {
    Entry entry = of(stored.sourceId(), stored.entry());
    return entry.equals(stored.entry()) ? stored : stored.with(entry);
  }

  /** The link of an entry of a source as it is shown. */
  @Nullable String link(String sourceId, @Nullable String link) {
    return of(sourceId, Entry.builder().link(link).build()).link();
  }

  private Entry of(String sourceId, Entry stored) {
    Entry entry = stored;
    for (Replacing rule : bySource.getOrDefault(sourceId, List.of())) {
      entry = replaced(entry, rule);
    }
    return entry.equals(stored) ? stored : cleaned(entry, stored);
  }

  private static Entry replaced(Entry entry, Replacing rule) {
    Entry.Builder builder = entry.toBuilder();
    UnaryOperator<String> text = rule::apply;
    return (switch (rule.field()) {
          case TITLE -> builder.title(each(entry.title(), text));
          case LINK -> builder.link(each(entry.link(), text));
          case LANGUAGE -> builder.language(each(entry.language(), text));
          case AUTHOR -> builder.authors(authors(entry.authors(), text));
          case CATEGORY -> builder.categories(entry.categories().stream().map(text).toList());
          case CONTENT ->
              builder
                  .content(each(entry.content(), html -> Cleaner.edited(html, rule::edits)))
                  .summary(each(entry.summary(), html -> Cleaner.edited(html, rule::edits)));
        })
        .build();
  }

  private static @Nullable String each(@Nullable String text, UnaryOperator<String> rule) {
    return text == null ? null : rule.apply(text);
  }

  private static List<Person> authors(List<Person> authors, UnaryOperator<String> rule) {
    List<Person> renamed = new ArrayList<>();
    for (Person author : authors) {
      String name = rule.apply(author.name());
      if (!name.isBlank()) {
        renamed.add(
            name.equals(author.name()) ? author : new Person(name, author.uri(), author.email()));
      }
    }
    return renamed;
  }

  /** A link that would be none any more stays as it was: an entry leads to its original. */
  private Entry cleaned(Entry changed, Entry before) {
    Entry clean = cleaner.clean(changed, Objects.requireNonNullElse(before.link(), ""));
    return clean.link() == null ? clean.toBuilder().link(before.link()).build() : clean;
  }
}

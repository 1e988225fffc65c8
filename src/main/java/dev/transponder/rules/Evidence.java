package dev.transponder.rules;

import dev.transponder.model.Entry;
import dev.transponder.model.Person;
import dev.transponder.model.Rules.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one entry has for the patterns. Not thread safe. */
final class Evidence {
  private static final List<String> NOTHING = List.of("");

  private final Entry entry;
  private final Instant firstSeen;
  private final UnaryOperator<String> reader;
  private @Nullable List<String> content;

  Evidence(Entry entry, Instant firstSeen, UnaryOperator<String> reader) {
    this.entry = entry;
    this.firstSeen = firstSeen;
    this.reader = reader;
  }

  /** The texts of a field; what an entry does not have is an empty text. */
  List<String> texts(Field field) {
    return switch (field) {
      case TITLE -> text(entry.title());
      case LINK -> text(entry.link());
      case AUTHOR -> some(entry.authors().stream().map(Person::name).toList());
      case CATEGORY -> some(entry.categories());
      case CONTENT -> content();
      case LANGUAGE -> text(entry.language());
    };
  }

  /** How old it was when it was first seen; zero if it has no date. */
  Duration age() {
    Instant said = entry.published() == null ? entry.updated() : entry.published();
    return said == null || said.isAfter(firstSeen)
        ? Duration.ZERO
        : Duration.between(said, firstSeen);
  }

  private List<String> content() {
    List<String> texts = content;
    if (texts == null) {
      texts =
          some(
              Stream.of(entry.content(), entry.summary())
                  .flatMap(Stream::ofNullable)
                  .distinct()
                  .map(reader)
                  .toList());
      content = texts;
    }
    return texts;
  }

  private static List<String> text(@Nullable String text) {
    return text == null ? NOTHING : List.of(text);
  }

  private static List<String> some(List<String> texts) {
    return texts.isEmpty() ? NOTHING : texts;
  }
}

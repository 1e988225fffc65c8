package dev.transponder.render;

import dev.transponder.model.Person;
import dev.transponder.text.XmlChars;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of an entry may be written: the same in every format, so that no reader of one of them knows
 * less or other things than those of the others.
 */
final class Values {
  /** {@code atomLanguageTag} of RFC 4287. */
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

  private static final Pattern MEDIA_TYPE = Pattern.compile("[^/\\s]+/\\S.*");
  private static final Pattern EMAIL = Pattern.compile(".+@.+");

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private Values() {}

  /** Whether anything of the text is left when it is written. */
  static boolean present(String text) {
    return !XmlChars.clean(text).isBlank();
  }

  /** Something of the text must be left when it is written. */
  static void required(String name, String text) {
    if (!present(text)) {
      throw new IllegalArgumentException("an entry without " + name);
    }
  }

  static String title(OutputEntry entry) {
    return present(entry.title()) ? entry.title() : entry.link();
  }

  /** Every entry has an author: where none is named, its source stands for them. */
  static List<Person> authors(OutputEntry entry) {
    List<Person> named = named(entry.authors());
    return named.isEmpty() ? List.of(new Person(entry.origin().title(), null, null)) : named;
  }

  static List<Person> named(List<Person> people) {
    return people.stream().filter(person -> present(person.name())).toList();
  }

  /** Each once. */
  static List<String> categories(OutputEntry entry) {
    return entry.categories().stream()
        .map(XmlChars::clean)
        .filter(Values::present)
        .distinct()
        .toList();
  }

  /** With a four-digit year and whole seconds. */
  static Instant date(Instant instant) {
    Instant written = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
    return written.truncatedTo(ChronoUnit.SECONDS);
  }

  /** {@code en_US} is seen in the wild; what is no tag at all is left out. */
  static @Nullable String language(@Nullable String written) {
    return matching(LANGUAGE, written == null ? null : written.strip().replace('_', '-'));
  }

  static @Nullable String mediaType(@Nullable String written) {
    return matching(MEDIA_TYPE, written);
  }

  static @Nullable String email(@Nullable String written) {
    return matching(EMAIL, written);
  }

  /** What is left of the text when it is written, null if that has another form. */
  private static @Nullable String matching(Pattern form, @Nullable String text) {
    String written = text == null ? "" : XmlChars.clean(text);
    return form.matcher(written).matches() ? written : null;
  }
}

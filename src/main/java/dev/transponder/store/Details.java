package dev.transponder.store;

import dev.transponder.model.Enclosure;
import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.Guid;
import dev.transponder.model.Media;
import dev.transponder.model.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns the parts of an {@link Entry} that have no column of their own, and a whole {@link
 * FeedHead}, into JSON and back. A new component of either is added here, in both directions.
 */
final class Details {
  private Details() {}

  static String of(Entry entry) {
    Guid guid = entry.guid();
    return Json.object()
        .put("guid", guid == null ? null : guid.text())
        .put("guidKind", guid == null ? null : guid.kind().name())
        .put("published", time(entry.published()))
        .put("updated", time(entry.updated()))
        .put("authors", people(entry.authors()))
        .put("contributors", people(entry.contributors()))
        .put("categories", entry.categories())
        .put("enclosures", entry.enclosures().stream().map(Details::enclosure).toList())
        .put("language", entry.language())
        .put("image", entry.image())
        .put("rights", entry.rights())
        .put("comments", entry.comments())
        .put("media", entry.media().equals(Media.NONE) ? null : media(entry.media()))
        .toString();
  }

  /** The entry as far as {@link #of} kept it; its columns are still to be set. */
  static Entry.Builder entry(String details) {
    Json json = Json.parse(details);
    String guid = json.text("guid");
    return Entry.builder()
        .guid(guid == null ? null : new Guid(guid, Guid.Kind.valueOf(json.required("guidKind"))))
        .published(instant(json.text("published")))
        .updated(instant(json.text("updated")))
        .authors(people(json, "authors"))
        .contributors(people(json, "contributors"))
        .categories(json.texts("categories"))
        .enclosures(json.children("enclosures").stream().map(Details::enclosure).toList())
        .language(json.text("language"))
        .image(json.text("image"))
        .rights(json.text("rights"))
        .comments(json.text("comments"))
        .media(media(json.child("media")));
  }

  /** The GUID alone, null if the entry has none. */
  static @Nullable String guid(String details) {
    return Json.parse(details).text("guid");
  }

  static String of(FeedHead head) {
    return Json.object()
        .put("id", head.id())
        .put("title", head.title())
        .put("link", head.link())
        .put("self", head.self())
        .put("subtitle", head.subtitle())
        .put("updated", time(head.updated()))
        .put("authors", people(head.authors()))
        .put("language", head.language())
        .put("rights", head.rights())
        .put("icon", head.icon())
        .put("hubs", head.hubs())
        .toString();
  }

  static FeedHead head(String text) {
    Json json = Json.parse(text);
    return new FeedHead(
        json.text("id"),
        json.text("title"),
        json.text("link"),
        json.text("self"),
        json.text("subtitle"),
        instant(json.text("updated")),
        people(json, "authors"),
        json.text("language"),
        json.text("rights"),
        json.text("icon"),
        json.texts("hubs"));
  }

  private static List<Json> people(List<Person> people) {
    return people.stream()
        .map(
            person ->
                Json.object()
                    .put("name", person.name())
                    .put("uri", person.uri())
                    .put("email", person.email()))
        .toList();
  }

  private static List<Person> people(Json json, String name) {
    return json.children(name).stream()
        .map(
            person -> new Person(person.required("name"), person.text("uri"), person.text("email")))
        .toList();
  }

  private static Json enclosure(Enclosure enclosure) {
    return Json.object()
        .put("url", enclosure.url())
        .put("type", enclosure.type())
        .put("length", enclosure.length());
  }

  private static Enclosure enclosure(Json json) {
    return new Enclosure(json.required("url"), json.text("type"), json.number("length"));
  }

  private static Json media(Media media) {
    return Json.object()
        .put("duration", Objects.toString(media.duration(), null))
        .put("season", number(media.season()))
        .put("episode", number(media.episode()))
        .put("explicit", media.explicit())
        .put("files", media.files().stream().map(Details::enclosure).toList());
  }

  private static Media media(@Nullable Json json) {
    if (json == null) {
      return Media.NONE;
    }
    String duration = json.text("duration");
    return new Media(
        duration == null ? null : Duration.parse(duration),
        integer(json.number("season")),
        integer(json.number("episode")),
        json.flag("explicit"),
        json.children("files").stream().map(Details::enclosure).toList());
  }

  private static @Nullable Long number(@Nullable Integer number) {
    return number == null ? null : Long.valueOf(number);
  }

  private static @Nullable Integer integer(@Nullable Long number) {
    return number == null ? null : Math.toIntExact(number);
  }

  private static @Nullable String time(@Nullable Instant instant) {
    return Objects.toString(instant, null);
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }
}

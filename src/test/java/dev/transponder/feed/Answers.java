package dev.transponder.feed;

import dev.transponder.model.Enclosure;
import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.Media;
import dev.transponder.model.Person;
import dev.transponder.model.Reading;
import dev.transponder.model.Wait;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A reading as plain maps and lists, as the expectations of the fixtures are written. */
final class Answers {
  private Answers() {}

  static Map<String, @Nullable Object> of(Reading reading) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("reading", reading.getClass().getSimpleName());
    if (reading instanceof Reading.Parsed parsed) {
      answer.put("format", parsed.format());
      answer.put("damaged", parsed.damaged());
      answer.put("next", parsed.next());
      answer.put(
          "waits", parsed.waits().stream().map(Wait::duration).map(String::valueOf).toList());
      answer.put("quiet", quiet(parsed));
      answer.put("head", head(parsed.head()));
      answer.put("entries", parsed.entries().stream().map(Answers::entry).toList());
    }
    return answer;
  }

  private static Map<String, @Nullable Object> quiet(Reading.Parsed parsed) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("hours", parsed.quiet().hours().stream().sorted().toList());
    map.put("days", parsed.quiet().days().stream().map(Enum::name).toList());
    return map;
  }

  private static Map<String, @Nullable Object> head(FeedHead head) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("id", head.id());
    map.put("title", head.title());
    map.put("link", head.link());
    map.put("self", head.self());
    map.put("subtitle", head.subtitle());
    map.put("updated", text(head.updated()));
    map.put("authors", head.authors().stream().map(Person::name).toList());
    map.put("language", head.language());
    map.put("rights", head.rights());
    map.put("icon", head.icon());
    map.put("hubs", head.hubs());
    return map;
  }

  private static Map<String, @Nullable Object> entry(Entry entry) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("id", entry.guid() == null ? null : entry.guid().text());
    map.put("title", entry.title());
    map.put("link", entry.link());
    map.put("published", text(entry.published()));
    map.put("updated", text(entry.updated()));
    map.put("summary", entry.summary());
    map.put("content", entry.content());
    map.put("authors", entry.authors().stream().map(Person::name).toList());
    map.put("contributors", entry.contributors().stream().map(Person::name).toList());
    map.put("categories", entry.categories());
    map.put("enclosures", files(entry.enclosures()));
    map.put("language", entry.language());
    map.put("image", entry.image());
    map.put("comments", entry.comments());
    map.put("media", media(entry.media()));
    return map;
  }

  private static Map<String, @Nullable Object> media(Media media) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("duration", text(media.duration()));
    map.put("season", media.season());
    map.put("episode", media.episode());
    map.put("explicit", media.explicit());
    map.put("files", files(media.files()));
    return map;
  }

  private static List<Map<String, @Nullable Object>> files(List<Enclosure> files) {
    return files.stream()
        .map(
            file -> {
              Map<String, @Nullable Object> map = new LinkedHashMap<>();
              map.put("url", file.url());
              map.put("type", file.type());
              map.put("length", file.length());
              return map;
            })
        .toList();
  }

  private static @Nullable String text(@Nullable Object value) {
    return Objects.toString(value, null);
  }
}

package dev.transponder.cli;

import dev.transponder.model.Enclosure;
import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.Guid;
import dev.transponder.model.LearnedList;
import dev.transponder.model.Person;
import dev.transponder.model.Quiet;
import dev.transponder.model.Reading.Parsed;
import dev.transponder.model.Selectors;
import dev.transponder.refresh.Found;
import dev.transponder.refresh.NamedFeed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found at a URL, on its way from the running service to a command: the keys of {@code
 * preview --json} and those by which the command can show the rest. What no command shows of an
 * entry is not sent.
 */
public final class FoundReport {
  private FoundReport() {}

  /** One object in one line. */
  public static String json(Found found) {
    Parsed parsed = found.parsed();
    return Json.object(
        json -> {
          FoundJson.write(json, found);
          json.objects("named", found.feeds(), feed -> named(json, feed));
          json.text("problem", found.problem());
          json.flag("broken", found.broken());
          json.flag("damaged", parsed != null && parsed.damaged());
          json.text("read", found.feed());
          json.text("often", found.often());
          json.object("list", found.list(), list -> list(json, list));
        });
  }

  private static void named(Json json, NamedFeed feed) {
    json.text("url", feed.url());
    json.text("problem", feed.problem());
  }

  private static void list(Json json, LearnedList list) {
    json.text("confidence", Double.toString(list.confidence()));
    json.number("entries", (long) list.entries());
    json.number("titled", (long) list.titled());
    json.number("dated", (long) list.dated());
    json.number("linked", (long) list.linked());
    json.text("shape", list.shape());
    Selectors rule = list.rule();
    json.text("entry", rule.entry());
    json.text("link", rule.link());
    json.text("title", rule.title());
    json.text("date", rule.date());
    json.text("summary", rule.summary());
    json.text("author", rule.author());
    json.text("category", rule.category());
    json.text("image", rule.image());
    json.text("next", rule.next());
  }

  /**
   * Reads what {@link #json} wrote in another process.
   *
   * @throws IllegalArgumentException if it is no such report
   */
  static Found parse(String text) {
    JsonObject found = JsonObject.parse(text);
    List<JsonObject> entries = found.objects("entries");
    return new Found(
        found.required("kind"),
        parsed(found, entries),
        entries.stream().map(entry -> entry.required("key")).toList(),
        dropped(entries),
        found.text("problem"),
        found.flag("broken"),
        found.objects("named").stream()
            .map(feed -> new NamedFeed(feed.required("url"), feed.text("problem")))
            .toList(),
        found.text("read"),
        found.text("often"),
        list(found.object("list")));
  }

  private static Map<String, String> dropped(List<JsonObject> entries) {
    Map<String, String> dropped = new HashMap<>();
    for (JsonObject entry : entries) {
      String rule = entry.text("dropped");
      if (rule != null) {
        dropped.put(entry.required("key"), rule);
      }
    }
    return dropped;
  }

  private static @Nullable Parsed parsed(JsonObject found, List<JsonObject> entries) {
    JsonObject head = found.object("feed");
    return head == null
        ? null
        : new Parsed(
            found.required("format"),
            head(head),
            entries.stream().map(FoundReport::entry).toList(),
            found.text("next"),
            List.of(),
            Quiet.NEVER,
            found.flag("damaged"));
  }

  private static FeedHead head(JsonObject head) {
    return new FeedHead(
        head.text("id"),
        head.text("title"),
        head.text("link"),
        null,
        head.text("subtitle"),
        head.time("updated"),
        people(head),
        head.text("language"),
        null,
        null,
        List.of());
  }

  private static Entry entry(JsonObject entry) {
    String id = entry.text("id");
    return Entry.builder()
        .guid(id == null ? null : new Guid(id, Guid.Kind.TEXT))
        .title(entry.text("title"))
        .link(entry.text("link"))
        .published(entry.time("published"))
        .updated(entry.time("updated"))
        .summary(entry.text("summary"))
        .content(entry.text("content"))
        .authors(people(entry))
        .categories(entry.texts("categories"))
        .enclosures(entry.objects("enclosures").stream().map(FoundReport::enclosure).toList())
        .language(entry.text("language"))
        .build();
  }

  private static List<Person> people(JsonObject json) {
    return json.texts("authors").stream().map(name -> new Person(name, null, null)).toList();
  }

  private static Enclosure enclosure(JsonObject json) {
    return new Enclosure(
        json.required("url"), json.text("type"), json.has("length") ? json.number("length") : null);
  }

  private static @Nullable LearnedList list(@Nullable JsonObject list) {
    return list == null
        ? null
        : new LearnedList(
            new Selectors(
                list.required("entry"),
                list.text("link"),
                list.text("title"),
                list.text("date"),
                list.text("summary"),
                list.text("author"),
                list.text("category"),
                list.text("image"),
                list.text("next")),
            Double.parseDouble(list.required("confidence")),
            (int) list.number("entries"),
            (int) list.number("titled"),
            (int) list.number("dated"),
            (int) list.number("linked"),
            list.text("shape"));
  }
}

package dev.transponder.cli;

import dev.transponder.model.Source;
import dev.transponder.store.Store;
import dev.transponder.store.StoryBook;
import dev.transponder.store.StoryEntry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was recognised as one story, and its JSON: the stories of which two or more sources of
 * feeds.yml have entries, the newest first.
 *
 * @param complete whether these are all
 */
public record StoriesReport(List<Line> stories, boolean complete) {
  static final StoriesReport NOTHING = new StoriesReport(List.of(), true);

  /** What one look shows; who has more looks at the newest. */
  private static final int MOST = 10_000;

  /**
   * One story.
   *
   * @param reason in words
   * @param likeness the lowest that is needed to hold it together; 1 where shared links do
   */
  record Line(List<Told> entries, String reason, double likeness) {}

  /**
   * One of its entries.
   *
   * @param id the GUID as in the document
   */
  record Told(String source, @Nullable String id, @Nullable String link) {}

  /** The report on sources of a store. */
  public static StoriesReport of(List<Source> sources, Store store) {
    Set<String> ids = sources.stream().map(Source::id).collect(Collectors.toSet());
    StoryBook.Newest newest = store.stories().newest(MOST);
    List<Line> lines =
        newest.stories().stream()
            .map(story -> line(story, ids))
            .filter(line -> line.entries().stream().map(Told::source).distinct().count() > 1)
            .toList();
    return new StoriesReport(lines, newest.complete());
  }

  private static Line line(StoryBook.Told story, Set<String> ids) {
    List<Told> entries =
        story.entries().stream()
            .filter(entry -> ids.contains(entry.sourceId()))
            .map(StoriesReport::told)
            .toList();
    return new Line(entries, story.reason().words(), story.reason().rounded());
  }

  private static Told told(StoryEntry entry) {
    return new Told(entry.sourceId(), entry.guid(), entry.link());
  }

  /** One object in one line. */
  public String json() {
    return Json.object(
        json -> {
          json.objects("stories", stories, line -> write(json, line));
          json.flag("complete", complete);
        });
  }

  private static void write(Json json, Line line) {
    json.objects(
        "entries",
        line.entries(),
        entry -> {
          json.text("source", entry.source());
          json.text("id", entry.id());
          json.text("link", entry.link());
        });
    json.text("reason", line.reason());
    json.decimal("likeness", line.likeness());
  }

  /**
   * Reads what {@link #json()} wrote, here or in another process.
   *
   * @throws IllegalArgumentException if it is no such report
   */
  static StoriesReport parse(String json) {
    JsonObject report = JsonObject.parse(json);
    return new StoriesReport(
        report.objects("stories").stream().map(StoriesReport::line).toList(),
        report.flag("complete"));
  }

  private static Line line(JsonObject line) {
    return new Line(
        line.objects("entries").stream()
            .map(entry -> new Told(entry.required("source"), entry.text("id"), entry.text("link")))
            .toList(),
        line.required("reason"),
        line.decimal("likeness"));
  }
}

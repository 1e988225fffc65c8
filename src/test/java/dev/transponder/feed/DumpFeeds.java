package dev.transponder.feed;

import dev.transponder.model.Document;
import dev.transponder.model.Entry;
import dev.transponder.model.Person;
import dev.transponder.model.Reading;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prints what the reader makes of the documents of list.jsonl files, one JSON object each. */
final class DumpFeeds {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DumpFeeds() {}

  public static void main(String[] args) throws IOException {
    FeedReader reader = new FeedReader();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String arg : args) {
      Path list = Path.of(arg);
      for (String line : Files.readAllLines(list)) {
        out.println(answer(reader, JSON.readTree(line), list));
      }
    }
  }

  private static String answer(FeedReader reader, JsonNode node, Path list) throws IOException {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    node.path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), List.of(header.getValue().asString())));
    String url = node.path("url").asString();
    byte[] bytes = Files.readAllBytes(list.resolveSibling(node.path("file").asString()));
    Reading reading = reader.read(new Document(url, headers, bytes));
    Map<String, @Nullable Object> answer = answer(reading, url);
    answer.put("id", node.path("id").asString());
    return JSON.writeValueAsString(answer);
  }

  static Map<String, @Nullable Object> answer(Reading reading, String url) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    switch (reading) {
      case Reading.NotAFeed no -> {
        answer.put("kind", "none");
        answer.put("error", no.reason());
      }
      case Reading.Unreadable no -> {
        answer.put("kind", "none");
        answer.put("error", no.reason());
      }
      case Reading.Parsed parsed -> {
        answer.put("kind", "feed");
        answer.put("format", parsed.format());
        Map<String, @Nullable Object> head = new LinkedHashMap<>();
        head.put("title", parsed.head().title());
        head.put("link", parsed.head().link());
        head.put("id", parsed.head().id());
        head.put("subtitle", clean(parsed.head().subtitle(), url));
        head.put("updated", time(parsed.head().updated()));
        head.put("authors", parsed.head().authors().stream().map(Person::name).toList());
        head.put("language", parsed.head().language());
        answer.put("feed", head);
        answer.put("next", parsed.next());
        answer.put("damaged", parsed.damaged());
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        parsed.entries().forEach(entry -> entries.add(entry(entry, url)));
        answer.put("entries", entries);
      }
    }
    return answer;
  }

  private static Map<String, @Nullable Object> entry(Entry entry, String url) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("id", entry.guid() == null ? null : entry.guid().text());
    out.put("title", entry.title());
    out.put("link", entry.link());
    out.put("published", time(entry.published()));
    out.put("updated", time(entry.updated()));
    out.put("summary", clean(entry.summary(), url));
    out.put("content", clean(entry.content(), url));
    out.put("authors", entry.authors().stream().map(Person::name).toList());
    out.put("categories", entry.categories());
    out.put(
        "enclosures",
        entry.enclosures().stream()
            .map(
                enclosure -> {
                  Map<String, @Nullable Object> map = new LinkedHashMap<>();
                  map.put("url", enclosure.url());
                  map.put("type", enclosure.type());
                  map.put("length", enclosure.length());
                  return map;
                })
            .toList());
    out.put("language", entry.language());
    return out;
  }

  private static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static @Nullable String clean(@Nullable String html, String url) {
    return html == null ? null : Jsoup.clean(html, url, Safelist.relaxed());
  }
}

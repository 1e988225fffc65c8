package dev.transponder.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.feed.FeedReader;
import dev.transponder.model.Document;
import dev.transponder.model.Entry;
import dev.transponder.model.Reading;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documents of an output, looked at as strictly as their formats allow. Not thread safe. */
final class Documents {
  private final PublishedSchema published = schema("published.rnc");
  private final PublishedSchema atom = schema("atom.rnc");
  private final PublishedSchema rss = schema("rss.rnc");

  /** The document, which is valid. */
  byte[] valid(Format format, Output output) {
    byte[] bytes = format.render(output);
    assertThat(bytes).as("same output, same bytes").isEqualTo(format.render(output));
    try {
      switch (format) {
        case ATOM -> {
          assertThat(published.mistakes(bytes)).isEmpty();
          assertThat(atom.mistakes(bytes)).isEmpty();
          assertThat(AtomRules.mistakes(bytes)).isEmpty();
        }
        case RSS -> assertThat(rss.mistakes(bytes)).isEmpty();
        case JSON -> json(new JsonMapper().readTree(bytes));
      }
    } catch (Exception e) {
      throw new AssertionError(format + " of " + output, e);
    }
    return bytes;
  }

  /** What our own reader makes of it. */
  static List<Entry> read(byte[] document) {
    Document answer = new Document("http://localhost:8080/feed", Map.of(), document);
    Reading reading = new FeedReader().read(answer, () -> {});
    assertThat(reading).isInstanceOf(Reading.Parsed.class);
    Reading.Parsed parsed = (Reading.Parsed) reading;
    assertThat(parsed.damaged()).isFalse();
    return parsed.entries();
  }

  private static PublishedSchema schema(String name) {
    try {
      return new PublishedSchema(name);
    } catch (Exception e) {
      throw new AssertionError(name, e);
    }
  }

  /** What jsonfeed.org/version/1.1 calls required, and the types of the rest. */
  private static void json(JsonNode feed) {
    assertThat(feed.get("version").stringValue()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.get("title").stringValue()).isNotBlank();
    assertThat(feed.get("feed_url").stringValue()).endsWith("feed.json");
    for (JsonNode item : feed.get("items")) {
      assertThat(item.get("id").stringValue()).isNotBlank();
      assertThat(item.get("content_html").isString()).isTrue();
      assertThat(item.get("date_modified").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]+Z");
      for (JsonNode author : item.get("authors")) {
        assertThat(author.get("name").stringValue()).isNotBlank();
      }
      for (JsonNode attachment : item.path("attachments")) {
        assertThat(attachment.get("url").stringValue()).isNotBlank();
        assertThat(attachment.get("mime_type").stringValue()).contains("/");
      }
    }
  }
}

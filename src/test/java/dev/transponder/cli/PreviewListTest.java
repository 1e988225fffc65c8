package dev.transponder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PreviewListTest {
  @TempDir private Path folder;

  @Test
  void everyLineIsAnsweredInOrderWhateverIsWrongWithIt() throws IOException {
    for (int i = 0; i < 40; i++) {
      Files.writeString(
          folder.resolve(i + ".xml"),
          "<rss version='2.0'><channel><title>Feed %d</title><link>https://example.org/</link>"
                  .formatted(i)
              + "<item><title>第%d章</title><link>https://example.org/%d</link></item></channel></rss>"
                  .formatted(i, i));
    }
    Files.writeString(folder.resolve("page.html"), "<!doctype html><title>x</title><p>nothing");
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      list.append(
          "{\"id\":\"%d\",\"url\":\"https://example.org/feed\",\"file\":\"%d.xml\",\"headers\":"
                  .formatted(i, i)
              + "{\"Content-Type\":\"application/rss+xml\",\"X\":[\"a\",\"b\"]}}\n");
    }
    list.append("\n");
    list.append("not json\n");
    list.append("[1]\n");
    list.append("{\"id\":\"no url\",\"file\":\"0.xml\"}\n");
    list.append("{\"id\":\"no file\",\"url\":\"https://example.org/\",\"file\":\"gone.xml\"}\n");
    list.append("{\"id\":7,\"url\":\"https://e.org/\",\"file\":\"page.html\",\"as\":\"page\"}");
    Path file = folder.resolve("list.jsonl");
    Files.writeString(file, list);

    Session session = new Session(folder, "");
    assertThat(session.runBare("preview", "--json", "--list", file.toString())).isZero();

    List<JsonNode> answers = session.out().lines().map(JsonMapper.shared()::readTree).toList();
    assertThat(answers).hasSize(45);
    for (int i = 0; i < 40; i++) {
      assertThat(answers.get(i).get("id").asString()).isEqualTo("" + i);
      assertThat(answers.get(i).get("kind").asString()).isEqualTo("feed");
      assertThat(answers.get(i).get("entries").get(0).get("title").asString())
          .isEqualTo("第" + i + "章");
    }
    assertThat(answers.get(40).get("error").asString()).startsWith("line 42: not JSON");
    assertThat(answers.get(41).get("error").asString()).isEqualTo("line 43: not a JSON object");
    assertThat(answers.get(42).get("error").asString()).contains("\"url\" is missing");
    assertThat(answers.get(43).get("error").asString()).contains("gone.xml cannot be read");
    assertThat(answers.get(44).get("id").asString()).isEqualTo("7");
    assertThat(answers.get(44).get("kind").asString()).isEqualTo("none");
  }
}

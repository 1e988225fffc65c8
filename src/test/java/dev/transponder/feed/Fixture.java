package dev.transponder.feed;

import dev.transponder.model.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A document of ours and what it should be read as. */
record Fixture(Path file) {
  private static final Path FOLDER = Path.of("src/test/resources/feed");
  private static final String EXPECTATION = ".expect.json";

  static List<Fixture> all() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files
          .filter(file -> !file.toString().endsWith(EXPECTATION))
          .sorted()
          .map(Fixture::new)
          .toList();
    }
  }

  Document document() throws IOException {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    JsonMapper.shared()
        .readTree(expectation())
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), List.of(header.getValue().asString())));
    return new Document("https://feeds.test/dir/feed.xml", headers, Files.readAllBytes(file));
  }

  String expectation() throws IOException {
    String name = file.getFileName().toString();
    return Files.readString(FOLDER.resolve(name.substring(0, name.lastIndexOf('.')) + EXPECTATION));
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}

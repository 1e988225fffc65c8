package dev.transponder.page;

import dev.transponder.model.Document;
import dev.transponder.model.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A page of ours and what should be found on it. Beside {@code name.html} stands {@code name.txt}:
 * one line for each entry with date, link and title ({@code -} for what is missing), and lines that
 * begin with {@code next}, {@code url}, {@code excerpt} (of the first entry), {@code author},
 * {@code category}, {@code image} or {@code none} (why there is no list).
 */
record FixturePage(Path file) {
  private static final Path FOLDER = Path.of("src/test/resources/page");
  private static final String USUAL_URL = "https://pages.test/blog/";

  static List<FixturePage> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".html"))
          .sorted()
          .map(FixturePage::new)
          .toList();
    }
  }

  Document document() throws IOException {
    String url =
        expected().stream()
            .filter(line -> line.startsWith("url "))
            .map(line -> line.substring(4))
            .findFirst()
            .orElse(USUAL_URL);
    return new Document(
        url, Map.of("Content-Type", List.of("text/html")), Files.readAllBytes(file));
  }

  List<String> expected() throws IOException {
    String name = file.getFileName().toString().replace(".html", ".txt");
    return Files.readAllLines(FOLDER.resolve(name), StandardCharsets.UTF_8);
  }

  /** What was found, in the same form, as far as the expectation speaks of it. */
  static List<String> told(Detection detection, List<String> expected) {
    List<String> lines = new ArrayList<>();
    switch (detection) {
      case Detection.NoList(String reason, _) -> lines.add("none " + reason);
      case Detection.Found found -> {
        found.parsed().entries().forEach(entry -> lines.add(line(entry)));
        Entry first = found.parsed().entries().getFirst();
        lines.add("next " + found.parsed().next());
        lines.add("excerpt " + String.valueOf(first.summary()).replaceAll("\\s+", " "));
        first.authors().forEach(author -> lines.add("author " + author.name()));
        first.categories().forEach(category -> lines.add("category " + category));
        lines.add("image " + first.image());
      }
    }
    List<String> kinds = expected.stream().map(FixturePage::kind).toList();
    return lines.stream().filter(line -> kinds.contains(kind(line))).toList();
  }

  private static String line(Entry entry) {
    String date = entry.published() == null ? "-" : entry.published().toString();
    return date.replace("T00:00:00Z", "") + " " + entry.link() + " " + entry.title();
  }

  /** The first word; of an entry nothing, as its first word is its date. */
  private static String kind(String line) {
    String first = line.substring(0, line.indexOf(' '));
    return first.matches("[a-z]+") ? first : "entry";
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}

package dev.transponder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.config.Config;
import dev.transponder.config.FeedsFile;
import dev.transponder.refresh.Found;
import dev.transponder.refresh.RefreshResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keep, drop and replace of feeds.yml do to what is published, and what they leave alone. */
final class RulesIT {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Pattern ENTRY =
      Pattern.compile("<entry[^>]*><id>([^<]+)</id><title>([^<]*)</title>");

  @TempDir private Path folder;
  private Origin site;

  @BeforeEach
  void site() throws IOException {
    site = new Origin();
    site.put("/one", rss("one", "Diffusion", "Cooking", "Shared"));
    site.put("/two", rss("two", "Shared", "Gardening"));
  }

  @AfterEach
  void closeSite() {
    site.close();
  }

  @Test
  void aChangedRuleTakesEffectOnWhatIsStoredAndBackAgain() throws Exception {
    feeds("", "");
    try (Running program = Running.serve(folder.resolve("feeds.yml"))) {
      program.awaitEntries(4);
      Map<String, String> all = published(program);
      assertThat(all).containsOnlyKeys("Diffusion", "Cooking", "Shared of one", "Gardening");

      rewrite("", "drop: {title: ['^Cook', '^Shared']}");
      program.await(
          () ->
              published(program)
                  .keySet()
                  .equals(Set.of("Diffusion", "Shared of two", "Gardening")));
      assertThat(published(program)).as("ids").containsEntry("Diffusion", all.get("Diffusion"));

      rewrite(
          "defaults: {keep: {title: '(?i)DIFF'}}",
          "replace: {title: {pattern: '^(.)', with: '* $1'}}");
      program.await(() -> published(program).keySet().equals(Set.of("* Diffusion")));
      assertThat(program.get("/sources")).contains("2 dropped by rules");
      assertThat(published(program)).containsEntry("* Diffusion", all.get("Diffusion"));

      rewrite("", "");
      program.await(() -> published(program).equals(all));
      program.endByTerm();
    }
  }

  @Test
  void rulesHoldAlsoForARefreshOfItsOwnAndItsResultSaysSo() throws Exception {
    feeds("", "drop: {age: 30d}");
    site.put(
        "/one",
        rss("one", "Old", "New")
            .replaceFirst("10 Mar 2026", "01 Oct 2026")
            .replaceFirst("11 Mar 2026", "21 Nov 2026"));
    assertThat(refresh().getFirst().message()).isEqualTo("2 new (1 dropped by rules)");
    assertThat(titles()).containsExactlyInAnyOrder("New", "Shared of two", "Gardening");
    feeds("", "keep: {title: Old}");
    refresh();
    assertThat(titles()).containsExactlyInAnyOrder("Old", "Shared of two", "Gardening");
  }

  @Test
  void previewNamesTheRuleThatDropsAnEntry() throws Exception {
    feeds("defaults: {drop: {content: 'Text .* Cooking'}}", "");
    Path file = folder.resolve("feeds.yml");
    Config config = FeedsFile.load(file, Map.of(), new Syntax());
    Found found = new App(() -> NOW, Map.of()).preview(file, config, config.sources().getFirst());
    assertThat(found.dropped())
        .containsExactly(Map.entry("guid one-Cooking", "drop {content: \"Text .* Cooking\"}"));
    Ran preview = Ran.command(folder, "preview", site.url("/one"));
    assertThat(preview.out())
        .contains("3 entries, 1 dropped by rules", "dropped by drop {content: \"Text .* Cooking\"}")
        .endsWith("sources:\n  - " + site.url("/one") + "\n");
  }

  private List<RefreshResult> refresh() throws Exception {
    Config config = FeedsFile.load(folder.resolve("feeds.yml"), Map.of(), new Syntax());
    try (Receiver receiver = Receiver.open(config, folder, () -> NOW, Map.of())) {
      receiver.rejudging().judge(Integer.MAX_VALUE);
      return receiver.pool().refreshNow(config.sources(), _ -> {});
    }
  }

  private List<String> titles() throws Exception {
    Config config = FeedsFile.load(folder.resolve("feeds.yml"), Map.of(), new Syntax());
    try (Receiver receiver = Receiver.open(config, folder, () -> NOW, Map.of())) {
      return receiver.store().newest(0, 100).stream()
          .map(entry -> String.valueOf(entry.entry().title()))
          .toList();
    }
  }

  private void feeds(String top, String rules) throws IOException {
    Files.writeString(folder.resolve("feeds.yml"), yaml(top, rules));
  }

  /** Changes the file of a running program, which has put its addresses in front. */
  private void rewrite(String top, String rules) throws IOException {
    Path file = folder.resolve("feeds.yml");
    List<String> lines = Files.readAllLines(file);
    Path next = folder.resolve("next.yml");
    Files.writeString(next, lines.get(0) + "\n" + lines.get(1) + "\n" + yaml(top, rules));
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private String yaml(String top, String rules) {
    String own = rules.isEmpty() ? "" : ", " + rules;
    return "%s\npacing: {gap: 0s}\nsources:\n  - {id: one, url: '%s'%s}\n  - {id: two, url: '%s'}\n"
        .formatted(top, site.url("/one"), own, site.url("/two"));
  }

  /** The ids of the feed by their titles. */
  private static Map<String, String> published(Running program) {
    Map<String, String> entries = new TreeMap<>();
    ENTRY
        .matcher(program.get("/atom.xml"))
        .results()
        .forEach((MatchResult entry) -> entries.put(entry.group(2), entry.group(1)));
    return entries;
  }

  private static String rss(String name, String... titles) {
    StringBuilder entries = new StringBuilder();
    for (int i = 0; i < titles.length; i++) {
      boolean shared = titles[i].equals("Shared");
      entries.append(
          """
          <item><title>%s</title><guid isPermaLink="false">%s-%s</guid><link>%s</link>
          <description>&lt;p&gt;Text on &lt;b&gt;%s&lt;/b&gt;&lt;/p&gt;</description>
          <pubDate>Tue, %d Mar 2026 08:00:00 GMT</pubDate></item>
          """
              .formatted(
                  shared ? "Shared of " + name : titles[i],
                  name,
                  titles[i],
                  "https://%s.example.org/%s".formatted(shared ? "all" : name, titles[i]),
                  titles[i],
                  10 + i));
    }
    return "<rss version='2.0'><channel><title>S</title>" + entries + "</channel></rss>";
  }
}

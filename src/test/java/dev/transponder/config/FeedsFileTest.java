package dev.transponder.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Dedupe;
import dev.transponder.model.Render;
import dev.transponder.model.Rules;
import dev.transponder.model.Rules.Age;
import dev.transponder.model.Rules.Field;
import dev.transponder.model.Rules.Matches;
import dev.transponder.model.Rules.Replace;
import dev.transponder.model.Rules.Rule;
import dev.transponder.model.Selectors;
import dev.transponder.model.Settings;
import dev.transponder.model.Settings.Pace;
import dev.transponder.model.Settings.Retention;
import dev.transponder.model.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedsFileTest {
  @TempDir private Path folder;

  @Test
  void everyKeyOfTheCompleteFileIsRead() throws ConfigException {
    Config config =
        FeedsFile.load(
            Path.of("src/test/resources/config/complete.yml"),
            Map.of("TOKEN", "t0ken", "DB", "db"),
            Checked.PATTERNS);
    Settings settings = config.settings();
    assertThat(settings.title()).isEqualTo("2048");
    assertThat(settings.subtitle()).isEqualTo("true");
    assertThat(settings.baseUrl()).isEqualTo("https://feeds.example.org/all/");
    assertThat(settings.listen().getAddress().getHostAddress()).isEqualTo("0:0:0:0:0:0:0:1");
    assertThat(settings.listen().getPort()).isEqualTo(9000);
    assertThat(settings.admin().toString()).isEqualTo("/127.0.0.1:8081");
    assertThat(settings.contact()).isEqualTo("mailto:you@example.org");
    assertThat(settings.database()).isEqualTo("jdbc:postgresql://db/transponder");
    assertThat(settings.feedEntries()).isEqualTo(50);
    assertThat(settings.fullContent()).isFalse();
    assertThat(settings.pageEntries()).isEqualTo(20);
    assertThat(settings.pageExcerpt()).isEqualTo(200);
    assertThat(settings.retention()).isEqualTo(new Retention(Duration.ofDays(90), 5_000));
    assertThat(settings.pacing().usual()).isEqualTo(new Pace(2, Duration.ofMinutes(2)));
    assertThat(settings.pacing().of("example.org")).isEqualTo(new Pace(4, Duration.ZERO));
    assertThat(settings.pacing().of("xn--bcher-kva.example"))
        .isEqualTo(new Pace(2, Duration.ofSeconds(3)));

    assertThat(config.sources())
        .containsExactly(
            new Source(
                "example-org-atom-xml",
                "https://example.org/atom.xml",
                null,
                "NLP",
                1,
                null,
                Duration.ofHours(2),
                20,
                Dedupe.EXACT,
                Map.of("Accept-Language", "en"),
                false,
                false),
            new Source(
                "listing",
                "https://user:pass@example.net/list?a=1",
                "${Example} notes",
                "ML",
                5,
                new Selectors(
                    "article",
                    "h2 a",
                    "h2",
                    "time@datetime",
                    ".excerpt",
                    ".by",
                    ".badge",
                    "img",
                    "a.next"),
                null,
                0,
                Dedupe.OFF,
                Map.of("Authorization", "Bearer t0ken"),
                true,
                true,
                true,
                Render.NONE,
                new Rules(
                    List.of(new Rule(List.of(new Matches(Field.TITLE, List.of("(?i)diffusion"))))),
                    List.of(
                        new Rule(
                            List.of(
                                new Matches(
                                    Field.TITLE, List.of("(?i)advertisement", "^Sponsored ")),
                                new Matches(Field.LANGUAGE, List.of("^de")))),
                        new Rule(List.of(new Age(Duration.ofDays(30), true)))),
                    List.of(
                        new Replace(Field.TITLE, "^Re: ", ""),
                        new Replace(Field.TITLE, "^(.*) [|] Example$", "$1"),
                        new Replace(Field.CONTENT, "appeared first on .*", "")))));
    String file = "src/test/resources/config/complete.yml";
    assertThat(config.warnings())
        .containsExactly(file + ":17:1: websub has no effect in this version");
  }

  @Test
  void aBareUrlIsEnough() throws ConfigException, IOException {
    Config config = load("sources:\n  - '  https://example.org/feed '\n");
    assertThat(config.sources())
        .containsExactly(Source.of("example-org-feed", "https://example.org/feed"));
    assertThat(config.warnings()).isEmpty();
    assertThat(config.settings().baseUrl()).isEqualTo("http://localhost:8080/");
    assertThat(config.settings().database())
        .isEqualTo("jdbc:h2:file:" + folder.resolve("db/transponder"));
  }

  @Test
  void theBaseUrlFollowsWhereWeListen() throws ConfigException, IOException {
    String source = "\nsources: [https://example.org/]";
    assertThat(load("listen: 9000" + source).settings().baseUrl())
        .isEqualTo("http://localhost:9000/");
    assertThat(load("listen: 0.0.0.0:80" + source).settings().baseUrl())
        .isEqualTo("http://localhost/");
    assertThat(load("listen: '[::1]:8081'" + source).settings().baseUrl())
        .isEqualTo("http://[0:0:0:0:0:0:0:1]:8081/");
    assertThat(load("listen: 127.0.0.2:8081" + source).settings().baseUrl())
        .isEqualTo("http://127.0.0.2:8081/");
  }

  @Test
  void aTildeIsTheHomeFolder() throws ConfigException, IOException {
    Path home = Path.of(System.getProperty("user.home"));
    assertThat(database("jdbc:h2:file:~/feeds/store;CACHE_SIZE=9"))
        .isEqualTo("jdbc:h2:file:" + home.resolve("feeds/store") + ";CACHE_SIZE=9");
    assertThat(database("jdbc:h2:file:~store"))
        .isEqualTo("jdbc:h2:file:" + folder.resolve("~store"));
  }

  private String database(String url) throws ConfigException, IOException {
    return load("database: " + url + "\nsources: [https://example.org/]").settings().database();
  }

  @Test
  void filesStartAtTheFolderOfTheFile() throws ConfigException, IOException {
    Config config =
        load(
            """
            database: jdbc:h2:file:../store;CACHE_SIZE=1000
            sources:
              - file:samples/feed.xml
              - file:./samples/notes%20en.html
              - FILE://%s/more/feed.xml
              - file:samples/文.html
            """
                .replace("%s", folder.toString()));
    assertThat(config.settings().database())
        .isEqualTo("jdbc:h2:file:" + folder.resolveSibling("store") + ";CACHE_SIZE=1000");
    assertThat(config.sources())
        .extracting(Source::url)
        .containsExactly(
            "file://" + folder + "/samples/feed.xml",
            "file://" + folder + "/samples/notes%20en.html",
            "file://" + folder + "/more/feed.xml",
            "file://" + folder + "/samples/文.html");
    assertThat(config.sources())
        .extracting(Source::id)
        .startsWith("samples-feed-xml", "samples-notes-en-html", "more-feed-xml")
        .last()
        .asString()
        .matches("samples-html-[0-9a-f]{8}");
  }

  @Test
  void anIdDependsOnItsOwnUrlOnly() throws ConfigException, IOException {
    String first = "  - http://user:pass@Example.com:80/Notes/?lang=en#top\n";
    String second = "  - https://bücher.example/文章\n";
    String third = "  - https://example.com:8443/" + "long/".repeat(30) + "\n";
    Config one = load("sources:\n" + first + second + third);
    Config other = load("sources:\n" + third + second + first);
    assertThat(one.sources()).containsExactlyInAnyOrderElementsOf(other.sources());
    assertThat(one.sources())
        .extracting(Source::id)
        .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*") && id.length() <= 64);
    assertThat(one.sources().get(0).id()).isEqualTo("example-com-notes-lang-en");
    assertThat(one.sources().get(1).id()).matches("xn-bcher-kva-example-[0-9a-f]{8}");
  }

  @Test
  void secretsStayOutOfTheTextOfASource() throws ConfigException, IOException {
    Config config =
        load("sources:\n  - {url: 'https://u:hunter2@example.org/', headers: {Cookie: hunter2}}\n");
    assertThat(config.toString()).doesNotContain("hunter2");
  }

  @Test
  void aByteOrderMarkAndWindowsLinesDoNoHarm() throws ConfigException, IOException {
    Config config = load("\uFEFFtitle: x\r\nsources:\r\n  - https://example.org/\r\n");
    assertThat(config.settings().title()).isEqualTo("x");
    assertThat(config.sources()).hasSize(1);
  }

  @Test
  void nearDuplicatesAreAnnouncedAsExactOnlyWhereWritten() throws ConfigException, IOException {
    Config config =
        load(
            "defaults: {dedupe: near}\nsources:\n  - https://a.example/\n  - https://b.example/\n");
    assertThat(config.warnings())
        .containsExactly(
            folder.resolve("feeds.yml") + ":1:20: dedupe: near acts as exact in this version");
  }

  @Test
  void rulesUnderDefaultsHoldForSourcesWithoutTheirOwn() throws ConfigException, IOException {
    Config config =
        load(
            """
            defaults:
              drop: [&ads {title: ads}, {age: <2h}]
              keep: {category: [a, b]}
            sources:
              - https://a.example/
              - {url: https://b.example/, drop: []}
              - url: https://c.example/
                drop: [*ads, {link: c}]
            """);
    Rule ads = new Rule(List.of(new Matches(Field.TITLE, List.of("ads"))));
    Rule young = new Rule(List.of(new Age(Duration.ofHours(2), false)));
    Rule keep = new Rule(List.of(new Matches(Field.CATEGORY, List.of("a", "b"))));
    Rules usual = new Rules(List.of(keep), List.of(ads, young), List.of());
    assertThat(config.defaults().rules()).isEqualTo(usual);
    assertThat(config.sources().get(0).rules()).isEqualTo(usual);
    assertThat(config.sources().get(1).rules())
        .isEqualTo(new Rules(List.of(keep), List.of(), List.of()));
    assertThat(config.sources().get(2).rules().drop())
        .containsExactly(ads, new Rule(List.of(new Matches(Field.LINK, List.of("c")))));
  }

  private Config load(String text) throws ConfigException, IOException {
    Path file = folder.resolve("feeds.yml");
    Files.writeString(file, text);
    return FeedsFile.load(file, Map.of(), Checked.PATTERNS);
  }
}

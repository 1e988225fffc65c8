package dev.transponder.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/CONFIGURATION.md says what the loader does. */
final class ManualTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");

  @TempDir private Path folder;

  @Test
  void everyExampleIsAWholeFileThatLoads() throws IOException, ConfigException {
    List<String> examples = new ArrayList<>();
    Matcher matcher = EXAMPLE.matcher(manual());
    while (matcher.find()) {
      examples.add(matcher.group(1));
    }
    assertThat(examples).hasSizeGreaterThan(5);
    Path file = folder.resolve("feeds.yml");
    for (String example : examples) {
      Files.writeString(file, example);
      Config config =
          FeedsFile.load(file, Map.of("TOKEN", "t", "DB_PASSWORD", "p"), Checked.PATTERNS);
      assertThat(config.sources()).as(example).isNotEmpty();
    }
  }

  @Test
  void everyKeyIsExplained() throws IOException {
    String manual = manual();
    for (Keys keys : List.of(Keys.TOP, Keys.SOURCE, Keys.SCRAPE, Keys.RULE)) {
      for (String key : keys.names()) {
        assertThat(manual).contains("`" + key);
      }
    }
    for (Keys keys : List.of(Keys.FEED, Keys.PAGE, Keys.RETENTION, Keys.PACING, Keys.WEBSUB)) {
      for (String key : keys.names()) {
        assertThat(manual).contains("`" + keys.place() + "." + key + "`");
      }
    }
  }

  private static String manual() throws IOException {
    return Files.readString(Path.of("docs/CONFIGURATION.md"));
  }
}

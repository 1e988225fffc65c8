package dev.transponder.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manuals name tests that exist. */
final class ManualsTest {
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern NAME =
      Pattern.compile(
          "(?:[a-z]+\\.)?(?:([A-Z]\\w*(?:IT|Test))(?:\\.(\\w+))?|([a-z]+[A-Z]\\w{12,}))");

  @Test
  void everyTestThatAManualNamesIsThere() throws IOException {
    String tests;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      tests =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(ManualsTest::text)
              .collect(Collectors.joining("\n"));
    }
    Set<String> missing = new TreeSet<>();
    int named = 0;
    for (String code : codes(Path.of("docs/FETCHING.md"))) {
      List<MatchResult> names = NAME.matcher(code).results().toList();
      if (names.size() == 1 && names.getFirst().group().equals(code)) {
        MatchResult name = names.getFirst();
        named++;
        for (int group = 1; group <= 3; group++) {
          String part = name.group(group);
          boolean there =
              part == null
                  || tests.contains(" class " + part)
                  || tests.contains("void " + part + "(");
          if (!there) {
            missing.add(part);
          }
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(named).isGreaterThan(100);
  }

  private static List<String> codes(Path manual) {
    return CODE.matcher(text(manual)).results().map(found -> found.group(1)).toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

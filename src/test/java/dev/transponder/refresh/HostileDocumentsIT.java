package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What any document may cost in memory, and how deep the HTML may be that comes of it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class HostileDocumentsIT {
  /** The smallest round heap in which all are read one after the other. */
  private static final String HEAP = "-Xmx256m";

  /** As {@code clean} bounds it. */
  private static final int DEEPEST = 200;

  @Test
  void everyDocumentBecomesEntriesOrAFailureInASmallHeap() throws Exception {
    List<String[]> lines = run().stream().map(line -> line.split("\t")).toList();
    assertThat(lines)
        .extracting(line -> line[0])
        .containsExactlyElementsOf(
            Arrays.stream(HostileDocuments.values()).map(Enum::name).toList());
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line[1])
                  .matches(
                      "\\d+ entries, \\d+ arrivals"
                          + "|Unreadable\\[reason=reading it took more than 2 s of computing time]");
              assertThat(Integer.parseInt(line[2])).isLessThanOrEqualTo(DEEPEST);
            });
  }

  private static List<String> run() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HostileDocuments.class.getName())
            .redirectError(Redirect.INHERIT)
            .start();
    try (var output = process.inputReader(StandardCharsets.UTF_8)) {
      return output.lines().toList();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}

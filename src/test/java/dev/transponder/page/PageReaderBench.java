package dev.transponder.page;

import dev.transponder.model.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Finding the list of a page, on one thread: one operation takes the next page of the folder in the
 * system property {@code bench.corpus}, so that the percentiles are those over its pages.
 * docs/BENCHMARKS.md says how to run it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 4)
public class PageReaderBench {
  private final PageReader reader = new PageReader();
  private final List<Document> pages = new ArrayList<>();
  private int next;

  @Setup
  public void read() throws IOException {
    Path folder = Path.of(System.getProperty("bench.corpus", "src/test/resources/page"));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
        Map<String, List<String>> headers = Map.of("Content-Type", List.of("text/html"));
        pages.add(new Document("https://bench.test/list/", headers, Files.readAllBytes(file)));
      }
    }
  }

  @Benchmark
  public Detection pageToEntries() {
    next = (next + 1) % pages.size();
    return reader.detect(pages.get(next), Instant.EPOCH, Pages.BUDGET);
  }
}

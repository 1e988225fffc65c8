package dev.transponder.page;

import dev.transponder.model.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One page to its main text, uncleaned, on one thread: the pages ({@code .html}) of the folder in
 * the system property {@code bench.corpus}, in turn. The median is {@code mainText:p0.50}.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m"})
public class MainTextBench {

  /** The pages, read from disk once. */
  @State(Scope.Thread)
  public static class Corpus {
    private final List<Document> pages = new ArrayList<>();
    private int next;

    @Setup(Level.Trial)
    public void load() throws IOException {
      try (var files = Files.walk(Path.of(System.getProperty("bench.corpus")))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
          pages.add(new Document("https://e.test/", Map.of(), Files.readAllBytes(file)));
        }
      }
    }

    private Document page() {
      next = (next + 1) % pages.size();
      return pages.get(next);
    }
  }

  @Benchmark
  public MainText.Answer mainText(Corpus corpus) {
    return MainText.of(corpus.page(), null, () -> {});
  }
}

package dev.transponder.feed;

import dev.transponder.model.Document;
import dev.transponder.model.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * Bytes to entries, uncleaned, on one thread: one operation reads every file of the folder in the
 * system property {@code bench.corpus}; the counter {@code megabytes} is MB (a million bytes) a
 * second.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx1g", "-Xmn512m"})
public class FeedReaderBench {

  /** The documents, read from disk once. */
  @State(Scope.Benchmark)
  public static class Corpus {
    private final List<Document> documents = new ArrayList<>();
    private double megabytes;

    @Setup(Level.Trial)
    public void load() throws IOException {
      try (var files = Files.list(Path.of(System.getProperty("bench.corpus")))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          byte[] bytes = Files.readAllBytes(file);
          documents.add(new Document("https://feeds.test/" + file.getFileName(), Map.of(), bytes));
          megabytes += bytes.length / 1e6;
        }
      }
    }
  }

  /** What was read, beside how often. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Read {
    public double megabytes;

    @Setup(Level.Iteration)
    public void clear() {
      megabytes = 0;
    }
  }

  @Benchmark
  public int bytesToEntries(Corpus corpus, Read read) {
    FeedReader reader = new FeedReader();
    int entries = 0;
    for (Document document : corpus.documents) {
      if (reader.read(document, () -> {}) instanceof Reading.Parsed parsed) {
        entries += parsed.entries().size();
      }
    }
    read.megabytes += corpus.megabytes;
    return entries;
  }
}

package dev.transponder.cli;

import dev.transponder.model.Document;
import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Source;
import dev.transponder.model.Validators;
import dev.transponder.refresh.Found;
import dev.transponder.refresh.Preview;
import dev.transponder.refresh.Workshop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges many documents without a network: reads a list line by line, answers each line with one,
 * in the same order. Whatever is wrong with a line or its document is its answer. Keeps a few lines
 * under way at a time, so a list may be of any length.
 */
final class PreviewList {
  private static final Logger log = LoggerFactory.getLogger(PreviewList.class);

  /** As much as a refresh would read of one document. */
  private static final long MAX_BYTES = 20L << 20;

  private final Workshop workshop;
  private final Path folder;
  private final PrintWriter out;

  /**
   * A judge of lists.
   *
   * @param folder where the files of the list are
   */
  PreviewList(Workshop workshop, Path folder, PrintWriter out) {
    this.workshop = workshop;
    this.folder = folder;
    this.out = out;
  }

  /**
   * Answers every line.
   *
   * @throws IOException if the list cannot be read
   */
  void judge(Path list) throws IOException, InterruptedException {
    int cores = Runtime.getRuntime().availableProcessors();
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Files.newInputStream(list), StandardCharsets.UTF_8));
        ExecutorService threads = Executors.newFixedThreadPool(cores)) {
      Deque<Future<String>> running = new ArrayDeque<>();
      String line;
      for (int number = 1; (line = lines.readLine()) != null; number++) {
        if (!line.isBlank()) {
          String text = line;
          int position = number;
          running.add(threads.submit(() -> answer(position, text)));
        }
        if (running.size() >= 4 * cores) {
          out.println(result(running.remove()));
        }
      }
      while (!running.isEmpty()) {
        out.println(result(running.remove()));
      }
    } finally {
      out.flush();
    }
  }

  private static String result(Future<String> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private String answer(int number, String text) throws InterruptedException {
    PreviewLine line;
    try {
      line = PreviewLine.parse(text);
    } catch (IllegalArgumentException e) {
      return error(null, "line " + number + ": " + e.getMessage());
    }
    try {
      Found found = look(line);
      return Json.object(
          json -> {
            json.text("id", line.id());
            FoundJson.write(json, found);
          });
    } catch (IOException e) {
      return error(line.id(), line.file() + " cannot be read: " + e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      log.error("preview of {}", line.id(), e);
      return error(line.id(), "the reader failed: " + e);
    }
  }

  private Found look(PreviewLine line) throws IOException, InterruptedException {
    Path file = folder.resolve(line.file());
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException("larger than 20 MiB");
    }
    Document document = new Document(line.url(), line.headers(), Files.readAllBytes(file));
    Outcome here = new Outcome.Fetched(document, Validators.NONE, null);
    Outcome elsewhere = new Outcome.Failed(Failure.REFUSED, 0, "there is no network here");
    Preview preview =
        new Preview(
            (source, url, use, validators, from) -> url.equals(line.url()) ? here : elsewhere,
            workshop,
            InstantSource.fixed(Instant.EPOCH));
    return preview.look(Source.of("listed", line.url()));
  }

  private static String error(@Nullable String id, String message) {
    return Json.object(
        json -> {
          json.text("id", id);
          FoundJson.error(json, message);
        });
  }
}

package dev.transponder.cli;

import dev.transponder.config.Config;
import dev.transponder.model.Source;
import dev.transponder.refresh.Found;
import dev.transponder.refresh.RefreshResult;
import dev.transponder.refresh.Workshop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A folder with a feeds.yml, a terminal whose text can be read, a program that records. */
final class Session implements Program {
  static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");

  final Path file;
  final List<String> asked = new ArrayList<>();
  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  final ByteArrayOutputStream err = new ByteArrayOutputStream();
  Map<String, RefreshResult> results = Map.of();
  Found found = Found.nothing("no feed found", false, List.of());
  @Nullable Exception failure;
  boolean interactive;

  Session(Path folder, String feeds) throws IOException {
    file = folder.resolve("feeds.yml");
    Files.writeString(file, feeds);
  }

  /** Runs a command on the folder's file and answers its exit code. */
  int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--config", file.toString()));
    return runBare(all.toArray(String[]::new));
  }

  int runBare(String... arguments) {
    out.reset();
    err.reset();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            interactive,
            InstantSource.fixed(NOW),
            ZoneOffset.UTC);
    return new CommandLineInterface(this, terminal, Map.of()).run(arguments);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8).replace(file.getParent() + "/", "");
  }

  @Override
  public void serve(Path watched, Config config) throws CannotStart, InterruptedException {
    asked.add("serve " + watched.getFileName());
    if (failure instanceof CannotStart cannot) {
      throw cannot;
    }
    if (failure instanceof RuntimeException bug) {
      throw bug;
    }
  }

  @Override
  public @Nullable String selectorProblem(String selector) {
    return selector.contains("[[") ? "\"[[\" opens nothing" : null;
  }

  @Override
  public void refresh(
      Path feeds, Config config, List<Source> wanted, Consumer<RefreshResult> progress) {
    for (Source source : wanted) {
      asked.add("refresh " + source.id());
      RefreshResult usual = result(source.id(), true, 0, 0, "nothing new");
      progress.accept(results.getOrDefault(source.id(), usual));
    }
  }

  @Override
  public Workshop workshop() {
    return new Workshop(2, () -> 0);
  }

  @Override
  public Found preview(Path feeds, @Nullable Config config, Source source) {
    asked.add("preview " + source.url() + (config == null ? "" : " with settings"));
    return found;
  }

  static RefreshResult result(String id, boolean ok, int inserted, int updated, String message) {
    return new RefreshResult(
        id, ok, inserted, updated, message, NOW.plusSeconds(3_600), "the usual hour");
  }
}

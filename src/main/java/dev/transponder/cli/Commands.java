package dev.transponder.cli;

import dev.transponder.config.Config;
import dev.transponder.config.ConfigException;
import dev.transponder.config.FeedsFile;
import dev.transponder.model.Source;
import dev.transponder.refresh.Found;
import dev.transponder.refresh.Workshop;
import dev.transponder.store.Store;
import dev.transponder.store.StoreException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** The commands, one method each; each answers the exit code. */
@Command(
    name = "transponder",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    subcommands = HelpCommand.class,
    description = "Receives feeds and web pages, transmits one feed and a page of latest updates.",
    footer = {"", "Without a command: serve. Keys of feeds.yml: docs/CONFIGURATION.md"})
final class Commands implements Callable<Integer> {
  private static final Path FEEDS_FILE = Path.of("feeds.yml");

  private final Program program;
  private final Terminal terminal;
  private final Map<String, String> environment;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The file to read (feeds.yml).")
  private @Nullable Path config;

  Commands(Program program, Terminal terminal, Map<String, String> environment) {
    this.program = program;
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    return serve();
  }

  @Command(
      name = "serve",
      mixinStandardHelpOptions = true,
      description = "Refresh what is due and serve what came of it.")
  int serve() throws ConfigException, CannotStart, InterruptedException {
    Config loaded = load();
    loaded.warnings().forEach(terminal::complain);
    program.serve(file(), loaded);
    return ExitCode.DONE;
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Say what is wrong with feeds.yml.")
  int check() throws ConfigException {
    Config loaded = load();
    loaded.warnings().forEach(terminal::complain);
    try {
      Store.check(loaded.settings().database());
    } catch (StoreException e) {
      terminal.complain(Plain.line(file() + ": " + e.getMessage()));
      return ExitCode.WRONG_USAGE;
    }
    int count = loaded.sources().size();
    String sources = count == 1 ? "1 source" : count + " sources";
    terminal.out().println(Plain.line(file().toString()) + ": " + sources + ", no mistakes");
    return ExitCode.DONE;
  }

  @Command(
      name = "refresh",
      mixinStandardHelpOptions = true,
      description = "Read every source once, now.")
  int refresh(
      @Option(
              names = "--source",
              paramLabel = "ID",
              description = "Only this source; may be given more than once.")
          @Nullable List<String> ids)
      throws ConfigException, ServiceException, InterruptedException {
    Config loaded = load();
    List<Source> wanted = loaded.sources().stream().filter(s -> wanted(s, ids)).toList();
    if (ids != null) {
      List<String> known = wanted.stream().map(Source::id).toList();
      for (String id : ids) {
        if (!known.contains(id)) {
          terminal.complain("no source \"" + id + "\" in " + file() + "; \"status\" lists them");
          return ExitCode.WRONG_USAGE;
        }
      }
    }
    int width = wanted.stream().mapToInt(s -> s.id().length()).max().orElse(0);
    RefreshProgress progress = new RefreshProgress(terminal, wanted.size(), width);
    try (progress) {
      refresh(loaded, wanted, ids, progress);
    }
    progress.printSummary();
    return progress.failed() == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }

  private void refresh(
      Config loaded, List<Source> wanted, @Nullable List<String> ids, RefreshProgress progress)
      throws ServiceException, InterruptedException {
    try {
      program.refresh(file(), loaded, wanted, progress);
    } catch (StoreException e) {
      AdminClient.of(loaded.settings(), e).refresh(ids, progress);
    }
  }

  /** Whoever names no sources means those that are not paused. */
  private static boolean wanted(Source source, @Nullable List<String> ids) {
    return ids == null ? !source.paused() : ids.contains(source.id());
  }

  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      description = "Show how every source is doing.")
  int status(
      @Option(names = "--stories", description = "What was recognised as one story, and why.")
          boolean stories,
      @Option(names = "--json", description = "One JSON object.") boolean json)
      throws ConfigException, ServiceException, InterruptedException {
    return stories ? stories(load(), json) : status(load(), json);
  }

  private int status(Config loaded, boolean json) throws ServiceException, InterruptedException {
    StatusReport report = report(loaded);
    if (json) {
      printUtf8(report.json());
    } else {
      new StatusTable(terminal).print(report);
    }
    return ExitCode.DONE;
  }

  private StatusReport report(Config loaded) throws ServiceException, InterruptedException {
    Instant now = terminal.clock().instant();
    if (isMissing(loaded)) {
      return StatusReport.ofNothing(loaded.sources(), now);
    }
    try (Store store = Store.open(loaded.settings().database())) {
      return StatusReport.of(loaded.sources(), store, now);
    } catch (StoreException e) {
      return AdminClient.of(loaded.settings(), e).status();
    }
  }

  private int stories(Config loaded, boolean json) throws ServiceException, InterruptedException {
    StoriesReport report = storiesReport(loaded);
    if (json) {
      printUtf8(report.json());
    } else {
      new StoriesText(terminal).print(report);
    }
    return ExitCode.DONE;
  }

  private StoriesReport storiesReport(Config loaded) throws ServiceException, InterruptedException {
    if (isMissing(loaded)) {
      return StoriesReport.NOTHING;
    }
    try (Store store = Store.open(loaded.settings().database())) {
      return StoriesReport.of(loaded.sources(), store);
    } catch (StoreException e) {
      return AdminClient.of(loaded.settings(), e).stories();
    }
  }

  /** Whether there is no store yet, which is said then: a command that only looks creates none. */
  private boolean isMissing(Config loaded) {
    Path missing = Store.missing(loaded.settings().database());
    if (missing != null) {
      terminal.complain("no store yet at " + missing + "; start \"serve\" or \"refresh\" first");
    }
    return missing != null;
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Write the list of sources in OPML, which other readers import.")
  int export(@Parameters(paramLabel = "opml", description = "What to write.") String what)
      throws ConfigException, ServiceException, InterruptedException {
    if (!what.equals("opml")) {
      terminal.complain("\"" + Plain.line(what) + "\" cannot be exported, only \"opml\"");
      return ExitCode.WRONG_USAGE;
    }
    printUtf8(opml(load()));
    return ExitCode.DONE;
  }

  private String opml(Config loaded) throws ServiceException, InterruptedException {
    if (Store.missing(loaded.settings().database()) != null) {
      return Exported.opml(loaded, terminal.clock().instant());
    }
    try (Store store = Store.open(loaded.settings().database())) {
      return Exported.opml(loaded, store);
    } catch (StoreException e) {
      return AdminClient.of(loaded.settings(), e).opml();
    }
  }

  @Command(
      name = "preview",
      mixinStandardHelpOptions = true,
      description = "Show what would be found at a URL; store nothing.")
  int preview(
      @Parameters(arity = "0..1", paramLabel = "URL", description = "http, https or file.")
          @Nullable String url,
      @Option(names = "--json", description = "One JSON object.") boolean json,
      @Option(
              names = "--list",
              paramLabel = "FILE",
              description = "Judge the documents of a JSON Lines file, without a network.")
          @Nullable Path list)
      throws ConfigException, ServiceException, IOException, InterruptedException {
    if ((url == null) == (list == null) || (list != null && !json)) {
      terminal.complain("preview needs a URL, or --json --list FILE");
      return ExitCode.WRONG_USAGE;
    }
    return list == null ? previewOne(String.valueOf(url), json) : previewList(list);
  }

  private int previewOne(String typed, boolean json)
      throws ConfigException, ServiceException, InterruptedException {
    Config loaded = config == null && Files.notExists(FEEDS_FILE) ? null : load();
    Path absolute = file().toAbsolutePath().normalize();
    Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
    String url = FeedsFile.typed(typed, folder);
    Source source =
        loaded == null ? FeedsFile.source(url, folder) : FeedsFile.source(loaded, url, folder);
    Found found = new Looking(program, file()).look(loaded, source);
    if (json) {
      printUtf8(
          Json.object(
              answer -> {
                answer.text("id", source.id());
                FoundJson.write(answer, found);
              }));
    } else {
      new FoundText(terminal).print(found, typed, url, source);
    }
    return found.parsed() == null ? ExitCode.SOME_FAILED : ExitCode.DONE;
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Look at a URL and, if something is found there, append it to feeds.yml.")
  int add(
      @Parameters(paramLabel = "URL", description = "http, https or file.") String url,
      @Option(names = "--json", description = "One JSON object.") boolean json)
      throws ConfigException, ServiceException, InterruptedException {
    Adding.Result result = new Adding(program, file()).add(url, environment);
    AddedText text = new AddedText(terminal, file(), url);
    if (json) {
      printUtf8(text.json(result));
    } else {
      text.print(result);
    }
    return result.written()
        ? ExitCode.DONE
        : result.refusal() == null ? ExitCode.SOME_FAILED : ExitCode.WRONG_USAGE;
  }

  private int previewList(Path list) throws InterruptedException {
    Path folder = list.toAbsolutePath().getParent();
    PrintWriter out = utf8();
    try (Workshop workshop = program.workshop()) {
      new PreviewList(workshop, folder == null ? list : folder, out, terminal.clock()).judge(list);
      return ExitCode.DONE;
    } catch (IOException e) {
      terminal.complain(list + " cannot be read; check its name and permissions");
      return ExitCode.WRONG_USAGE;
    }
  }

  private void printUtf8(String line) {
    PrintWriter out = utf8();
    out.println(line);
    out.flush();
  }

  /** JSON is UTF-8 whatever the terminal is. */
  private PrintWriter utf8() {
    return new PrintWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8));
  }

  private Path file() {
    return config == null ? FEEDS_FILE : config;
  }

  private Config load() throws ConfigException {
    return FeedsFile.load(file(), environment, program.syntax());
  }
}

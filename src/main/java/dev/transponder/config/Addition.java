package dev.transponder.config;

import dev.transponder.model.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * One more source for feeds.yml: its place is found and the new text is checked before anything is
 * written. The file stays byte for byte as it is but for what is inserted. Does not ask the URL.
 */
public final class Addition {
  private static final String NEW_FILE =
      "# What Transponder receives. All keys: docs/CONFIGURATION.md\n";
  private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

  private final Path file;
  private final byte @Nullable [] before;
  private final byte[] after;
  private final Insertion insertion;
  private final Config config;

  private Addition(
      Path file, byte @Nullable [] before, byte[] after, Insertion insertion, Config config) {
    this.file = file;
    this.before = before;
    this.after = after;
    this.insertion = insertion;
    this.config = config;
  }

  /**
   * Prepares a source that is a bare URL.
   *
   * @param file feeds.yml, there or not
   * @param environment where <code>${NAME}</code> is looked up
   * @param syntax by which the syntax of rules are checked
   * @throws ConfigException if the URL, or the file as it is, has mistakes
   * @throws NotAdded if it is followed already, or the file has a form to which nothing is added
   */
  public static Addition of(
      Path file, String url, Map<String, String> environment, SyntaxCheck syntax)
      throws ConfigException, NotAdded {
    Path folder = folder(file);
    Source bare = FeedsFile.source(url, folder);
    byte[] before = bytes(file);
    byte[] start = before == null ? NEW_FILE.getBytes(StandardCharsets.UTF_8) : before;
    Config old = null;
    ConfigException mistakes = null;
    try {
      old = FeedsFile.read(file, start, environment, syntax);
    } catch (ConfigException e) {
      mistakes = e; // perhaps only that there are no sources yet
    }
    List<Source> known = old == null ? List.of() : old.sources();
    refuseFollowed(known, bare.url(), folder);
    Insertion insertion = Insertion.of(text(start), root(file, start), value(url, folder));
    if (insertion == null) {
      if (mistakes != null) {
        throw mistakes;
      }
      throw NotAdded.byHand(form(file));
    }
    byte[] after = insert(start, insertion);
    Config config;
    try {
      config = FeedsFile.read(file, after, environment, syntax);
    } catch (ConfigException e) {
      if (mistakes != null) {
        throw mistakes;
      }
      if (e.problems().stream().allMatch(problem -> problem.line() == insertion.line())) {
        throw e;
      }
      throw NotAdded.byHand(form(file));
    }
    if (!isMore(config, old, known, bare.url())) {
      throw NotAdded.byHand(form(file));
    }
    return new Addition(file, before, after, insertion, config);
  }

  private static void refuseFollowed(List<Source> known, String url, Path folder)
      throws ConfigException, NotAdded {
    for (Source source : known) {
      if (FeedsFile.samePlace(source.url(), url, folder)) {
        throw NotAdded.followed(source.id(), "");
      }
    }
  }

  /** An id is public: a secret of the URL must not become part of it. */
  private static String value(String url, Path folder) throws ConfigException {
    if (!Secrets.inQuery(url)) {
      return YamlValue.of(url);
    }
    String id = FeedsFile.source(url.replaceFirst("\\?.*", ""), folder).id();
    return "{url: " + YamlValue.of(url) + ", id: " + id + "}";
  }

  /** Whether the new text says all that the old one said, and the new source at its end. */
  private static boolean isMore(
      Config config, @Nullable Config old, List<Source> known, String url) {
    int last = config.sources().size() - 1;
    return config.sources().subList(0, last).equals(known)
        && config.sources().get(last).url().equals(url)
        && (old == null || config.settings().equals(old.settings()));
  }

  private static String form(Path file) {
    return "the list of sources in " + file + " has a form to which nothing can be added safely";
  }

  private static Path folder(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  private static byte @Nullable [] bytes(Path file) throws NotAdded {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      if (Files.isSymbolicLink(file)) {
        throw NotAdded.because(file + " is a link to a file that does not exist");
      }
      return null;
    } catch (IOException e) {
      throw NotAdded.because(file + " cannot be read; check its name and permissions");
    }
  }

  private static @Nullable Node root(Path file, byte[] bytes) {
    return YamlText.parse(bytes, new Problems(file.toString()));
  }

  private static String text(byte[] bytes) {
    int start = startsWithMark(bytes) ? MARK.length : 0;
    return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= MARK.length
        && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
  }

  private static byte[] insert(byte[] bytes, Insertion insertion) {
    String text = text(bytes);
    String changed =
        (startsWithMark(bytes) ? "\uFEFF" : "")
            + text.substring(0, insertion.offset())
            + insertion.text()
            + text.substring(insertion.offset());
    return changed.getBytes(StandardCharsets.UTF_8);
  }

  /** What the file says once this is written. */
  public Config config() {
    return config;
  }

  /** The new source, with what {@code defaults} say. */
  public Source source() {
    return config.sources().getLast();
  }

  /** What is inserted, line by line, without line ends. */
  public List<String> lines() {
    return insertion.text().lines().filter(line -> !line.isBlank()).toList();
  }

  /** The line in which the source stands once this is written, from 1. */
  public int line() {
    return insertion.line();
  }

  /** Whether there was no file before. */
  public boolean isNewFile() {
    return before == null;
  }

  /**
   * Writes the file: whole or not at all.
   *
   * @throws NotAdded if the file is no longer what it was, or cannot be written
   */
  public void write() throws NotAdded {
    if (!Arrays.equals(bytes(file), before)) {
      throw NotAdded.because(file + " was changed by somebody else meanwhile; try again");
    }
    try {
      Replacement.write(before == null ? file : file.toRealPath(), after);
    } catch (IOException e) {
      throw NotAdded.byHand(
          file + " cannot be written (" + e.getClass().getSimpleName() + "); check permissions");
    }
  }
}

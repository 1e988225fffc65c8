package dev.transponder.config;

import dev.transponder.model.Settings;
import dev.transponder.model.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code feeds.yml}. */
public final class FeedsFile {
  private FeedsFile() {}

  /**
   * Reads and checks the whole file.
   *
   * @param file relative paths inside it start at its folder
   * @param environment where <code>${NAME}</code> is looked up
   * @param syntax by which patterns and selectors are checked
   * @throws ConfigException with all problems of the file, not only the first; nothing is written
   */
  public static Config load(Path file, Map<String, String> environment, SyntaxCheck syntax)
      throws ConfigException {
    Problems problems = new Problems(file.toString());
    return read(file, YamlText.parse(file, problems), environment, syntax, problems);
  }

  /** What the bytes of a file say, whether or not they are in it yet. */
  static Config read(Path file, byte[] bytes, Map<String, String> environment, SyntaxCheck syntax)
      throws ConfigException {
    Problems problems = new Problems(file.toString());
    return read(file, YamlText.parse(bytes, problems), environment, syntax, problems);
  }

  private static Config read(
      Path file,
      @Nullable Node root,
      Map<String, String> environment,
      SyntaxCheck syntax,
      Problems problems)
      throws ConfigException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || root == null) {
      if (!problems.any()) {
        problems.add("is a folder; name a file, for example with --config feeds.yml");
      }
      throw problems.exception();
    }
    Context context = new Context(folder, environment, syntax, problems);
    Section top = Section.of(root, Keys.TOP, context);
    Settings settings = SettingsReader.read(top);
    Section common = top.section("defaults", Keys.DEFAULTS);
    Source defaults = SourceReader.withoutUrl(common);
    List<Source> sources = SourcesReader.read(top, common);
    if (problems.any()) {
      throw problems.exception();
    }
    return new Config(settings, sources, defaults, problems.warnings());
  }

  /**
   * A source of which nothing but the URL is known, as if it stood alone in a file.
   *
   * @param url http, https, or file relative to the folder
   * @throws ConfigException with the one problem that the URL has
   */
  public static Source source(String url, Path folder) throws ConfigException {
    SourceUrl where = SourceUrl.of(url, folder);
    return Source.of(SourceId.generate(where), where.url());
  }

  /**
   * The source that a URL is by a file, or would be if it were added there alone.
   *
   * @param url http, https, or file relative to the folder
   * @throws ConfigException with the one problem that the URL has
   */
  public static Source source(Config config, String url, Path folder) throws ConfigException {
    Source bare = source(url, folder);
    return config.sources().stream()
        .filter(source -> source.url().equals(bare.url()))
        .findFirst()
        .orElseGet(() -> config.defaults().at(bare.id(), bare.url()));
  }

  /**
   * A URL as it was typed: a host without a scheme is meant as https, an address and this machine
   * as http. What is a file in the folder is left as it is, so that it can be asked what was meant.
   */
  public static String typed(String url, Path folder) {
    return SourceUrl.typed(url.strip(), folder);
  }

  /** Whether two URLs name one place for a person: the scheme and a last slash do not matter. */
  public static boolean samePlace(String url, String other, Path folder) throws ConfigException {
    return SourceUrl.of(url, folder).place().equals(SourceUrl.of(other, folder).place());
  }
}

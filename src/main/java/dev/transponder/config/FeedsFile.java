package dev.transponder.config;

import dev.transponder.model.Settings;
import dev.transponder.model.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads {@code feeds.yml}. */
public final class FeedsFile {
  private FeedsFile() {}

  /**
   * Reads and checks the whole file.
   *
   * @param file relative paths inside it start at its folder
   * @param environment where <code>${NAME}</code> is looked up
   * @throws ConfigException with all problems of the file, not only the first; nothing is written
   */
  public static Config load(Path file, Map<String, String> environment) throws ConfigException {
    Problems problems = new Problems(file.toString());
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null) {
      problems.add("is a folder; name a file, for example with --config feeds.yml");
      throw problems.exception();
    }
    Node root = YamlText.parse(file, problems);
    if (root == null) {
      throw problems.exception();
    }
    Section top = Section.of(root, Keys.TOP, new Context(folder, environment, problems));
    Settings settings = SettingsReader.read(top);
    List<Source> sources = SourcesReader.read(top);
    if (problems.any()) {
      throw problems.exception();
    }
    return new Config(settings, sources, problems.warnings());
  }

  /**
   * A source of which nothing but the URL is known, as if it stood alone in a file.
   *
   * @param url http, https, or file relative to the folder
   * @throws ConfigException with the one problem that the URL has
   */
  public static Source source(String url, Path folder) throws ConfigException {
    Problems problems = new Problems("URL");
    Context context = new Context(folder.toAbsolutePath().normalize(), Map.of(), problems);
    ScalarNode node = new ScalarNode(Tag.STR, url, ScalarStyle.PLAIN);
    SourceUrl where = SourceUrl.read(new Scalar(node, "the URL", url, context));
    if (where == null) {
      throw problems.exception();
    }
    return Source.of(SourceId.generate(where), where.url());
  }
}

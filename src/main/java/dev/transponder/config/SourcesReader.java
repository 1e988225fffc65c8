package dev.transponder.config;

import dev.transponder.model.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the list of sources and sees that no two are the same. */
final class SourcesReader {
  private final Section defaults;
  private final Context context;
  private final List<Source> sources = new ArrayList<>();
  private final Map<String, Node> urls = new HashMap<>();
  private final Map<String, Node> ids = new HashMap<>();

  private SourcesReader(Section defaults) {
    this.defaults = defaults;
    this.context = defaults.context();
  }

  static List<Source> read(Section top, Section defaults) {
    List<Node> list = top.list("sources");
    if (list == null && top.has("sources")) {
      return List.of();
    }
    if (list == null || list.isEmpty()) {
      top.missing("no sources; write a list of URLs under \"sources:\"");
      return List.of();
    }
    SourcesReader reader = new SourcesReader(defaults);
    list.forEach(reader::add);
    return reader.sources;
  }

  private void add(Node node) {
    boolean bare = node instanceof ScalarNode;
    Section own =
        bare
            ? Section.ofOne("url", node, Keys.SOURCE, context)
            : Section.of(node, Keys.SOURCE, context);
    Section section = own.over(defaults);
    Scalar url = section.scalar("url");
    if (url == null) {
      SourceReader.check(section);
      if (!section.has("url")) {
        section.missing("a source needs a url");
      }
      return;
    }
    SourceUrl where = SourceUrl.read(url);
    String id = where == null ? null : id(section, where);
    if (where == null || id == null) {
      SourceReader.check(section);
      return;
    }
    unique(urls, where.same(), url.node(), "this URL");
    Source source = SourceReader.read(section, id, where.url());
    sources.add(source);
  }

  private @Nullable String id(Section section, SourceUrl url) {
    if (!section.has("id")) {
      String id = SourceId.generate(url);
      Node first = ids.putIfAbsent(id, section.place());
      if (first != null && !urls.containsKey(url.same())) {
        context
            .problems()
            .add(
                section.place(),
                "its id would be \"%s\" like that of line %d; write another as \"id:\""
                    .formatted(id, Problems.line(first)));
      }
      return id;
    }
    Scalar written = section.scalar("id");
    String id = written == null ? null : SourceId.read(written);
    if (written != null && id != null) {
      unique(ids, id, written.node(), "the id \"" + id + "\"");
    }
    return id;
  }

  private void unique(Map<String, Node> known, String value, Node node, String what) {
    Node first = known.putIfAbsent(value, node);
    if (first != null) {
      context.problems().add(node, what + " is in line " + Problems.line(first) + " already");
    }
  }
}

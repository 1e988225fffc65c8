package dev.transponder.web;

import dev.transponder.model.Settings;
import dev.transponder.publish.Edition;
import java.util.Comparator;
import java.util.List;

/**
 * What every page shows around its own part.
 *
 * @param root the way to the first page, relative: "", "../"; so that pages work below any path
 * @param style the version of the style sheet
 * @param sources those with trouble first
 */
record Frame(
    String title,
    String subtitle,
    String root,
    String style,
    long stories,
    List<SourceLine> sources) {

  static Frame of(Edition edition, String root, String style) {
    Settings settings = edition.settings();
    List<SourceLine> sources =
        edition.sources().stream()
            .map(row -> SourceLine.of(row, edition.origin(row.id())))
            .sorted(Comparator.comparing(line -> !line.troubled()))
            .toList();
    return new Frame(
        settings.title(), settings.subtitle(), root, style, edition.totals().stories(), sources);
  }

  /** A path of ours as a link from this page. */
  String link(String path) {
    return path.isEmpty() && root.isEmpty() ? "./" : root + path;
  }

  long troubled() {
    return sources.stream().filter(SourceLine::troubled).count();
  }
}

package dev.transponder.web;

import dev.transponder.publish.Edition;
import dev.transponder.publish.Shown;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;

/** The pages as HTML. Thread safe. */
final class Templates {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "dev.transponder.web");

  /** Changes with the style sheet, so that nobody sees new pages in old style. */
  private final String styleVersion;

  Templates(String styleEtag) {
    styleVersion = styleEtag.substring(1, 9);
  }

  /** A page of updates. */
  String updates(Edition edition, int number, List<Shown> entries) {
    return render(
        "updates",
        Map.of(
            "frame",
            frame(edition, number == 1 ? "" : "../"),
            "number",
            number,
            "cards",
            entries.stream()
                .map(shown -> Card.of(shown, edition.settings().pageExcerpt()))
                .toList(),
            "pager",
            Pager.of(number, edition.pages())));
  }

  String entry(Edition edition, Shown shown) {
    return render("entry", Map.of("frame", frame(edition, "../"), "view", EntryView.of(shown)));
  }

  /** How every source is doing, in the order of feeds.yml. */
  String sources(Edition edition) {
    return render(
        "sources",
        Map.of(
            "frame",
            frame(edition, ""),
            "sources",
            edition.sources().stream()
                .map(row -> SourceStatus.of(row, edition.origin(row.id())))
                .toList(),
            "categories",
            edition.categories()));
  }

  /** What is answered where nothing is; links work from any depth. */
  String missing(Edition edition, String path) {
    long depth = path.chars().filter(c -> c == '/').count() - 1;
    return render("missing", Map.of("frame", frame(edition, "../".repeat((int) depth))));
  }

  private Frame frame(Edition edition, String root) {
    return Frame.of(edition, root, styleVersion);
  }

  private String render(String name, Map<String, Object> parameters) {
    StringOutput out = new StringOutput(16 * 1024);
    engine.render(name + ".jte", parameters, out);
    return out.toString();
  }
}

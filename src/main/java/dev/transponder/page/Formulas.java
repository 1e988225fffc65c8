package dev.transponder.page;

import java.util.Locale;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Puts what an author wrote in place of what a program made of it: KaTeX and MathJax leave pages in
 * which a formula stands two or three times, once for the eye, once for screen readers, once as its
 * LaTeX. Formulas in MathML alone stay as they are.
 */
final class Formulas {
  private static final String TEX = "annotation[encoding=application/x-tex]";

  /** What MathJax 2 shows beside the source that it keeps in a script element. */
  private static final String SHOWN =
      ".MathJax_Preview, .MathJax_Display, .MathJax_SVG, .MathJax:not(mjx-container)";

  private Formulas() {}

  static void restore(Element page) {
    for (Element script : page.select("script[type^=math/tex]")) {
      boolean display = script.attr("type").toLowerCase(Locale.ROOT).contains("mode=display");
      replace(script, data(script), display);
    }
    page.select(SHOWN).remove();
    for (Element display : page.select(".katex-display, mjx-container[display=true]")) {
      restore(display, true);
    }
    for (Element formula : page.select(".katex, mjx-container, .mwe-math-element")) {
      restore(formula, formula.selectFirst("math[display=block]") != null);
    }
  }

  private static void restore(Element formula, boolean display) {
    Element source = formula.selectFirst(TEX);
    Element math = formula.selectFirst("math");
    if (source != null) {
      replace(formula, source.wholeText(), display);
    } else if (math != null) {
      formula.replaceWith(math);
    }
  }

  private static void replace(Element formula, @Nullable String source, boolean display) {
    if (source == null || source.isBlank()) {
      formula.remove();
      return;
    }
    String text = source.strip();
    formula.replaceWith(new TextNode(display ? "\\[" + text + "\\]" : "\\(" + text + "\\)"));
  }

  private static @Nullable String data(Element script) {
    return script.childNodes().stream()
        .filter(DataNode.class::isInstance)
        .map(node -> ((DataNode) node).getWholeData())
        .findFirst()
        .orElse(null);
  }
}

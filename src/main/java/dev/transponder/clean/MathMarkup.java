package dev.transponder.clean;

import dev.transponder.text.XmlChars;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes formulas: presentation elements of MathML Core with text in their leaves and nothing else.
 *
 * <p>What makes foreign content dangerous (annotations with HTML, glyphs, links, comments, raw
 * text) is not written, so a formula means the same to every parser.
 */
final class MathMarkup {
  private static final Set<String> LEAVES = Set.of("mi", "mn", "mo", "ms", "mtext");
  private static final Set<String> GROUPS =
      Set.of(
          ("math menclose merror mfenced mfrac mmultiscripts mover mpadded mphantom mprescripts mroot"
                  + " mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtr munder munderover none"
                  + " semantics")
              .split(" "));
  private static final List<String> ATTRIBUTES =
      List.of(
          "accent",
          "accentunder",
          "alttext",
          "close",
          "columnalign",
          "columnspan",
          "dir",
          "display",
          "displaystyle",
          "fence",
          "form",
          "height",
          "largeop",
          "linethickness",
          "lspace",
          "mathvariant",
          "maxsize",
          "minsize",
          "movablelimits",
          "notation",
          "open",
          "rowspan",
          "rspace",
          "scriptlevel",
          "separator",
          "separators",
          "stretchy",
          "symmetric",
          "width");

  private static final Set<String> DROPPED =
      Set.of("annotation", "annotation-xml", "malignmark", "mglyph", "script", "style");

  /** Of an attribute, in characters. */
  private static final int LONGEST = 10_000;

  private final StringBuilder out;
  private final int limit;
  private boolean visible;

  private MathMarkup(StringBuilder out, int limit) {
    this.out = out;
    this.limit = limit;
  }

  /** Writes a formula; if there is none to see, the text that stands for it. */
  static void write(Element formula, StringBuilder out, int limit) {
    int start = out.length();
    keepSource(formula);
    MathMarkup markup = new MathMarkup(out, limit);
    markup.element(formula);
    if (!markup.visible) {
      out.setLength(start);
      Escaped.text(formula.attr("alttext"), out, limit);
    }
  }

  /**
   * Whether an element shows once more, for the eye, what stands beside it as a formula: KaTeX does
   * so, and without its style sheet it is a row of letters.
   */
  static boolean isPicture(Element element) {
    Element before = element.previousElementSibling();
    return element.attr("aria-hidden").equals("true")
        && before != null
        && before.selectFirst("math") != null;
  }

  /** The LaTeX of a formula is its text alternative, unless it has one of its own. */
  private static void keepSource(Element formula) {
    Element source = formula.selectFirst("annotation[encoding=application/x-tex]");
    if (source != null && !formula.hasAttr("alttext")) {
      formula.attr("alttext", source.wholeText().strip());
    }
  }

  private void element(Element element) {
    String name = element.normalName();
    boolean leaf = LEAVES.contains(name);
    if (DROPPED.contains(name)) {
      return;
    }
    if (!leaf && !GROUPS.contains(name)) {
      children(element);
      return;
    }
    out.append('<').append(name);
    for (String attribute : ATTRIBUTES) {
      if (element.hasAttr(attribute) && element.attr(attribute).length() <= LONGEST) {
        out.append(' ').append(attribute).append("=\"");
        Escaped.attribute(element.attr(attribute), out);
        out.append('"');
      }
    }
    out.append('>');
    if (leaf) {
      text(element.wholeText());
    } else {
      children(element);
    }
    out.append("</").append(name).append('>');
  }

  private void children(Element element) {
    for (Node node : element.childNodes()) {
      switch (node) {
        case Element child when out.length() < limit -> element(child);
        case TextNode text -> text(text.getWholeText());
        default -> {}
      }
    }
  }

  private void text(String text) {
    visible |= !XmlChars.clean(text).isBlank();
    Escaped.text(text, out, limit);
  }
}

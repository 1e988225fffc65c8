package dev.transponder.feed;

import dev.transponder.text.XmlChars;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * Makes every title plain text and every body one string of HTML, however they were written: as
 * text, escaped, as XHTML, as naked markup, in base64. Relative URLs in a body are made absolute
 * where their base is not the document's own URL.
 */
final class TextConstructs {
  private static final Set<String> TITLES = Set.of("title", "rights", "copyright", "credit");
  private static final Set<String> BODIES =
      Set.of(
          "description",
          "summary",
          "subtitle",
          "encoded",
          "body",
          "div",
          "info",
          "abstract",
          "text");

  /** XML that is not there as elements can only be shown as text. */
  private static final Pattern PLAIN =
      Pattern.compile("text|plain|text/plain|(?!application/xhtml).*/(?:.*\\+)?xml");

  /** Longer is none; the time to match one grows with the square of its length. */
  private static final int LONGEST_TYPE = 255;

  private TextConstructs() {}

  static void mend(Tree tree) {
    walk(tree, tree.root(), Bases.outermost(tree), 0);
  }

  private static void walk(Tree tree, Element parent, String outer, int depth) {
    for (Element element : Elements.children(parent)) {
      String base = Bases.base(element, outer);
      String name = element.getName();
      if (TITLES.contains(name) || (name.equals("category") && isMarkup(element))) {
        replace(element, title(tree, element, base));
      } else if (BODIES.contains(name) || isContent(element)) {
        replace(element, body(tree, element, base));
      } else if (depth < 4) {
        walk(tree, element, base, depth + 1);
      }
    }
  }

  /** Categories may be nested, or (seen) hold markup. */
  private static boolean isMarkup(Element category) {
    return category.getNamespace().equals(Namespaces.NONE) && Elements.hasChildren(category);
  }

  /** Media RSS has a "content" too, which is a file. */
  private static boolean isContent(Element element) {
    return element.getName().equals("content") && !element.getNamespace().equals(Namespaces.MEDIA);
  }

  private static void replace(Element element, String value) {
    if (element.getNamespace().equals(Namespaces.ATOM)) {
      element.setAttribute("type", "html"); // ROME would escape what it takes for XHTML
    }
    if (element.getContentSize() != 1 || !element.getText().equals(value)) {
      element.setText(value);
    }
  }

  private static String title(Tree tree, Element element, String base) {
    if (isText(element) || (isBase64(element) && decode(element.getText()).isEmpty())) {
      return PlainText.fold(element.getText());
    }
    boolean surelyHtml = element.getNamespace().equals(Namespaces.ATOM);
    String html = body(tree, element, base);
    return surelyHtml ? PlainText.ofHtml(html) : PlainText.ofLikelyHtml(html);
  }

  private static String body(Tree tree, Element element, String base) {
    if (Elements.hasChildren(element)) {
      return Markup.inside(tree, element, base);
    }
    String text = element.getText();
    if (isBase64(element)) {
      text = decode(text);
    } else if (isText(element)) {
      return Markup.escape(text);
    }
    return base.equals(tree.url()) ? text : HtmlLinks.resolve(text, base, tree);
  }

  private static boolean isText(Element element) {
    if (Elements.hasChildren(element)) {
      return false;
    }
    String type = type(element);
    if (type == null) {
      return element.getNamespace().equals(Namespaces.ATOM) && !isBase64(element);
    }
    return PLAIN.matcher(type).matches();
  }

  /** Said so in Atom 0.3; in Atom 1.0 meant by a media type that is no text (section 4.1.3.3). */
  private static boolean isBase64(Element element) {
    if ("base64".equals(Elements.attribute(element, "encoding"))) {
      return true;
    }
    String type = type(element);
    return type != null
        && element.getNamespace().equals(Namespaces.ATOM)
        && type.contains("/")
        && !type.startsWith("text/")
        && !type.endsWith("xml");
  }

  private static @Nullable String type(Element element) {
    String type = Elements.attribute(element, "type");
    return type == null || type.length() > LONGEST_TYPE ? null : type.toLowerCase(Locale.ROOT);
  }

  /** What base64 holds; empty if that is a picture or the like; the text itself if it is none. */
  private static String decode(String text) {
    if (!looksLikeBase64(text)) {
      return text;
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text);
      String decoded = new String(bytes, StandardCharsets.UTF_8);
      return decoded.indexOf('\uFFFD') < 0 && decoded.indexOf('\0') < 0
          ? XmlChars.clean(decoded)
          : "";
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static boolean looksLikeBase64(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!letter && c > ' ' && c != '+' && c != '/' && c != '=') {
        return false;
      }
    }
    return true;
  }
}

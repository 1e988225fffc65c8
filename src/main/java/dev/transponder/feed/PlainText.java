package dev.transponder.feed;

import dev.transponder.text.XmlChars;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** HTML to the text that a reader sees, on one line: for titles and names. */
final class PlainText {
  /** Whoever writes one of these between angle brackets means a tag. */
  private static final Set<String> TAGS =
      Set.of(
          ("a abbr acronym address applet area audio b base basefont bdo big blink blockquote body br"
                  + " button canvas caption center cite code col colgroup dd del dfn dir div dl dt em"
                  + " embed fieldset font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr"
                  + " html i iframe img input ins isindex kbd label legend li link map mark marquee"
                  + " math menu meta nobr noscript object ol optgroup option p param picture pre q s"
                  + " samp script section select small source span strike strong style sub sup svg"
                  + " table tbody td textarea tfoot th thead time title tr tt u ul var video wbr")
              .split(" "));

  private static final Set<String> BREAKS =
      Set.of("br", "p", "div", "li", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "hr");

  /** Nothing that is shown on a line is longer; the rest is not looked at. */
  private static final int LONGEST = 20_000;

  private PlainText() {}

  /** The text of HTML. */
  static String ofHtml(String html) {
    return of(html, false);
  }

  /** The text of what may be HTML or plain text: only what HTML knows is taken for a tag. */
  static String ofLikelyHtml(String html) {
    return of(html, true);
  }

  /** White space folded to single spaces, none around. */
  static String fold(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == '\u00A0') {
        space = true;
      } else {
        if (space && !out.isEmpty()) {
          out.append(' ');
        }
        space = false;
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String of(String text, boolean onlyKnown) {
    String html = text.length() > LONGEST ? XmlChars.clean(text.substring(0, LONGEST)) : text;
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
      return fold(html);
    }
    StringBuilder out = new StringBuilder(html.length());
    int at = 0;
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '<') {
        at = tag(html, at, onlyKnown, out);
      } else if (c == '&') {
        at = reference(html, at, out);
      } else {
        out.append(c);
        at++;
      }
    }
    return fold(out.toString());
  }

  private static int reference(String html, int at, StringBuilder out) {
    int end = Math.min(html.length(), at + Entities.LONGEST + 2);
    int semicolon = html.indexOf(';', at, end);
    if (semicolon > 0 && Entities.append(out, html, at + 1, semicolon)) {
      return semicolon + 1;
    }
    out.append('&');
    return at + 1;
  }

  private static int tag(String html, int at, boolean onlyKnown, StringBuilder out) {
    if (html.startsWith("<!--", at)) {
      int end = html.indexOf("-->", at);
      return end < 0 ? afterTag(html, at) : end + 3;
    }
    String name = name(html, at);
    if (name == null || (onlyKnown && !TAGS.contains(name))) {
      out.append('<');
      return at + 1;
    }
    if (BREAKS.contains(name)) {
      out.append(' ');
    }
    int end = afterTag(html, at);
    if (html.charAt(at + 1) != '/' && (name.equals("script") || name.equals("style"))) {
      int close = html.toLowerCase(Locale.ROOT).indexOf("</" + name, end);
      end = close < 0 ? end : afterTag(html, close);
    }
    return end;
  }

  private static int afterTag(String html, int at) {
    int end = HtmlLinks.tagEnd(html, at + 1);
    return Math.min(end + 1, html.length());
  }

  /** The name of the tag that begins here in lower case, null if none does. */
  private static @Nullable String name(String html, int at) {
    int from = at + 1 < html.length() && html.charAt(at + 1) == '/' ? at + 2 : at + 1;
    int to = from;
    while (to < html.length() && isNamePart(html.charAt(to))) {
      to++;
    }
    boolean letter = to > from && !Character.isDigit(html.charAt(from));
    return letter ? html.substring(from, to).toLowerCase(Locale.ROOT) : null;
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}

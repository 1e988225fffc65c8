package dev.transponder.clean;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/** Parses HTML as the content of a body element, as browsers do, within bounds. */
final class Body {
  /** In characters; what is beyond is not read. */
  private static final int LONGEST = 2_000_000;

  /** Elements nested deeper become siblings. Parsers need time for each open element. */
  private static final int DEEPEST = 200;

  private static final Pattern OPEN_FRAME = Pattern.compile("(?i)<iframe\\b");
  private static final Pattern CLOSED_FRAME = Pattern.compile("(?i)</iframe\\b");

  private Body() {}

  /** The nodes at the top of the body. */
  static List<Node> parse(String html) {
    String read = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
    return Parser.htmlParser()
        .setMaxDepth(DEEPEST)
        .parseFragmentInput(withFramesClosed(read), new Element("body"), "");
  }

  /** Feeds write frames as empty elements; to a parser all that follows would be their content. */
  private static String withFramesClosed(String html) {
    Matcher frame = OPEN_FRAME.matcher(html);
    if (!frame.find() || CLOSED_FRAME.matcher(html).find()) {
      return html;
    }
    StringBuilder out = new StringBuilder(html.length() + 64);
    int copied = 0;
    while (frame.find(copied)) {
      int end = html.indexOf('>', frame.end());
      if (end < 0) {
        break; // a pattern with the ">" in it would look for it once more from each frame
      }
      out.append(html, copied, end + 1).append("</iframe>");
      copied = end + 1;
    }
    return out.append(html, copied, html.length()).toString();
  }

  /** Whether the characters mean themselves, so that there is nothing to parse. */
  static boolean isPlain(String html) {
    return html.indexOf('<') < 0 && html.indexOf('&') < 0;
  }
}

package dev.transponder.feed;

import java.util.HashMap;
import java.util.Map;

/** Character data of one document with its references replaced. Not thread safe. */
final class XmlText {
  /** How many characters the entities of a document may add; beyond, they stay as written. */
  private static final int EXPANSION_LIMIT = 1_000_000;

  private final String text;
  private final Map<String, String> entities = new HashMap<>();
  private int expanded;
  private boolean damaged;

  XmlText(String text) {
    this.text = text;
  }

  /** Makes an entity of the document type known: plain text without references or markup. */
  void define(String name, String value) {
    entities.putIfAbsent(name, value);
  }

  /** Whether a reference or a bare ampersand was found that XML does not allow. */
  boolean damaged() {
    return damaged;
  }

  /** The value of {@code text[from, to)}. */
  String text(int from, int to) {
    int amp = text.indexOf('&', from, to);
    return amp < 0 ? text.substring(from, to) : expand(from, to, amp);
  }

  /** The same as the value of an attribute: tabs and line ends are spaces. */
  String attribute(int from, int to) {
    String value = text(from, to);
    return value.indexOf('\n') < 0 && value.indexOf('\t') < 0
        ? value
        : value.replace('\n', ' ').replace('\t', ' ');
  }

  private String expand(int from, int to, int firstAmp) {
    StringBuilder out = new StringBuilder(to - from);
    int copied = from;
    int amp = firstAmp;
    while (amp >= 0) {
      out.append(text, copied, amp);
      int semicolon = text.indexOf(';', amp, Math.min(to, amp + Entities.LONGEST + 2));
      if (semicolon > 0 && append(out, amp + 1, semicolon)) {
        copied = semicolon + 1;
      } else {
        damaged = true;
        out.append('&');
        copied = amp + 1;
      }
      amp = text.indexOf('&', copied, to);
    }
    return out.append(text, copied, to).toString();
  }

  private boolean append(StringBuilder out, int from, int to) {
    String own = entities.isEmpty() ? null : entities.get(text.substring(from, to));
    if (own != null && expanded + own.length() <= EXPANSION_LIMIT) {
      expanded += own.length();
      out.append(own);
      return true;
    }
    return Entities.append(out, text, from, to);
  }

  static boolean isBlank(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) > ' ') {
        return false;
      }
    }
    return true;
  }
}

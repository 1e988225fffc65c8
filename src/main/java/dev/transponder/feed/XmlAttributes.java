package dev.transponder.feed;

import java.util.ArrayList;
import java.util.List;

/**
 * The attributes of one start tag, also those without quotes, without value or without end. One
 * reader serves all tags of a document, one after another; not thread safe.
 *
 * <p>Of attributes of one name the first counts. Those beyond {@link #MOST} are ignored: each is
 * compared with all others, here and by JDOM.
 */
final class XmlAttributes {
  /** No vocabulary has half as many; roots that bind every namespace of the field have forty. */
  private static final int MOST = 64;

  private final String text;
  private final NameTable table;
  private final XmlText values;
  private final List<XmlName> names = new ArrayList<>();
  private final List<String> found = new ArrayList<>();
  private int at;
  private boolean damaged;

  XmlAttributes(String text, NameTable table, XmlText values) {
    this.text = text;
    this.table = table;
    this.values = values;
  }

  int size() {
    return names.size();
  }

  XmlName name(int index) {
    return names.get(index);
  }

  String value(int index) {
    return found.get(index);
  }

  /** Where the document goes on behind the tag that was read last. */
  int end() {
    return at;
  }

  /** Whether a tag had a form that XML does not allow. */
  boolean damaged() {
    return damaged;
  }

  /** Reads from behind a tag's name to behind its end; true if the tag is an empty element. */
  boolean read(int from) {
    names.clear();
    found.clear();
    at = from;
    while (true) {
      skipSpace();
      switch (peek()) {
        case 0, '<' -> {
          damaged = true;
          return false;
        }
        case '>' -> {
          at++;
          return false;
        }
        case '/' -> {
          at++;
          if (peek() == '>') {
            at++;
            return true;
          }
          damaged = true;
        }
        case '=', '"', '\'' -> {
          at++;
          damaged = true;
        }
        default -> attribute();
      }
    }
  }

  /** The next character, 0 at the end: the decoder lets no other 0 through. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private void skipSpace() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }

  private void attribute() {
    int from = at;
    while (at < text.length() && !XmlParser.endsName(text.charAt(at))) {
      at++;
    }
    XmlName name = table.get(text, from, at);
    skipSpace();
    String value = "";
    if (peek() == '=') {
      at++;
      skipSpace();
      value = value();
    } else {
      damaged = true;
    }
    add(name, value);
  }

  private void add(XmlName name, String value) {
    if (names.contains(name)) {
      damaged = true;
    } else if (names.size() < MOST) {
      names.add(name);
      found.add(value);
    }
  }

  private String value() {
    char quote = peek();
    boolean quoted = quote == '"' || quote == '\'';
    int close = quoted ? text.indexOf(quote, at + 1) : -1;
    if (close > 0) {
      int from = at + 1;
      at = close + 1;
      return values.attribute(from, close);
    }
    damaged = true;
    at += quoted ? 1 : 0;
    int from = at;
    while (at < text.length() && text.charAt(at) > ' ' && text.charAt(at) != '>') {
      at++;
    }
    return values.attribute(from, at);
  }
}

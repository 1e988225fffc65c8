package dev.transponder.feed;

import java.util.ArrayList;
import java.util.List;

/**
 * The attributes of one start tag, also those without quotes, without value or without end.
 *
 * @param empty whether the tag ends in a slash
 * @param end where the document goes on
 * @param damaged whether XML does not allow the tag
 */
record XmlAttributes(
    List<XmlName> names, List<String> values, boolean empty, int end, boolean damaged) {

  int size() {
    return names.size();
  }

  XmlName name(int index) {
    return names.get(index);
  }

  String value(int index) {
    return values.get(index);
  }

  /** Reads from behind the tag's name to behind its "&gt;". */
  static XmlAttributes read(String text, int from, NameTable table, XmlText values) {
    int length = text.length();
    if (from < length && text.charAt(from) == '>') {
      return new XmlAttributes(List.of(), List.of(), false, from + 1, false);
    }
    List<XmlName> names = new ArrayList<>();
    List<String> found = new ArrayList<>();
    boolean damaged = false;
    int at = from;
    while (true) {
      while (at < length && text.charAt(at) <= ' ') {
        at++;
      }
      if (at >= length || text.charAt(at) == '<') {
        return new XmlAttributes(names, found, false, at, true);
      }
      char c = text.charAt(at);
      if (c == '>') {
        return new XmlAttributes(names, found, false, at + 1, damaged);
      }
      if (c == '/' && at + 1 < length && text.charAt(at + 1) == '>') {
        return new XmlAttributes(names, found, true, at + 2, damaged);
      }
      if (XmlParser.endsName(c)) {
        damaged = true;
        at++;
        continue;
      }
      int nameFrom = at;
      while (at < length && !XmlParser.endsName(text.charAt(at))) {
        at++;
      }
      XmlName name = table.get(text, nameFrom, at);
      while (at < length && text.charAt(at) <= ' ') {
        at++;
      }
      int valueFrom = at;
      int valueTo = at;
      if (at < length && text.charAt(at) == '=') {
        at++;
        while (at < length && text.charAt(at) <= ' ') {
          at++;
        }
        char quote = at < length ? text.charAt(at) : 0;
        int close = quote == '"' || quote == '\'' ? text.indexOf(quote, at + 1) : -1;
        if (close > 0) {
          valueFrom = at + 1;
          valueTo = close;
          at = close + 1;
        } else {
          damaged = true;
          valueFrom = at + (quote == '"' || quote == '\'' ? 1 : 0);
          at = valueFrom;
          while (at < length && text.charAt(at) > ' ' && text.charAt(at) != '>') {
            at++;
          }
          valueTo = at;
        }
      } else {
        damaged = true;
      }
      names.add(name);
      found.add(values.attribute(valueFrom, valueTo));
    }
  }
}

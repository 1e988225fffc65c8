package dev.transponder.feed;

import org.jspecify.annotations.Nullable;

/**
 * The names of one document, each made once: a feed of a thousand entries has forty names. Not
 * thread safe.
 */
final class NameTable {
  /** A power of two; a document with more names than that makes the rest anew each time. */
  private static final int SIZE = 1024;

  private final @Nullable XmlName[] names = new @Nullable XmlName[SIZE];

  /** The name that stands in {@code text[from, to)}. */
  XmlName get(String text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int slot = (hash ^ (hash >>> 10)) & (SIZE - 1);
    XmlName known = names[slot];
    int length = to - from;
    if (known != null && known.raw().length() == length && text.startsWith(known.raw(), from)) {
      return known;
    }
    XmlName made = XmlName.of(text.substring(from, to));
    names[slot] = made;
    return made;
  }
}

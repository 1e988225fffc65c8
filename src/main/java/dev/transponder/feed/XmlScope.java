package dev.transponder.feed;

import java.util.Arrays;
import org.jdom2.Namespace;

/** Which prefix is bound to which namespace at one place of a document. Not thread safe. */
final class XmlScope {
  /** More bindings than that at one place are not kept: their prefixes stay unbound. */
  private static final int LIMIT = 256;

  private String[] prefixes = new String[16];
  private Namespace[] namespaces = new Namespace[16];
  private int[] depths = new int[16];
  private int size;

  /** Binds a prefix from the element at that depth on; the empty prefix is the default. */
  void bind(String prefix, Namespace namespace, int depth) {
    if (size == LIMIT) {
      return;
    }
    if (size == prefixes.length) {
      prefixes = Arrays.copyOf(prefixes, size * 2);
      namespaces = Arrays.copyOf(namespaces, size * 2);
      depths = Arrays.copyOf(depths, size * 2);
    }
    prefixes[size] = prefix;
    namespaces[size] = namespace;
    depths[size++] = depth;
  }

  /** Forgets what was bound at that depth or deeper. */
  void leave(int depth) {
    while (size > 0 && depths[size - 1] >= depth) {
      size--;
    }
  }

  /** The namespace of a prefix; an unbound one means what it usually means. */
  Namespace resolve(String prefix) {
    for (int i = size - 1; i >= 0; i--) {
      if (prefixes[i].equals(prefix)) {
        return namespaces[i];
      }
    }
    if (prefix.isEmpty()) {
      return Namespaces.NONE;
    }
    Namespace usual = Namespaces.usual(prefix);
    return usual == null ? Namespaces.OTHER : usual;
  }
}

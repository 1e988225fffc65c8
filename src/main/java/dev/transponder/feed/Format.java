package dev.transponder.feed;

import java.util.Locale;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** What kind of feed a document calls itself, for people. */
final class Format {
  private Format() {}

  /**
   * The format of the tree as it was parsed.
   *
   * @param vocabulary the first default namespace of the document as written, empty if there is
   *     none
   * @return null if the document is no feed at all
   */
  static @Nullable String of(Element root, String vocabulary) {
    return switch (root.getName().toLowerCase(Locale.ROOT)) {
      case "rss" -> "rss " + root.getAttributeValue("version", "2.0").strip();
      case "rdf" -> vocabulary.contains("simple/0.9") ? "rss 0.90" : "rss 1.0";
      case "channel" -> vocabulary.contains("rss1.1") ? "rss 1.1" : "rss 2.0";
      case "item" -> "rss 2.0";
      case "feed", "entry" -> isOldAtom(root, vocabulary) ? "atom 0.3" : "atom 1.0";
      default -> null;
    };
  }

  private static boolean isOldAtom(Element root, String vocabulary) {
    return "0.3".equals(root.getAttributeValue("version")) || vocabulary.contains("purl.org/atom");
  }
}

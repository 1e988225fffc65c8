package dev.transponder.page;

import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Knows the heading that repeats the title of an entry above its text. */
final class Headings {
  private Headings() {}

  static void withoutTitle(Element text, @Nullable String title) {
    Element first = text.selectFirst("h1, h2");
    if (first != null && title != null && words(first.text()).equals(words(title))) {
      first.remove();
    }
  }

  private static String words(String text) {
    return text.replaceAll("[\\p{P}\\p{S}\\s]+", " ").strip().toLowerCase(Locale.ROOT);
  }
}

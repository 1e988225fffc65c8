package dev.transponder.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Takes from a page what says of itself that it is not its text. Readability does so as well, but
 * not on short pages: where it finds less than 500 characters it tries again with everything in,
 * and a Chinese text of that length is no short one.
 */
final class Surroundings {
  private static final String BY_ELEMENT =
      "nav, [role=navigation], [role=complementary], [role=search], dialog, [aria-modal=true]";

  /** Whole names of classes and ids, of the themes and widgets that most sites are made of. */
  private static final Set<String> NAMES =
      Set.of(
          "breadcrumb",
          "breadcrumbs",
          "comment-list",
          "comment-respond",
          "comments",
          "comments-area",
          "cookie-banner",
          "disqus_thread",
          "newsletter-signup",
          "pagination",
          "post-navigation",
          "read-next",
          "related",
          "related-articles",
          "related-posts",
          "respond",
          "share",
          "share-bar",
          "share-buttons",
          "sharedaddy",
          "sharing",
          "social-share");

  private Surroundings() {}

  /** What is half of the page is what the page is about, whatever it is called. */
  static void remove(Element body) {
    int most = body.text().length() / 2;
    List<Element> unwanted =
        body.select("[class], [id], " + BY_ELEMENT).stream()
            .filter(element -> isNamed(element) || element.is(BY_ELEMENT))
            .filter(element -> element.text().length() <= most)
            .toList();
    unwanted.forEach(Element::remove);
  }

  private static boolean isNamed(Element element) {
    return NAMES.contains(element.id().toLowerCase(Locale.ROOT))
        || element.classNames().stream()
            .anyMatch(name -> NAMES.contains(name.toLowerCase(Locale.ROOT)));
  }
}

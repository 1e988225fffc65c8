package dev.transponder.page;

import dev.transponder.text.LateImages;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds where elements lead to and which pictures they show, as absolute http or https URLs. */
final class Links {
  private static final Pattern FILES =
      Pattern.compile(
          "(?i)\\.(?:jpe?g|png|gif|webp|svg|css|js|zip|gz|xml|rss|atom|json|ico|mp[34])$");

  private Links() {}

  /** The URL in an attribute, null if there is none of the web; file URLs stay among themselves. */
  static @Nullable String absolute(Element element, String attribute) {
    String url = element.absUrl(attribute);
    return Html.web(url.strip());
  }

  /** A file URL as it is usually written; Java resolves to {@code file:/path}. */
  static String file(String url) {
    return url.startsWith("file:/") && !url.startsWith("file://")
        ? "file://" + url.substring(5)
        : url;
  }

  /** A URL made absolute, empty if it cannot be. */
  static String resolve(String base, String url) {
    return StringUtil.resolve(base, url);
  }

  /**
   * Where an element leads to: itself a link, else the first link in it, else the one around it.
   */
  static @Nullable String inside(Element element) {
    return inside(element, _ -> true);
  }

  /** The same among the links that are wanted. */
  static @Nullable String inside(Element element, Predicate<String> wanted) {
    String own = leadsTo(element);
    if (own != null && wanted.test(own)) {
      return own;
    }
    for (Element link : element.select("a[href]")) {
      String url = leadsTo(link);
      if (url != null && wanted.test(url)) {
        return url;
      }
    }
    Element around = element.closest("a[href]");
    String outer = around == null ? null : leadsTo(around);
    return outer == null || !wanted.test(outer) ? null : outer;
  }

  /**
   * Where a link leads that may be an entry: to another page of the web. Null for places on the
   * page itself, for files and for pictures.
   */
  static @Nullable String content(Element link, String pageUrl) {
    String url = leadsTo(link);
    if (url == null || FILES.matcher(url).find()) {
      return null;
    }
    String target = url.replaceFirst("#.*", "");
    return target.equals(pageUrl.replaceFirst("#.*", "")) ? null : target;
  }

  /** The picture of an element, or the first one in it. */
  static @Nullable String image(Element element) {
    for (Element image : element.select("img, source[srcset], video[poster]")) {
      String url = picture(image);
      if (url != null) {
        return url;
      }
    }
    return null;
  }

  private static @Nullable String leadsTo(Element link) {
    return link.attr("href").startsWith("#") ? null : absolute(link, "href");
  }

  private static @Nullable String picture(Element image) {
    String poster = image.nameIs("video") ? absolute(image, "poster") : absolute(image, "src");
    if (poster != null) {
      return poster;
    }
    for (String late : LateImages.ATTRIBUTES) {
      String url = absolute(image, late);
      if (url != null) {
        return url;
      }
    }
    String first = image.attr("srcset").strip().split("[\\s,]", 2)[0];
    return first.isEmpty() ? null : Html.web(resolve(image.baseUri(), first));
  }
}

package dev.transponder.clean;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Which picture an {@code img} element shows, and whether anybody can see it. */
final class Images {
  /** Seen on pages that load their images late; the src is then missing or a placeholder. */
  private static final List<String> LATE =
      List.of("data-src", "data-original", "data-lazy-src", "data-orig-file");

  private static final Pattern HIDDEN =
      Pattern.compile("(?i)display\\s*:\\s*none|(?:width|height)\\s*:\\s*[01](?:px)?\\s*(?:;|$)");

  private Images() {}

  /** The absolute URL of the picture, null if there is none. */
  static @Nullable String source(Element image, Links links) {
    String src = links.web(image.attr("src"));
    if (src != null) {
      return src;
    }
    for (String late : LATE) {
      String url = links.web(image.attr(late));
      if (url != null) {
        return url;
      }
    }
    String srcset = Srcset.of(image.attr("srcset"), links);
    return srcset == null ? null : srcset.split("[ ,]", 2)[0];
  }

  /** Whether it only counts readers: a pixel, or hidden. */
  static boolean isInvisible(Element image) {
    String width = image.attr("width");
    String height = image.attr("height");
    return isZero(width)
        || isZero(height)
        || (isTiny(width) && isTiny(height))
        || HIDDEN.matcher(image.attr("style")).find();
  }

  private static boolean isTiny(String length) {
    return isZero(length) || length.equals("1") || length.equals("1px");
  }

  private static boolean isZero(String length) {
    return length.equals("0") || length.equals("0px");
  }
}

package dev.transponder.clean;

import dev.transponder.text.LateImages;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Which picture an {@code img} element shows, and whether anybody can see it. */
final class Images {
  private static final Pattern NO_DISPLAY = Pattern.compile("display\\s*:\\s*none");
  private static final Pattern TINY_WIDTH = tiny("width");
  private static final Pattern TINY_HEIGHT = tiny("height");

  private Images() {}

  /** The absolute URL of the picture, null if there is none. */
  static @Nullable String source(Element image, Links links) {
    String src = links.web(image.attr("src"));
    if (src != null) {
      return src;
    }
    for (String late : LateImages.ATTRIBUTES) {
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
        || isInvisible(image.attr("style").toLowerCase(Locale.ROOT));
  }

  private static boolean isInvisible(String style) {
    return !style.isEmpty()
        && (NO_DISPLAY.matcher(style).find()
            || (TINY_WIDTH.matcher(style).find() && TINY_HEIGHT.matcher(style).find()));
  }

  /** Not line-height, not border-width. */
  private static Pattern tiny(String property) {
    return Pattern.compile("(?<![\\w-])" + property + "\\s*:\\s*[01](?:px)?\\s*(?:[;!]|$)");
  }

  private static boolean isTiny(String length) {
    return isZero(length) || length.equals("1") || length.equals("1px");
  }

  private static boolean isZero(String length) {
    return length.equals("0") || length.equals("0px");
  }
}

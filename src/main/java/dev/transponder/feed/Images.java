package dev.transponder.feed;

import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** The picture that stands for an entry or a feed, in whichever vocabulary. */
final class Images {
  private Images() {}

  /** An absolute URL of the web, null if there is none. */
  static @Nullable String of(Element parent) {
    for (Element child : Elements.children(parent)) {
      String url =
          switch (child.getName()) {
            case "thumbnail" -> Elements.attribute(child, "url");
            case "image" -> image(child);
            case "logo", "icon" -> Elements.text(child);
            case "group" -> of(child);
            case "content" -> picture(child);
            default -> null;
          };
      if (url != null && Urls.isWeb(url)) {
        return Limits.url(url);
      }
    }
    return null;
  }

  private static @Nullable String image(Element image) {
    String href = Elements.attribute(image, "href");
    if (href != null) {
      return href;
    }
    String url = Elements.childText(image, Namespaces.NONE, "url");
    return url == null ? Elements.text(image) : url;
  }

  private static @Nullable String picture(Element content) {
    if (!content.getNamespace().equals(Namespaces.MEDIA)) {
      return null;
    }
    boolean picture =
        "image".equals(content.getAttributeValue("medium"))
            || content.getAttributeValue("type", "").startsWith("image/");
    return picture ? Elements.attribute(content, "url") : of(content);
  }
}

package dev.transponder.feed;

import dev.transponder.model.Enclosure;
import dev.transponder.model.Media;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** What iTunes and Media RSS say of an entry. */
final class MediaParts {
  private MediaParts() {}

  static Media of(Element entry) {
    Duration duration = null;
    Integer season = null;
    Integer episode = null;
    Boolean explicit = null;
    List<Enclosure> files = new ArrayList<>();
    Set<String> enclosed = enclosed(entry);
    for (Element child : Elements.children(entry)) {
      if (child.getNamespace().equals(Namespaces.ITUNES)) {
        switch (child.getName()) {
          case "duration" -> duration = duration(Elements.text(child));
          case "season" -> season = small(Elements.text(child));
          case "episode" -> episode = small(Elements.text(child));
          case "explicit" -> explicit = explicit(Elements.text(child));
          default -> {}
        }
      } else if (child.getNamespace().equals(Namespaces.MEDIA)) {
        files(child, enclosed, files);
        duration = duration == null ? fileDuration(child) : duration;
      }
    }
    boolean none = duration == null && season == null && episode == null && explicit == null;
    return none && files.isEmpty()
        ? Media.NONE
        : new Media(duration, season, episode, explicit, files);
  }

  private static @Nullable Duration fileDuration(Element media) {
    Duration own = duration(Elements.attribute(media, "duration"));
    for (Element child : Elements.children(media)) {
      own = own == null ? fileDuration(child) : own;
    }
    return own;
  }

  /** "3723", "62:03", "1:02:03"; null for anything else. */
  static @Nullable Duration duration(@Nullable String text) {
    if (text == null || !text.matches("\\d{1,6}(?::\\d{1,2}){0,2}(?:\\.\\d+)?")) {
      return null;
    }
    long seconds = 0;
    for (String part : text.replaceAll("\\..*", "").split(":", -1)) {
      seconds = seconds * 60 + Long.parseLong(part);
    }
    return Duration.ofSeconds(seconds);
  }

  private static @Nullable Integer small(@Nullable String text) {
    Long number = Hints.number(text);
    return number == null || number > 1_000_000 ? null : number.intValue();
  }

  private static @Nullable Boolean explicit(@Nullable String text) {
    return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "explicit" -> true;
      case "no", "false", "clean" -> false;
      default -> null;
    };
  }

  /** The files of a media:content or of all in a media:group, without those enclosed already. */
  private static void files(Element media, Set<String> enclosed, List<Enclosure> files) {
    if (media.getName().equals("group")) {
      Elements.children(media).forEach(child -> files(child, enclosed, files));
      return;
    }
    String url = Limits.url(Elements.attribute(media, "url"));
    if (url == null || !Urls.isWeb(url) || !media.getName().equals("content")) {
      return;
    }
    if (files.size() < Limits.LIST && !enclosed.contains(url)) {
      Long length = Hints.number(Elements.attribute(media, "fileSize"));
      files.add(new Enclosure(url, Elements.attribute(media, "type"), length));
    }
  }

  private static Set<String> enclosed(Element entry) {
    Set<String> urls = new HashSet<>();
    for (Element child : Elements.children(entry)) {
      String url = child.getName().equals("enclosure") ? child.getAttributeValue("url") : null;
      if (url != null) {
        urls.add(url);
      }
    }
    return urls;
  }
}

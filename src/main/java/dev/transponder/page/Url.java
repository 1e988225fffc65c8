package dev.transponder.page;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be read from a URL without asking for it. */
public final class Url {
  private Url() {}

  /** How most links are made, by {@link #shape}; null if they differ too much to tell. */
  public static @Nullable String usualShape(Collection<String> links) {
    Map<String, Integer> shapes = new HashMap<>();
    links.forEach(link -> shapes.merge(shape(link), 1, Integer::sum));
    return shapes.entrySet().stream()
        .filter(shape -> shape.getValue() * 10 >= links.size() * 7)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** The host without {@code www.}, empty if there is none. */
  static String host(@Nullable String url) {
    String rest = url == null ? "" : url.replaceFirst("^[a-z]+://(?:www\\.)?", "");
    return rest.replaceFirst("[/?#].*", "");
  }

  /**
   * What the URLs of the entries of a site have in common: the folders, with their numbers alike,
   * and whether the last name is one, a number or none.
   */
  static String shape(String url) {
    String path = path(url).replaceFirst("(?:/index\\.\\w+|/)$", "");
    int cut = path.lastIndexOf('/');
    String name = path.substring(cut + 1);
    String kind = name.isEmpty() ? "" : name.matches("\\d+") ? "N" : "x";
    return path.substring(0, Math.max(0, cut)).replaceAll("\\d+", "N") + "/" + kind;
  }

  /** Whether the last name in the path is long or made of several words. */
  static boolean hasName(String url) {
    String name = path(url).replaceFirst("/(?:index\\.\\w+)?$", "").replaceFirst(".*/", "");
    return name.length() > 12
        || name.chars().filter(c -> c == '-' || c == '_').count() > 1
        || name.contains("%");
  }

  /** The URL up to the folder that a listing stands in, for any of its pages. */
  static String folder(String url) {
    return url.replaceFirst("[?#].*", "").replaceFirst("(?:page/?\\d+/?)?[^/]*$", "");
  }

  static String withoutFragment(String url) {
    int hash = url.indexOf('#');
    return hash < 0 ? url : url.substring(0, hash);
  }

  private static String path(String url) {
    return url.replaceFirst("^[a-z]+://[^/]*", "").replaceFirst("[?#].*", "");
  }
}

package dev.transponder.web;

import dev.transponder.model.Enclosure;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to an entry.
 *
 * @param url null if it is no web URL: then only the name is shown
 * @param about type and size in words, may be empty
 */
record FileLine(@Nullable String url, String name, String about) {
  static FileLine of(Enclosure enclosure) {
    String url = enclosure.url();
    String path = url.replaceFirst("[?#].*", "").replaceFirst("/+$", "");
    String name = path.substring(path.lastIndexOf('/') + 1);
    String type = enclosure.type() == null ? "" : enclosure.type();
    String size = enclosure.length() == null ? "" : size(enclosure.length());
    return new FileLine(
        url.matches("(?is)https?://.+") ? url : null,
        name.isEmpty() ? url : name,
        type.isEmpty() || size.isEmpty() ? type + size : type + ", " + size);
  }

  private static String size(long bytes) {
    if (bytes < 1_000) {
      return bytes <= 0 ? "" : bytes + " bytes";
    }
    return bytes < 1_000_000
        ? Math.round(bytes / 1e3) + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}

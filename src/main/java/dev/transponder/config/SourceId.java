package dev.transponder.config;

import dev.transponder.text.Digests;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a source is called for ever: everything that is remembered of it hangs on its id.
 *
 * <p>An id that is not written is made from the source's own URL alone ({@code example-com-notes}),
 * never from its place in the file or from its neighbours: a number behind the second of two equal
 * ids would go over to the other source as soon as somebody sorts the file, and with it the
 * entries. So two equal ids are a problem, which an {@code id:} solves.
 */
final class SourceId {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
  private static final int LONGEST = 64;
  private static final int HASH_LENGTH = 8;

  private SourceId() {}

  /** An id as written, null if it is none; then a problem says why. */
  static @Nullable String read(Scalar scalar) {
    String id = scalar.text().strip();
    if (FORM.matcher(id).matches() && id.length() <= LONGEST) {
      return id;
    }
    String meant = slug(id);
    boolean usable = !meant.isEmpty() && meant.length() <= LONGEST;
    scalar.refuse(
        "id should be at most "
            + LONGEST
            + " of a-z, 0-9 and single hyphens, not "
            + scalar.quoted()
            + (usable ? " (did you mean \"" + meant + "\"?)" : ""));
    return null;
  }

  /** The id of a URL; where letters are lost or cut away, a hash of all of them is added. */
  static String generate(SourceUrl url) {
    String slug = slug(url.words());
    boolean lossless = url.words().chars().allMatch(c -> c < 0x80) && slug.length() <= LONGEST;
    if (lossless && !slug.isEmpty()) {
      return slug;
    }
    int room = LONGEST - HASH_LENGTH - 1;
    String start = slug.substring(0, Math.min(slug.length(), room)).replaceFirst("-$", "");
    return (start.isEmpty() ? "source" : start) + "-" + hash(url.words());
  }

  private static String slug(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  private static String hash(String text) {
    return Digests.sha256(text).substring(0, HASH_LENGTH);
  }
}

package dev.transponder.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.transponder.text.Digests;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One of the user's headings for sources.
 *
 * @param slug what it is called in URLs
 * @param name as it was first written
 * @param sources their ids, in the order of feeds.yml
 */
public record Category(String slug, String name, List<String> sources) {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}-]+");
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}-]+");

  public Category {
    sources = List.copyOf(sources);
  }

  /** The path of its feeds. */
  public String path() {
    return new Scope.OfCategory(slug).path();
  }

  /** The same with the sources of another one that has the same slug. */
  Category with(Category other) {
    return new Category(
        slug, name, Stream.concat(sources.stream(), other.sources.stream()).toList());
  }

  /**
   * What a heading is called in URLs: its letters, of any script, and digits in lower case, hyphens
   * between the words. Depends on the heading alone, because feeds are subscribed to by it. Where
   * other characters are lost a short hash tells "C", "C++" and "C#" apart. Empty for a blank one.
   */
  static String slug(String name) {
    String folded = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    String spaced = SPACE.matcher(folded.strip()).replaceAll("-");
    String plain = OTHERS.matcher(spaced).replaceAll("-").replaceAll("--+|^-|-$", "-");
    String slug = plain.replaceAll("^-|-$", "");
    if (slug.equals(spaced)) {
      return slug;
    }
    String hash = Digests.sha256(spaced.getBytes(UTF_8)).substring(0, 6);
    return slug.isEmpty() ? hash : slug + "-" + hash;
  }
}

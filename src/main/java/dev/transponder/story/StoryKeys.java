package dev.transponder.story;

import dev.transponder.text.Digests;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names the story that an entry tells: entries of different sources with one canonical link tell
 * one.
 *
 * <p>A link that several entries of one document share says where they were found (a home page, a
 * changelog), not what they tell: such entries are stories of their own.
 */
public final class StoryKeys {
  private final Map<String, Long> linkCounts;

  /** Prepares for the entries of one document, given their canonical links, null for none. */
  public StoryKeys(List<@Nullable String> canonicalLinks) {
    linkCounts =
        canonicalLinks.stream()
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /**
   * The story of one entry of that document.
   *
   * @param atomId of the entry, the name of a story of its own
   * @param canonicalLink null if it has none
   * @param homeLink the canonical link of the site itself, null if unknown
   */
  public String of(String atomId, @Nullable String canonicalLink, @Nullable String homeLink) {
    return canonicalLink != null && tells(canonicalLink, homeLink)
        ? "link " + Digests.sha256(canonicalLink)
        : own(atomId);
  }

  /** The name of a story that only the entry with this Atom id tells. */
  public static String own(String atomId) {
    return "entry " + Digests.sha256(atomId);
  }

  private boolean tells(String link, @Nullable String homeLink) {
    return !link.equals(homeLink) && linkCounts.getOrDefault(link, 0L) == 1;
  }
}

package dev.transponder.publish;

import dev.transponder.store.Reason;
import dev.transponder.store.StoryBook.Other;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Another source that tells the story of an entry.
 *
 * @param number of its entry
 * @param link to the original, null if it has none that readers could follow
 * @param reason why it is the same story
 */
public record AlsoIn(Origin origin, long number, @Nullable String link, Reason reason) {
  private static final Comparator<Other> SUREST =
      Comparator.comparing((Other other) -> other.reason().byLink())
          .thenComparing(other -> other.reason().direct())
          .thenComparingDouble(other -> other.reason().likeness())
          .reversed();

  /**
   * The other sources, each once, by the entry that is most surely the same; what a rule drops is
   * not named.
   *
   * @param sourceId of the entry itself
   * @param others in the order in which they came, which the sources are in, too
   */
  static List<AlsoIn> of(
      String sourceId, List<Other> others, Function<String, Origin> origins, Rewriting rewriting) {
    Map<String, Other> bySource = new LinkedHashMap<>();
    for (Other other : others) {
      String id = other.entry().sourceId();
      if (!id.equals(sourceId) && !other.entry().dropped()) {
        bySource.merge(id, other, AlsoIn::surer);
      }
    }
    return bySource.values().stream()
        .map(
            other -> {
              String link = rewriting.link(other.entry().sourceId(), other.entry().link());
              return new AlsoIn(
                  origins.apply(other.entry().sourceId()),
                  other.entry().number(),
                  Shown.followed(link),
                  other.reason());
            })
        .toList();
  }

  private static Other surer(Other before, Other other) {
    return SUREST.compare(other, before) < 0 ? other : before;
  }
}

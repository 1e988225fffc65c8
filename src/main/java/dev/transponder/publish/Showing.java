package dev.transponder.publish;

import dev.transponder.model.StoredEntry;
import dev.transponder.store.Store;
import dev.transponder.store.StoryBook.Other;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows stored entries: as their rules rewrite them, with who else tells their story. */
record Showing(Store store, Map<String, Origin> origins, Rewriting rewriting) {

  /** Entries that no rule drops. */
  List<Shown> all(Collection<StoredEntry> entries) {
    Map<Long, List<Other>> others =
        store.stories().others(entries.stream().map(StoredEntry::number).toList());
    return entries.stream()
        .map(entry -> shown(entry, others.getOrDefault(entry.number(), List.of()), null))
        .toList();
  }

  /**
   * One entry.
   *
   * @param dropped the rule that drops it, null if none does
   */
  Shown one(StoredEntry entry, @Nullable String dropped) {
    long number = entry.number();
    List<Other> others = store.stories().others(List.of(number)).getOrDefault(number, List.of());
    return shown(entry, others, dropped);
  }

  private Shown shown(StoredEntry entry, List<Other> others, @Nullable String dropped) {
    Function<String, Origin> origin =
        id -> Objects.requireNonNullElseGet(origins.get(id), () -> Origin.forgotten(id));
    return new Shown(
        rewriting.of(entry),
        origin.apply(entry.sourceId()),
        AlsoIn.of(entry.sourceId(), others, origin, rewriting),
        dropped);
  }
}

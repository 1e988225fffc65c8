package dev.transponder.publish;

import dev.transponder.model.StoredEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shelf of entries and sources in memory, with the same promises as the store. */
public final class MemoryShelf implements Shelf {
  private final List<StoredEntry> entries = new ArrayList<>();
  private final Map<String, SourceRow> sources = new LinkedHashMap<>();
  private long revision;
  private boolean failing;

  public synchronized void put(StoredEntry entry) {
    entries.removeIf(known -> known.number() == entry.number());
    entries.add(entry);
    revision++;
  }

  public synchronized void put(SourceRow source) {
    sources.put(source.id(), source);
  }

  /** From now on no entries can be read. */
  public synchronized void fail() {
    failing = true;
  }

  @Override
  public synchronized long revision() {
    return revision;
  }

  @Override
  public synchronized List<StoredEntry> newest(long offset, int count) {
    if (failing) {
      throw new IllegalStateException("the disk is full");
    }
    Map<String, StoredEntry> stories = new LinkedHashMap<>();
    entries.stream()
        .sorted(Comparator.comparingLong(StoredEntry::number))
        .forEach(entry -> stories.putIfAbsent(entry.story(), entry));
    return stories.values().stream()
        .sorted(
            Comparator.comparing(StoredEntry::rank)
                .thenComparingLong(StoredEntry::number)
                .reversed())
        .skip(offset)
        .limit(count)
        .toList();
  }

  @Override
  public synchronized @Nullable StoredEntry entry(long number) {
    return entries.stream().filter(e -> e.number() == number).findFirst().orElse(null);
  }

  @Override
  public synchronized Totals totals() {
    return new Totals(entries.size(), entries.stream().map(StoredEntry::story).distinct().count());
  }

  @Override
  public synchronized List<SourceRow> sources() {
    return List.copyOf(sources.values());
  }
}

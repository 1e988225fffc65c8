package dev.transponder;

import dev.transponder.model.StoredEntry;
import dev.transponder.publish.Shelf;
import dev.transponder.publish.SourceRow;
import dev.transponder.store.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The store as publishing reads it. */
record StoreShelf(Store store) implements Shelf {
  @Override
  public long revision() {
    return store.revision();
  }

  @Override
  public List<StoredEntry> newest(long offset, int count) {
    return store.newest(offset, count);
  }

  @Override
  public @Nullable StoredEntry entry(long number) {
    return store.entry(number);
  }

  @Override
  public Totals totals() {
    return new Totals(store.totals().entries(), store.totals().stories());
  }

  @Override
  public List<SourceRow> sources() {
    return store.sources().stream()
        .map(
            row ->
                new SourceRow(
                    row.id(),
                    row.url(),
                    row.name(),
                    row.category(),
                    row.head(),
                    row.state(),
                    row.entries()))
        .toList();
  }
}

package dev.transponder.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Plan;
import dev.transponder.model.Source;
import dev.transponder.model.StoredEntry;
import dev.transponder.store.SourceRow;
import dev.transponder.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A store in a folder, into which samples come as everything does: by sync and by plans. */
public final class FilledStore implements AutoCloseable {
  private final Store store;
  private final Map<String, Source> sources = new LinkedHashMap<>();

  public FilledStore(Path folder) {
    this.store = Store.open("jdbc:h2:file:" + folder.resolve("store"));
  }

  public Store store() {
    return store;
  }

  /** Lists the source after those before it, and refreshes it without an entry. */
  public void put(SourceRow row) {
    sources.put(row.id(), Samples.source(row));
    store.sync(List.copyOf(sources.values()), Samples.DAY);
    apply(new Plan(row.state(), row.head(), List.of(), List.of()));
  }

  /** One refresh that brings new entries of one source; they have the next numbers. */
  public void put(StoredEntry... entries) {
    apply(Stream.of(entries).map(FilledStore::insert).toList(), entries);
  }

  /** The same of entries that were old when they came. */
  public void putBacklog(StoredEntry... entries) {
    apply(Stream.of(entries).map(entry -> insert(entry).asBacklog()).toList(), entries);
  }

  private static Plan.Insert insert(StoredEntry entry) {
    return new Plan.Insert(
        entry.key(),
        entry.atomId(),
        entry.story(),
        entry.firstSeen(),
        entry.rank(),
        entry.updated(),
        entry.hash(),
        entry.entry());
  }

  private void apply(List<Plan.Insert> inserts, StoredEntry... entries) {
    apply(new Plan(store.state(entries[0].sourceId()), null, inserts, List.of()));
    assertThat(store.entry(entries[0].number())).isEqualTo(entries[0]);
  }

  /** One refresh that brings a known entry as it is now. */
  public void replace(StoredEntry entry) {
    Plan.Update update =
        new Plan.Update(
            entry.number(), entry.story(), entry.updated(), entry.hash(), entry.entry());
    apply(new Plan(store.state(entry.sourceId()), null, List.of(), List.of(update)));
  }

  private void apply(Plan plan) {
    assertThat(store.claimNow("test", plan.state().sourceId(), Samples.DAY, Duration.ofHours(1)))
        .isTrue();
    store.apply("test", plan);
  }

  @Override
  public void close() {
    store.close();
  }
}

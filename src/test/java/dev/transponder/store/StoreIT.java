package dev.transponder.store;

import static dev.transponder.store.Samples.HOUR;
import static dev.transponder.store.Samples.NOW;
import static dev.transponder.store.Samples.apply;
import static dev.transponder.store.Samples.head;
import static dev.transponder.store.Samples.insert;
import static dev.transponder.store.Samples.ok;
import static dev.transponder.store.Samples.plan;
import static dev.transponder.store.Samples.sources;
import static dev.transponder.store.Samples.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.transponder.model.Enclosure;
import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.Guid;
import dev.transponder.model.KnownEntry;
import dev.transponder.model.Media;
import dev.transponder.model.Person;
import dev.transponder.model.Plan;
import dev.transponder.model.SourceState;
import dev.transponder.model.StoredEntry;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What plans bring, and how it is read. */
@ParameterizedClass
@EnumSource
final class StoreIT {
  private final TestDatabase database;
  @TempDir private Path folder;
  private String url = "";
  private Store store;

  StoreIT(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    url = database.freshUrl(folder);
    store = Store.open(url);
    store.sync(sources("a", "b"), NOW);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void anEntryComesBackAsItWasStored() throws Exception {
    Entry entry =
        Entry.builder()
            .guid(new Guid("tag:a.example,2026:1", Guid.Kind.ATOM_ID))
            .title("字 & \"quotes\" \\ 𝔘")
            .link("https://a.example/1")
            .published(Instant.parse("2001-02-03T04:05:06.123456789Z"))
            .updated(Instant.parse("1969-12-31T23:59:59.999Z"))
            .summary("<p>short</p>")
            .content("<p>" + "long ".repeat(1000) + "</p>")
            .authors(List.of(new Person("A", "https://a.example/", "a@a.example")))
            .contributors(List.of(new Person("C", null, null)))
            .categories(List.of("x", "y"))
            .enclosures(
                List.of(
                    new Enclosure("https://a.example/1.mp3", "audio/mpeg", 5_000_000_000L),
                    new Enclosure("https://a.example/1.png", null, null)))
            .language("en-GB")
            .image("https://a.example/1.jpg")
            .rights("free")
            .comments("https://a.example/1#comments")
            .media(
                new Media(
                    Duration.ofSeconds(5025),
                    2,
                    7,
                    false,
                    List.of(new Enclosure("https://a.example/1.mp4", "video/mp4", 9L))))
            .build();
    assertEveryComponentIsSet(entry, Entry.builder().build());
    assertEveryComponentIsSet(entry.media(), Media.NONE);
    Plan.Insert insert =
        new Plan.Insert("key", "tag:x", "story", NOW, NOW.minus(HOUR), NOW.plus(HOUR), "h1", entry);

    apply(store, plan("a", insert));

    StoredEntry expected =
        new StoredEntry(
            1, "a", "key", "tag:x", "story", NOW, NOW.minus(HOUR), NOW.plus(HOUR), "h1", entry);
    assertThat(store.newest(0, 10)).containsExactly(expected);
    assertThat(store.entry(1)).isEqualTo(expected);
    assertThat(store.entry(2)).isNull();
    assertThat(store.known("a", List.of("key", "other")))
        .hasSize(1)
        .containsEntry("key", new KnownEntry(1, "key", NOW, NOW.minus(HOUR), NOW.plus(HOUR), "h1"));
    assertThat(store.known("b", List.of("key"))).isEmpty();
  }

  /** A component that is new and forgotten in the sample would be forgotten by the store, too. */
  private static void assertEveryComponentIsSet(Record sample, Record empty) throws Exception {
    for (RecordComponent component : sample.getClass().getRecordComponents()) {
      assertThat(component.getAccessor().invoke(sample))
          .as(component.getName())
          .isNotNull()
          .isNotEqualTo(component.getAccessor().invoke(empty));
    }
  }

  @Test
  void anEntryOfNothingComesBackAsNothing() {
    Entry nothing = Entry.builder().build();
    apply(store, plan("a", new Plan.Insert("k", "id", "s", NOW, NOW, NOW, "h", nothing)));

    assertThat(store.newest(0, 1)).extracting(StoredEntry::entry).containsExactly(nothing);
  }

  @Test
  void textsOfEveryLengthAreKept() {
    String key = "https://a.example/" + "k".repeat(20_000);
    String huge = "字".repeat(3_000_000);
    Entry entry = Entry.builder().title("t".repeat(100_000)).content(huge).build();

    apply(store, plan("a", new Plan.Insert(key, "id", key + "!", NOW, NOW, NOW, "h", entry)));

    assertThat(store.known("a", List.of(key))).containsOnlyKeys(key);
    assertThat(store.newest(0, 1)).extracting(StoredEntry::entry).containsExactly(entry);
    assertThat(store.newest(0, 1)).extracting(StoredEntry::story).containsExactly(key + "!");
  }

  @Test
  void aNulCharacterIsLeftOutAsPostgreSqlCannotKeepIt() {
    Entry entry = Entry.builder().title("a\0b").content("\0").rights("c\0d").build();

    apply(store, plan("a", new Plan.Insert("k\0", "id\0", "s\0", NOW, NOW, NOW, "h", entry)));

    StoredEntry stored = store.newest(0, 1).getFirst();
    assertThat(stored.key()).isEqualTo("k");
    assertThat(stored.entry())
        .isEqualTo(Entry.builder().title("ab").content("").rights("cd").build());
    assertThat(store.known("a", List.of("k\0"))).containsOnlyKeys("k\0");
  }

  @Test
  void aStateComesBackAsItWasStored() {
    apply(store, plan("a"));
    SourceState never = Samples.state("b", SourceState.State.GONE, Instant.MAX);
    apply(store, new Plan(never, null, List.of(), List.of()));

    assertThat(store.state("a")).isEqualTo(ok("a"));
    assertThat(store.state("b")).isEqualTo(never);
  }

  @Test
  void theHeadStaysUntilAnotherComes() {
    FeedHead full =
        new FeedHead(
            "id",
            "Title",
            "https://a.example/",
            "https://a.example/feed",
            "<b>sub</b>",
            NOW,
            List.of(new Person("A", null, null)),
            "de",
            "free",
            "https://a.example/i.png",
            List.of("https://hub.example/"));
    assertThat(store.head("a")).isNull();

    apply(store, plan("a", full));
    apply(store, plan("a"));

    assertThat(store.head("a")).isEqualTo(full);
    assertThat(store.sources().getFirst().head()).isEqualTo(full);
    apply(store, plan("a", head("Other")));
    assertThat(store.head("a")).isEqualTo(head("Other"));
  }

  @Test
  void anInsertThatIsKnownIsLeftOut() {
    assertThat(apply(store, plan("a", insert("1"), insert("1"), insert("2"))))
        .isEqualTo(new Applied(2, 0));
    assertThat(apply(store, plan("a", insert("2"), insert("3")))).isEqualTo(new Applied(1, 0));
    assertThat(apply(store, plan("b", insert("2")))).isEqualTo(new Applied(1, 0));

    assertThat(store.sources()).extracting(SourceRow::entries).containsExactly(3L, 1L);
  }

  @Test
  void anUpdateChangesWhatTheEntrySaysAndNotWhatItIs() {
    apply(store, plan("a", insert("1"), insert("2")));
    StoredEntry before = store.newest(0, 2).getLast();

    Applied applied =
        apply(store, plan("a", (FeedHead) null, update(before, before.story(), "changed")));

    assertThat(applied).isEqualTo(new Applied(0, 1));
    assertThat(store.entry(before.number()))
        .isEqualTo(
            new StoredEntry(
                before.number(),
                "a",
                before.key(),
                before.atomId(),
                before.story(),
                before.firstSeen(),
                before.rank(),
                NOW.plus(HOUR),
                "hash of changed",
                Samples.entry("changed")));
  }

  @Test
  void aSourceCannotUpdateTheEntryOfAnother() {
    apply(store, plan("a", insert("1")));
    StoredEntry entry = store.newest(0, 1).getFirst();

    Applied applied = apply(store, plan("b", (FeedHead) null, update(entry, "mine", "taken over")));

    assertThat(applied).isEqualTo(new Applied(0, 0));
    assertThat(store.entry(entry.number())).isEqualTo(entry);
  }

  @Test
  void moreEntriesThanABatchAreKnownAndStored() {
    Plan.Insert[] inserts =
        IntStream.range(0, 1_234).mapToObj(i -> insert("k" + i)).toArray(Plan.Insert[]::new);

    assertThat(apply(store, plan("a", inserts))).isEqualTo(new Applied(1_234, 0));
    assertThat(apply(store, plan("a", inserts))).isEqualTo(new Applied(0, 0));

    List<String> keys = IntStream.range(0, 3_000).mapToObj(i -> "k" + i).toList();
    assertThat(store.known("a", keys)).hasSize(1_234);
    assertThat(store.totals()).isEqualTo(new Totals(1_234, 1_234));
  }

  @Test
  void theNewestComeByRankAndThenByNumber() {
    apply(
        store,
        plan(
            "a",
            insert("old", "1", NOW.minus(HOUR)),
            insert("new", "2", NOW),
            insert("same", "3", NOW),
            insert("newest", "4", NOW.plus(HOUR))));

    assertThat(store.newest(0, 10))
        .extracting(StoredEntry::key)
        .containsExactly("newest", "same", "new", "old");
    assertThat(store.newest(1, 2)).extracting(StoredEntry::key).containsExactly("same", "new");
    assertThat(store.newest(4, 2)).isEmpty();
  }

  @Test
  void theRevisionGrowsWithWhatCanBeShownAndWithNothingElse() {
    long fresh = store.revision();
    Samples.claim(store, "node", NOW, HOUR, 10);
    apply(store, plan("a"));
    store.sync(sources("a", "b"), NOW);
    assertThat(store.revision()).isEqualTo(fresh);

    apply(store, plan("a", insert("1")));
    long inserted = store.revision();
    assertThat(inserted).isGreaterThan(fresh);
    apply(store, plan("a", insert("1")));
    assertThat(store.revision()).isEqualTo(inserted);

    StoredEntry entry = store.newest(0, 1).getFirst();
    apply(store, plan("a", (FeedHead) null, update(entry, "s", "changed")));
    long updated = store.revision();
    assertThat(updated).isGreaterThan(inserted);

    apply(store, plan("a", head("T")));
    long headed = store.revision();
    assertThat(headed).isGreaterThan(updated);
    apply(store, plan("a", head("T")));
    assertThat(store.revision()).isEqualTo(headed);

    store.sync(sources("b", "a"), NOW);
    assertThat(store.revision()).isGreaterThan(headed);
  }

  @Test
  void aSourceThatWasNeverListedIsABugOfTheCaller() {
    assertThatThrownBy(() -> store.state("x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"x\"");
    assertThatThrownBy(() -> apply(store, plan("x", insert("1"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.newest(0, 1)).isEmpty();
  }

  @Test
  void aPlanThatFailsHalfwayLeavesNothingBehind() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("alter table source add constraint patience check (failures < 100)");
    }
    long revision = store.revision();
    SourceState before = store.state("a");
    Plan bad = new Plan(Samples.failing("a", 100), head("T"), List.of(insert("1")), List.of());

    assertThatThrownBy(() -> apply(store, bad)).isInstanceOf(StoreException.class);

    assertThat(store.revision()).isEqualTo(revision);
    assertThat(store.state("a")).isEqualTo(before);
    assertThat(store.known("a", List.of("1"))).isEmpty();
    assertThat(store.head("a")).isNull();
    assertThat(apply(store, plan("a", insert("1")))).isEqualTo(new Applied(1, 0));
  }

  @Test
  void everythingIsThereAfterAReopening() {
    apply(store, plan("a", insert("1")));
    List<StoredEntry> before = store.newest(0, 10);
    long revision = store.revision();
    store.close();

    store = Store.open(url);

    assertThat(store.newest(0, 10)).isEqualTo(before);
    assertThat(store.revision()).isEqualTo(revision);
    store.ping();
  }
}

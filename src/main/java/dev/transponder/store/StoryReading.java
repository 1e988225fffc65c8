package dev.transponder.store;

import dev.transponder.store.StoryBook.Newest;
import dev.transponder.store.StoryBook.Other;
import dev.transponder.store.StoryBook.Told;
import dev.transponder.store.StoryTeller.Tie;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads the stories that more than one entry tells, inside one transaction. */
final class StoryReading {
  /** Entries of one source in one story that are read; a source may give all of them one link. */
  private static final int OF_A_SOURCE = 20;

  /** Entries that do not lead their story which are read at once. */
  private static final int CHUNK = 2_000;

  /** An entry with what finding ways needs; also of a source that is not listed. */
  private record Row(StoryEntry entry, UUID story, UUID link, boolean listed) {
    long number() {
      return entry.number();
    }
  }

  /** Entries in the order in which they came, and the likenesses between them. */
  private record Story(List<Row> rows, List<Tie> ties) {
    Ways ways() {
      Map<Long, UUID> links = new LinkedHashMap<>();
      rows.forEach(row -> links.put(row.number(), row.link()));
      return new Ways(links, ties);
    }
  }

  /** An entry that does not lead its story. */
  private record Behind(long number, long rank, UUID story) {}

  private final Handle handle;

  StoryReading(Handle handle) {
    this.handle = handle;
  }

  Map<Long, List<Other>> others(Collection<Long> numbers) {
    Set<Long> asked = new HashSet<>(numbers);
    Map<Long, List<Other>> others = new HashMap<>();
    for (Story story : stories(shared(storiesOf(numbers)), asked).values()) {
      Ways ways = story.ways();
      for (Row row : story.rows()) {
        if (asked.contains(row.number())) {
          List<Other> found = others(story.rows(), ways.from(row.number()));
          if (!found.isEmpty()) {
            others.put(row.number(), found);
          }
        }
      }
    }
    return others;
  }

  private static List<Other> others(List<Row> rows, Map<Long, Reason> reasons) {
    List<Other> others = new ArrayList<>();
    for (Row row : rows) {
      Reason reason = reasons.get(row.number());
      if (row.listed() && reason != null) {
        others.add(new Other(row.entry(), reason));
      }
    }
    return others;
  }

  /** Finds them by their entries that do not lead: where several sources tell, one has such. */
  Newest newest(int most) {
    List<Told> found = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    Behind last = new Behind(Long.MAX_VALUE, Long.MAX_VALUE, new UUID(0, 0));
    while (found.size() <= most) {
      List<Behind> chunk = behind(last);
      Set<UUID> fresh =
          chunk.stream().map(Behind::story).collect(Collectors.toCollection(LinkedHashSet::new));
      fresh.removeAll(seen);
      seen.addAll(fresh);
      Map<UUID, Story> stories = stories(fresh, Set.of());
      for (UUID story : fresh) {
        Told told = told(Objects.requireNonNull(stories.get(story)));
        if (told.entries().stream().map(StoryEntry::sourceId).distinct().count() > 1) {
          found.add(told);
        }
      }
      if (chunk.size() < CHUNK) {
        break;
      }
      last = chunk.getLast();
    }
    boolean complete = found.size() <= most;
    return new Newest(complete ? found : found.subList(0, most), complete);
  }

  private List<Behind> behind(Behind last) {
    return handle
        .createQuery(
            """
            select number, rank, story_hash from entry
            where leads = false and rank <= :rank and (rank < :rank or number < :number)
            order by leads desc, rank desc, number desc
            fetch first :most rows only
            """)
        .bind("rank", last.rank())
        .bind("number", last.number())
        .bind("most", CHUNK)
        .map(
            (row, context) ->
                new Behind(
                    row.getLong("number"),
                    row.getLong("rank"),
                    row.getObject("story_hash", UUID.class)))
        .list();
  }

  /** The story as far as ways lead from its first entry of a listed source. */
  private static Told told(Story story) {
    Row first = story.rows().stream().filter(Row::listed).findFirst().orElse(null);
    if (first == null) {
      return new Told(List.of(), Reason.LINK);
    }
    Map<Long, Double> reached = story.ways().reached(first.number());
    List<Row> entries =
        story.rows().stream()
            .filter(row -> row.listed() && reached.containsKey(row.number()))
            .toList();
    double weakest =
        entries.stream()
            .mapToDouble(row -> Objects.requireNonNull(reached.get(row.number())))
            .min()
            .orElseThrow();
    return new Told(entries.stream().map(Row::entry).toList(), Ways.reason(weakest));
  }

  private Set<UUID> storiesOf(Collection<Long> numbers) {
    Set<UUID> stories = new HashSet<>();
    for (List<Long> batch : Batches.of(numbers)) {
      handle
          .createQuery("select distinct story_hash from entry where number = any(:numbers)")
          .bindArray("numbers", Long.class, batch)
          .map((row, context) -> row.getObject(1, UUID.class))
          .forEach(stories::add);
    }
    return stories;
  }

  /** Those that more than one entry tells. */
  private Set<UUID> shared(Collection<UUID> stories) {
    Set<UUID> shared = new HashSet<>();
    for (List<UUID> batch : Batches.of(stories)) {
      handle
          .createQuery(
              """
              select story_hash from entry where story_hash = any(:stories)
              group by story_hash having count(*) > 1
              """)
          .bindArray("stories", UUID.class, batch)
          .map((row, context) -> row.getObject(1, UUID.class))
          .forEach(shared::add);
    }
    return shared;
  }

  private Map<UUID, Story> stories(Collection<UUID> hashes, Set<Long> asked) {
    Map<UUID, Story> stories = new HashMap<>();
    Map<Long, Story> byNumber = new HashMap<>();
    for (Row row : rows(hashes, asked)) {
      Story story =
          stories.computeIfAbsent(
              row.story(), _ -> new Story(new ArrayList<>(), new ArrayList<>()));
      story.rows().add(row);
      byNumber.put(row.number(), story);
    }
    for (Tie tie : Ties.from(handle, byNumber.keySet())) {
      Objects.requireNonNull(byNumber.get(tie.one())).ties().add(tie);
    }
    return stories;
  }

  private List<Row> rows(Collection<UUID> stories, Set<Long> asked) {
    List<Row> rows = new ArrayList<>();
    for (List<UUID> batch : Batches.of(stories)) {
      handle
          .createQuery(
              """
              select e.number, e.source_id, e.story_hash, e.exact_hash, e.link, e.details,
                e.dropped_by, s.listed
              from (
                  select number, row_number()
                    over (partition by story_hash, source_id order by number) as place
                  from entry where story_hash = any(:stories)) told
                join entry e on e.number = told.number
                join source s on s.id = e.source_id
              where told.place <= :most or e.number = any(:asked)
              """)
          .bindArray("stories", UUID.class, batch)
          .bind("most", OF_A_SOURCE)
          .bindArray("asked", Long.class, List.copyOf(asked))
          .map((row, context) -> row(row))
          .forEach(rows::add);
    }
    rows.sort(Comparator.comparingLong(Row::number));
    return rows;
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new StoryEntry(
            row.getLong("number"),
            row.getString("source_id"),
            Details.guid(row.getString("details")),
            row.getString("link"),
            row.getString("dropped_by") != null),
        row.getObject("story_hash", UUID.class),
        row.getObject("exact_hash", UUID.class),
        row.getBoolean("listed"));
  }
}

package dev.transponder.store;

import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.text.HostName;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Carries the list of feeds.yml over into the rows of sources, inside one transaction. */
final class Listing {
  /** What a row says of feeds.yml; only this class changes it, one transaction at a time. */
  private record Row(
      String id,
      String url,
      @Nullable String name,
      @Nullable String category,
      int position,
      boolean listed,
      boolean paused,
      @Nullable String rules,
      String dedupe,
      long entries) {}

  private final Handle handle;
  private final Instant now;
  private final Publication publication;
  private boolean visible;
  private final Set<UUID> stories = new HashSet<>();

  Listing(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
    this.publication = new Publication(handle);
  }

  void sync(List<Source> sources) {
    long lastNumber = publication.lock();
    Map<String, Row> rows = rows().stream().collect(Collectors.toMap(Row::id, Function.identity()));
    for (int position = 0; position < sources.size(); position++) {
      Source source = sources.get(position);
      Row row = rows.remove(source.id());
      if (row == null) {
        insert(source, position);
      } else {
        take(source, position, row);
      }
    }
    rows.values().stream().filter(Row::listed).forEach(this::unlist);
    if (visible) {
      Leads leads = new Leads(handle);
      long before = leads.count(stories);
      publication.advance(lastNumber, leads.settle(stories) - before);
    }
  }

  private List<Row> rows() {
    return handle
        .createQuery(
            "select id, url, name, category, position, listed, paused, rules, dedupe, entries from source")
        .map(
            (row, context) ->
                new Row(
                    row.getString("id"),
                    row.getString("url"),
                    row.getString("name"),
                    row.getString("category"),
                    row.getInt("position"),
                    row.getBoolean("listed"),
                    row.getBoolean("paused"),
                    row.getString("rules"),
                    row.getString("dedupe"),
                    row.getLong("entries")))
        .list();
  }

  private void insert(Source source, int position) {
    Sources.bind(
            handle.createUpdate(
                """
                insert into source (id, url, name, category, position, listed, paused, first_url,
                  feed_url, kind, state, etag, last_modified, validators_url, body_hash,
                  next_check, reason, last_at, last_result, failures, host, habits, entries, outdated,
                  rules, dedupe)
                values (:id, :url, :name, :category, :position, true, :paused, :url,
                  :feedUrl, :kind, :state, :etag, :lastModified, :validatorsUrl, :bodyHash,
                  :nextCheck, :reason, :lastAt, :lastResult, :failures, :host, :habits, 0, false,
                  :rules, :dedupe)
                """),
            SourceState.fresh(source, now))
        .bind("host", HostName.of(source.url()))
        .bind("url", source.url())
        .bind("name", source.name())
        .bind("category", source.category())
        .bind("position", position)
        .bind("paused", source.paused())
        .bind("rules", Judging.hash(source.rules().judging()))
        .bind("dedupe", source.dedupe().name())
        .execute();
    visible = true;
  }

  private void take(Source source, int position, Row row) {
    Row wanted =
        new Row(
            source.id(),
            source.url(),
            source.name(),
            source.category(),
            position,
            true,
            source.paused(),
            Judging.hash(source.rules().judging()),
            source.dedupe().name(),
            row.entries());
    if (wanted.equals(row)) {
      return;
    }
    handle
        .createUpdate(
            """
            update source set url = :url, name = :name, category = :category,
              position = :position, listed = true, paused = :paused, rules = :rules,
              dedupe = :dedupe
            where id = :id
            """)
        .bind("id", source.id())
        .bind("url", source.url())
        .bind("name", source.name())
        .bind("category", source.category())
        .bind("position", position)
        .bind("paused", source.paused())
        .bind("rules", wanted.rules())
        .bind("dedupe", wanted.dedupe())
        .execute();
    if (!row.dedupe().equals(wanted.dedupe()) && row.entries() > 0) {
      Walk.telling(handle).start(source.id());
    }
    if (!Objects.equals(row.rules(), wanted.rules())) {
      Walk.judging(handle).start(source.id());
      visible = true;
    }
    if (!row.url().equals(source.url())) {
      readAfresh(source.id(), source.url());
    } else if (row.paused() && !source.paused()) {
      makeDue(source.id());
    }
    if (!row.listed()) {
      stories.addAll(new Leads(handle).storiesOf(source.id()));
    }
    visible |= !row.listed() || !sameToReaders(row, wanted);
  }

  private static boolean sameToReaders(Row one, Row other) {
    return one.position() == other.position()
        && one.url().equals(other.url())
        && Objects.equals(one.name(), other.name())
        && Objects.equals(one.category(), other.category());
  }

  /** Forgets all that belongs to the former URL, but not the first one: ids are made from it. */
  private void readAfresh(String id, String url) {
    handle
        .createUpdate(
            """
            update source set feed_url = null, kind = null, state = :state, etag = null,
              last_modified = null, validators_url = null, body_hash = null, failures = 0,
              habits = null, host = :host, next_check = :now, reason = 'its URL was changed',
              outdated = claimed_by is not null
            where id = :id
            """)
        .bind("state", State.NEW.name())
        .bind("host", HostName.of(url))
        .bind("now", Micros.of(now))
        .bind("id", id)
        .execute();
  }

  /** Not if the site asked for silence or said goodbye: a pause does not undo that. */
  private void makeDue(String id) {
    handle
        .createUpdate(
            """
            update source set next_check = :now, reason = 'no longer paused'
            where id = :id and next_check > :now and state not in (:throttled, :gone)
            """)
        .bind("now", Micros.of(now))
        .bind("id", id)
        .bind("throttled", State.THROTTLED.name())
        .bind("gone", State.GONE.name())
        .execute();
  }

  private void unlist(Row row) {
    handle
        .createUpdate("update source set listed = false where id = :id")
        .bind("id", row.id())
        .execute();
    stories.addAll(new Leads(handle).storiesOf(row.id()));
    visible = true;
  }
}

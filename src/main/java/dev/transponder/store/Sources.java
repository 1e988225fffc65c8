package dev.transponder.store;

import dev.transponder.model.FeedHead;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.model.Validators;
import dev.transponder.text.HostName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of sources, takes back what was stored of a failure, and knows which column holds
 * which part of a state.
 */
final class Sources {
  private final Handle handle;

  Sources(Handle handle) {
    this.handle = handle;
  }

  SourceState state(String sourceId) {
    return handle
        .createQuery("select * from source where id = :id")
        .bind("id", sourceId)
        .map((row, context) -> state(row))
        .findOne()
        .orElseThrow(() -> unknown(sourceId));
  }

  Optional<FeedHead> head(String sourceId) {
    return headText(sourceId).map(Details::head);
  }

  Optional<String> headText(String sourceId) {
    return handle
        .createQuery("select head from source where id = :id and head is not null")
        .bind("id", sourceId)
        .mapTo(String.class)
        .findOne();
  }

  void takeBack(SourceState before, Instant at, Instant nextCheck, String reason) {
    handle
        .createUpdate(
            """
            update source set state = :state, failures = :failures, next_check = :nextCheck,
              reason = :reason
            where id = :id and last_at = :at and claimed_by is null
            """)
        .bind("state", before.state().name())
        .bind("failures", before.failures())
        .bind("nextCheck", Micros.of(nextCheck))
        .bind("reason", reason)
        .bind("id", before.sourceId())
        .bind("at", Micros.of(at))
        .execute();
  }

  List<SourceRow> listed() {
    return handle
        .createQuery("select * from source where listed order by position")
        .map((row, context) -> sourceRow(row))
        .list();
  }

  Set<String> hostsOfOthers(String sourceId, Collection<String> hosts) {
    List<String> spellings =
        hosts.stream().flatMap(host -> Stream.of(host, "www." + host)).toList();
    return handle
        .createQuery(
            """
            select distinct host from source
            where listed and id <> :id and host = any(:hosts)
            """)
        .bind("id", sourceId)
        .bindArray("hosts", String.class, spellings)
        .mapTo(String.class)
        .map(host -> host.replaceFirst("^www\\.", ""))
        .collect(Collectors.toSet());
  }

  static IllegalArgumentException unknown(String sourceId) {
    return new IllegalArgumentException("no source \"" + sourceId + "\" was ever listed");
  }

  /** Binds every part of a state but the first URL, which never changes. */
  static <S extends SqlStatement<S>> S bind(S statement, SourceState state) {
    return statement
        .bind("id", state.sourceId())
        .bind("feedUrl", state.feedUrl())
        .bind("kind", state.kind())
        .bind("state", state.state().name())
        .bind("etag", state.validators().etag())
        .bind("lastModified", state.validators().lastModified())
        .bind("validatorsUrl", state.validatorsUrl())
        .bind("bodyHash", state.bodyHash())
        .bind("nextCheck", Micros.of(state.nextCheck()))
        .bind("reason", state.reason())
        .bind("lastAt", Micros.ofNullable(state.lastAt()))
        .bind("lastResult", state.lastResult())
        .bind("failures", state.failures())
        .bind("host", host(state))
        .bind("habits", HabitsJson.of(state.habits()));
  }

  /** Where the requests of the next refresh go; null if nothing but the source's URL tells. */
  private static @Nullable String host(SourceState state) {
    String url = state.validatorsUrl() != null ? state.validatorsUrl() : state.asked();
    return url == null ? null : HostName.of(url);
  }

  private static SourceRow sourceRow(ResultSet row) throws SQLException {
    SourceState state = state(row);
    String head = row.getString("head");
    return new SourceRow(
        row.getString("id"),
        row.getString("url"),
        row.getString("name"),
        row.getString("category"),
        head == null ? null : Details.head(head),
        row.getBoolean("paused") ? paused(state) : state,
        row.getLong("entries"),
        row.getLong("dropped"));
  }

  private static SourceState state(ResultSet row) throws SQLException {
    return new SourceState(
        row.getString("id"),
        row.getString("first_url"),
        row.getString("feed_url"),
        row.getString("kind"),
        State.valueOf(row.getString("state")),
        new Validators(row.getString("etag"), row.getString("last_modified")),
        row.getString("validators_url"),
        row.getString("body_hash"),
        Micros.toInstant(row.getLong("next_check")),
        row.getString("reason"),
        instant(row, "last_at"),
        row.getString("last_result"),
        row.getInt("failures"),
        HabitsJson.habits(row.getString("habits")));
  }

  private static SourceState paused(SourceState was) {
    return was.withState(State.PAUSED).withNext(Instant.MAX, "paused in feeds.yml");
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? null : Micros.toInstant(micros);
  }
}

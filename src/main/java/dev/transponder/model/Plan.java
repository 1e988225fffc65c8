package dev.transponder.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one refresh wants remembered; stored in one transaction or not at all.
 *
 * @param state the source from now on
 * @param head what the document said of itself; null: keep the known one
 * @param inserts entries not known before, oldest first
 * @param updates entries that really changed
 * @param texts entries known before whose full text was looked for in this refresh
 * @param roll what of the known entries the document holds
 */
public record Plan(
    SourceState state,
    @Nullable FeedHead head,
    List<Insert> inserts,
    List<Update> updates,
    List<Text> texts,
    Roll roll) {

  public Plan {
    inserts = List.copyOf(inserts);
    updates = List.copyOf(updates);
    texts = List.copyOf(texts);
  }

  /** One that says nothing of the entries known before but what is to be updated. */
  public Plan(
      SourceState state, @Nullable FeedHead head, List<Insert> inserts, List<Update> updates) {
    this(state, head, inserts, updates, List.of(), Roll.NONE);
  }

  /**
   * What of the known entries a document holds, and how it calls them.
   *
   * @param present their numbers, those of purged ones too
   * @param complete whether it holds all that it lists: the others, but the new ones, are gone
   * @param aliases names by which they were not known before
   */
  public record Roll(List<Long> present, boolean complete, List<Alias> aliases) {
    /** No document was read. */
    public static final Roll NONE = new Roll(List.of(), false, List.of());

    public Roll {
      present = List.copyOf(present);
      aliases = List.copyOf(aliases);
    }
  }

  /** One more name of a known entry. */
  public record Alias(long number, String name) {}

  /**
   * A new entry; fields as in {@link StoredEntry}.
   *
   * @param aliases further names by which it will be known
   * @param backlog whether it was old when it came: it is kept out of the feeds
   * @param home how surely its link leads to the site of its own source: 0 not, 1 its document says
   *     so, 2 surely; the surest leads its story
   */
  public record Insert(
      String key,
      String atomId,
      String story,
      Instant firstSeen,
      Instant rank,
      Instant updated,
      String hash,
      Entry entry,
      FullText fullText,
      List<String> aliases,
      boolean backlog,
      int home) {

    public Insert {
      aliases = List.copyOf(aliases);
    }

    /**
     * One without aliases, whose content is what its document says; not backlog, and not at home.
     */
    public Insert(
        String key,
        String atomId,
        String story,
        Instant firstSeen,
        Instant rank,
        Instant updated,
        String hash,
        Entry entry) {
      this(
          key,
          atomId,
          story,
          firstSeen,
          rank,
          updated,
          hash,
          entry,
          FullText.NONE,
          List.of(),
          false,
          0);
    }

    /** The same, with what came of looking for its full text. */
    public Insert with(Entry read, FullText text) {
      return new Insert(
          key, atomId, story, firstSeen, rank, updated, hash, read, text, aliases, backlog, home);
    }

    /** The same, kept out of the feeds. */
    public Insert asBacklog() {
      return new Insert(
          key, atomId, story, firstSeen, rank, updated, hash, entry, fullText, aliases, true, home);
    }
  }

  /**
   * A known entry that now says something else; identity and dates of arrival stay.
   *
   * @param keepsContent whether the stored content, the text of the entry's own page, stays
   * @param home as in {@link Insert}
   */
  public record Update(
      long number,
      String story,
      Instant updated,
      String hash,
      Entry entry,
      boolean keepsContent,
      int home) {

    /** One whose content is what its document says now. */
    public Update(long number, String story, Instant updated, String hash, Entry entry) {
      this(number, story, updated, hash, entry, false, 0);
    }
  }

  /**
   * What came of looking for the full text of a known entry.
   *
   * @param updated what is published as updated from now on, if there is a content
   * @param content clean HTML; null if it could not be had
   */
  public record Text(long number, Instant updated, @Nullable String content, FullText fullText) {}
}

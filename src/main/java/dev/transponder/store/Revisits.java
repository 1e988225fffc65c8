package dev.transponder.store;

import dev.transponder.model.Verdicts;
import java.util.List;

/**
 * What is to be done again to entries that are stored, because feeds.yml has changed: judging them
 * by their rules, comparing them with those of other sources. Thread safe.
 */
public final class Revisits {
  private final Database database;

  Revisits(Database database) {
    this.database = database;
  }

  /** The listed sources whose entries are to be compared anew. */
  public List<String> untold() {
    return database.call(handle -> Walk.telling(handle).sources());
  }

  /** The next entries of a source that are to be compared, the newest first. */
  public Unvisited untold(String sourceId, int most) {
    return database.call(handle -> Walk.telling(handle).next(sourceId, most));
  }

  /**
   * Finds the stories of such entries: of all of them or none.
   *
   * @return false if somebody else has done so meanwhile
   */
  public boolean tell(Unvisited entries, StoryTeller teller) {
    return database.call(handle -> new Retelling(handle, teller).write(entries));
  }

  /** The listed sources whose rules have changed and that have entries still to be judged. */
  public List<String> unjudged() {
    return database.call(handle -> Walk.judging(handle).sources());
  }

  /** The next entries of a source that are to be judged, the newest first. */
  public Unvisited unjudged(String sourceId, int most) {
    return database.call(handle -> Walk.judging(handle).next(sourceId, most));
  }

  /**
   * Remembers what the rules say of such entries: all of them or none.
   *
   * @return false if somebody else has judged them meanwhile, or the rules are no longer those
   */
  public boolean judge(Unvisited entries, Verdicts verdicts) {
    return database.call(handle -> new Judging(handle, verdicts).write(entries));
  }
}

package dev.transponder.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Tells which entries are found to tell one story, and why. Thread safe. */
public final class StoryBook {
  private final Database database;

  StoryBook(Database database) {
    this.database = database;
  }

  /** Another entry of the same story. */
  public record Other(StoryEntry entry, Reason reason) {}

  /**
   * A story that several sources tell.
   *
   * @param entries in the order in which they came
   * @param reason the weakest that is needed to hold them together
   */
  public record Told(List<StoryEntry> entries, Reason reason) {
    public Told {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Some of the stories.
   *
   * @param complete whether these are all
   */
  public record Newest(List<Told> stories, boolean complete) {
    public Newest {
      stories = List.copyOf(stories);
    }
  }

  /**
   * The other entries of the stories that entries are in: of listed sources, dropped ones too, in
   * the order in which they came. Where a source has very many in one story, its first ones.
   *
   * @return by number; nothing for an entry that is alone in its story
   */
  public Map<Long, List<Other>> others(Collection<Long> numbers) {
    return numbers.isEmpty()
        ? Map.of()
        : database.call(handle -> new StoryReading(handle).others(numbers));
  }

  /**
   * The stories of which two or more listed sources have entries; first the one whose newest entry
   * that does not lead it is newest.
   */
  public Newest newest(int most) {
    return database.call(handle -> new StoryReading(handle).newest(most));
  }
}

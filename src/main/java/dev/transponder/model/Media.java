package dev.transponder.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a podcast or photo feed says of an entry beyond its enclosures (iTunes and Media RSS).
 *
 * @param duration of the episode
 * @param season number of the season, at least 0
 * @param episode number within the season or show, at least 0
 * @param explicit whether it is not for children; null if not said
 * @param files sounds, films and pictures that are no enclosures of the entry
 */
public record Media(
    @Nullable Duration duration,
    @Nullable Integer season,
    @Nullable Integer episode,
    @Nullable Boolean explicit,
    List<Enclosure> files) {
  public static final Media NONE = new Media(null, null, null, null, List.of());

  public Media {
    files = List.copyOf(files);
  }
}

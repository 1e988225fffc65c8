package dev.transponder.config;

import dev.transponder.model.Settings;
import dev.transponder.model.Source;
import java.util.List;

/**
 * What a valid {@code feeds.yml} says.
 *
 * @param settings what it says beside its sources, defaults filled in
 * @param sources in the order of the file, at least one; ids and URLs are unique
 * @param defaults what a source has of which nothing but the URL is known; its own URL is none
 * @param warnings what was understood but does nothing, each with its place; one line each
 */
public record Config(
    Settings settings, List<Source> sources, Source defaults, List<String> warnings) {
  public Config {
    sources = List.copyOf(sources);
    warnings = List.copyOf(warnings);
  }
}

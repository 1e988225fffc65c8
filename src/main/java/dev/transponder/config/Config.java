package dev.transponder.config;

import dev.transponder.model.Rules;
import dev.transponder.model.Settings;
import dev.transponder.model.Source;
import java.util.List;

/**
 * What a valid {@code feeds.yml} says.
 *
 * @param settings what it says beside its sources, defaults filled in
 * @param sources in the order of the file, at least one; ids and URLs are unique
 * @param usual the rules that {@code defaults} give to a source without any of its own
 * @param warnings what was understood but does nothing, each with its place; one line each
 */
public record Config(Settings settings, List<Source> sources, Rules usual, List<String> warnings) {
  public Config {
    sources = List.copyOf(sources);
    warnings = List.copyOf(warnings);
  }
}

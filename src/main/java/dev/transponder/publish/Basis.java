package dev.transponder.publish;

import dev.transponder.model.Rules.Replace;
import dev.transponder.model.Settings;
import dev.transponder.model.Source;
import dev.transponder.store.SourceRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything on which the bytes of the feeds depend.
 *
 * @param revision of the store
 * @param origins by source id
 * @param categories by their slugs, in the order of feeds.yml
 * @param limits by source id; a source that is not here, or has 0, is not limited
 * @param replaces by source id
 */
public record Basis(
    long revision,
    Settings settings,
    Map<String, Origin> origins,
    Map<String, Category> categories,
    Map<String, Integer> limits,
    Map<String, List<Replace>> replaces) {

  static Basis of(long revision, Settings settings, List<SourceRow> rows, List<Source> sources) {
    Map<String, Origin> origins =
        rows.stream()
            .map(Origin::of)
            .collect(Collectors.toMap(Origin::sourceId, Function.identity()));
    Map<String, Category> categories = new LinkedHashMap<>();
    for (SourceRow row : rows) {
      String slug = row.category() == null ? "" : Category.slug(row.category());
      if (row.category() != null && !slug.isEmpty()) {
        Category one = new Category(slug, row.category(), List.of(row.id()));
        categories.merge(slug, one, Category::with);
      }
    }
    Map<String, Integer> limits =
        sources.stream().collect(Collectors.toMap(Source::id, Source::limit, Math::max));
    return new Basis(revision, settings, origins, categories, limits, Rewriting.rules(sources));
  }

  /** How many entries of a source a feed with others holds at most. */
  int share(String sourceId) {
    int limit = limits.getOrDefault(sourceId, 0);
    return limit == 0 ? settings.feedEntries() : Math.min(limit, settings.feedEntries());
  }
}

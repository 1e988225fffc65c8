package dev.transponder.refresh;

import dev.transponder.model.Selectors;
import dev.transponder.model.Source;
import dev.transponder.page.PageReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the selectors of a configuration that are none, before a page is asked for their sake. */
public final class SelectorCheck {
  private SelectorCheck() {}

  /** One line for each wrong selector: source, key, what is wrong. */
  public static List<String> problems(List<Source> sources) {
    List<String> problems = new ArrayList<>();
    for (Source source : sources) {
      if (source.scrape() != null) {
        byKey(source.scrape())
            .forEach(
                (key, selector) -> {
                  String problem = selector == null ? null : PageReader.problem(selector);
                  if (problem != null) {
                    problems.add(
                        "source \"%s\": scrape.%s: %s".formatted(source.id(), key, problem));
                  }
                });
      }
    }
    return problems;
  }

  private static Map<String, @Nullable String> byKey(Selectors selectors) {
    Map<String, @Nullable String> keys = new LinkedHashMap<>();
    keys.put("entry", selectors.entry());
    keys.put("link", selectors.link());
    keys.put("title", selectors.title());
    keys.put("date", selectors.date());
    keys.put("summary", selectors.summary());
    keys.put("author", selectors.author());
    keys.put("category", selectors.category());
    keys.put("image", selectors.image());
    keys.put("next", selectors.next());
    return keys;
  }
}

package dev.transponder.publish;

import dev.transponder.model.Settings;
import dev.transponder.render.Format;
import dev.transponder.render.Opml;
import dev.transponder.render.Subscription;
import dev.transponder.store.SourceRow;
import java.util.List;

/** The sources as a list that other readers import. */
public final class Subscriptions {
  static final String TYPE = "text/x-opml; charset=utf-8";

  private Subscriptions() {}

  /**
   * OPML 2.0, as the public may see it: no secrets of a URL. For a page, which other readers cannot
   * follow, stands the feed that we make of it.
   *
   * @param rows the listed sources in their order
   */
  public static byte[] opml(Settings settings, List<SourceRow> rows) {
    return Opml.render(
        settings.title(),
        rows.stream().map(Origin::of).map(origin -> subscription(settings, origin)).toList());
  }

  private static Subscription subscription(Settings settings, Origin origin) {
    String path = new Scope.OfSource(origin.sourceId()).path();
    String ours = settings.baseUrl() + path + Format.ATOM.file();
    String feed = origin.feed() == null ? ours : origin.feed();
    return new Subscription(origin.name(), origin.category(), feed, origin.site());
  }
}

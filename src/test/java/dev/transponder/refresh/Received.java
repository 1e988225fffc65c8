package dev.transponder.refresh;

import dev.transponder.model.Dedupe;
import dev.transponder.model.Document;
import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Fetched;
import dev.transponder.model.Selectors;
import dev.transponder.model.Source;
import dev.transponder.model.StoredEntry;
import dev.transponder.model.Validators;
import dev.transponder.model.Variants;
import dev.transponder.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole way from documents to a store on disk; only the sites are played: what is put at a URL
 * is what it answers with from then on. Each refresh comes an hour after the one before.
 */
final class Received implements AutoCloseable, InstantSource {
  static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private static final String NODE = "node";

  private final Map<String, String> site = new HashMap<>();
  private final Map<String, Source> sources = new HashMap<>();
  private final List<Source> listed = new ArrayList<>();
  private final Workshop workshop = new Workshop(1, () -> 0);
  private final String url;
  private Store store;
  private Instant now = START;

  Received(Path folder) {
    url = "jdbc:h2:file:" + folder.resolve("store");
    store = Store.open(url);
  }

  /** A page whose entries selectors find. */
  static Source paged(String id, String url, int pages, Selectors selectors) {
    return new Source(
        id, url, null, null, pages, selectors, null, 0, Dedupe.NEAR, Map.of(), false, false);
  }

  /** An entry of an RSS feed; null for what it does not have. */
  record Item(
      @Nullable String guid,
      @Nullable String link,
      @Nullable String title,
      @Nullable String text,
      @Nullable String date) {

    Item guid(@Nullable String other) {
      return new Item(other, link, title, text, date);
    }

    Item link(@Nullable String other) {
      return new Item(guid, other, title, text, date);
    }

    Item title(String other) {
      return new Item(guid, link, other, text, date);
    }

    Item text(String other) {
      return new Item(guid, link, title, other, date);
    }

    Item date(@Nullable String other) {
      return new Item(guid, link, title, text, other);
    }

    private String xml() {
      return "<item>"
          + element("guid", guid)
          + element("link", link)
          + element("title", title)
          + element("description", text)
          + element("pubDate", date)
          + "</item>";
    }

    private static String element(String name, @Nullable String text) {
      return text == null ? "" : "<%1$s><![CDATA[%2$s]]></%1$s>".formatted(name, text);
    }
  }

  Store store() {
    return store;
  }

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** Stops the program and starts it again. */
  void restart() {
    store.close();
    store = Store.open(url);
  }

  void put(String address, String document) {
    site.put(address, document);
  }

  /** Subscribes to a source, beside those before it. */
  Source follow(Source source) {
    sources.put(source.id(), source);
    listed.add(source);
    store.sync(listed, now);
    return source;
  }

  /** Changes how a followed source is compared with others. */
  void change(Source source, Dedupe dedupe) {
    listed.replaceAll(one -> one.id().equals(source.id()) ? Variants.with(one, dedupe) : one);
    store.sync(listed, now);
  }

  /** Refreshes a source whose feed holds these. */
  RefreshResult refresh(Source source, Item... items) {
    return refresh(source, rss(items));
  }

  RefreshResult refresh(Source source, String document) {
    put(source.url(), document);
    return refresh(source);
  }

  RefreshResult refresh(Source source) {
    now = now.plus(Duration.ofHours(1));
    try {
      store.claimNow(NODE, source.id(), now, Duration.ofHours(1));
      return new Refresher(store, this::answer, workshop, this).refresh(source, NODE);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String rss(Item... items) {
    StringBuilder xml = new StringBuilder("<rss version='2.0'><channel><title>Feed</title>");
    Stream.of(items).forEach(item -> xml.append(item.xml()));
    return xml + "</channel></rss>";
  }

  private Outcome answer(
      Source source, String asked, Object use, Validators validators, @Nullable String from) {
    String document = site.get(asked);
    return document == null
        ? new Outcome.Failed(Outcome.Failure.STATUS, 404, "404 Not Found")
        : new Fetched(
            new Document(asked, Map.of(), document.getBytes(StandardCharsets.UTF_8)),
            Validators.NONE,
            null);
  }

  /** All that a page shows, in the order in which it came. */
  List<StoredEntry> entries() {
    return store.newest(0, 1000).stream()
        .sorted(Comparator.comparingLong(StoredEntry::number))
        .toList();
  }

  List<@Nullable String> titles() {
    List<@Nullable String> titles = new ArrayList<>();
    entries().forEach(entry -> titles.add(entry.entry().title()));
    return titles;
  }

  List<String> ids() {
    return entries().stream().map(StoredEntry::atomId).toList();
  }

  List<Instant> updated() {
    return entries().stream().map(StoredEntry::updated).toList();
  }

  /** How many of them go into the feeds. */
  int fed() {
    return store.newestFed(0, 1000).size();
  }

  @Override
  public void close() {
    store.close();
    workshop.close();
  }
}

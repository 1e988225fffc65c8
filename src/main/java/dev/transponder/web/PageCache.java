package dev.transponder.web;

import dev.transponder.publish.Edition;
import dev.transponder.publish.Renditions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps the pages of the edition in force, so that each is made once. Thread safe. */
final class PageCache {
  // Enough for what people look at; crawlers that want every page get them made anew.
  private static final int MOST_PAGES = 200;
  private static final long MOST_BYTES = 16_000_000;

  private record Kept(long edition, Map<String, Renditions> pages, AtomicLong bytes) {
    Kept(long edition) {
      this(edition, new ConcurrentHashMap<>(), new AtomicLong());
    }

    void put(String path, Renditions page) {
      long size = (long) page.identity().bytes().length + page.gzip().bytes().length;
      boolean fits = bytes.addAndGet(size) <= MOST_BYTES && pages.size() < MOST_PAGES;
      if (!fits || pages.putIfAbsent(path, page) != null) {
        bytes.addAndGet(-size);
      }
    }
  }

  private volatile @Nullable Kept kept;

  /** The page of a path, null if there is none; missing pages are not remembered. */
  @Nullable Renditions get(Edition edition, String path, Supplier<@Nullable Renditions> maker) {
    Kept current = kept;
    if (current == null || current.edition() != edition.number()) {
      current = new Kept(edition.number());
      kept = current;
    }
    Renditions known = current.pages().get(path);
    if (known != null) {
      return known;
    }
    Renditions made = maker.get();
    if (made != null) {
      current.put(path, made);
    }
    return made;
  }
}

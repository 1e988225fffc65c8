package dev.transponder.cli;

import dev.transponder.config.Addition;
import dev.transponder.config.ConfigException;
import dev.transponder.config.FeedsFile;
import dev.transponder.config.NotAdded;
import dev.transponder.model.Reading.Parsed;
import dev.transponder.model.Source;
import dev.transponder.refresh.Found;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code add}: looks at a URL as a refresh would, and appends it to feeds.yml if
 * something was found that is not followed yet.
 */
final class Adding {
  private final Looking looking;
  private final Path file;
  private final Path folder;

  /**
   * @param file feeds.yml, there or not
   */
  Adding(Program program, Path file) {
    this.looking = new Looking(program, file);
    this.file = file;
    Path parent = file.toAbsolutePath().normalize().getParent();
    this.folder = parent == null ? file.toAbsolutePath() : parent;
  }

  /**
   * What came of it.
   *
   * @param url as it is, or would be, in the file
   * @param found null if nobody was asked
   * @param addition null if nothing can be added
   * @param refusal why nothing was written; null if it was, or if nothing was found
   */
  record Result(
      String url, @Nullable Found found, @Nullable Addition addition, @Nullable NotAdded refusal) {

    boolean written() {
      return addition != null && refusal == null && isUseful(found);
    }
  }

  /**
   * Adds a URL.
   *
   * @throws ConfigException if the URL, or the file as it is, has mistakes; nothing was written
   * @throws ServiceException if the service that has the store cannot be asked
   */
  Result add(String typed, Map<String, String> environment)
      throws ConfigException, ServiceException, InterruptedException {
    String url = FeedsFile.typed(typed, folder);
    Found found = null;
    Addition addition = null;
    try {
      addition = Addition.of(file, url, environment, looking.program().syntax());
      found = looking.look(addition.config(), addition.source());
      if (isUseful(found)) {
        refuseSameFeed(addition, found);
        addition.write();
      }
      return new Result(url, found, addition, null);
    } catch (NotAdded refusal) {
      return new Result(url, found, addition, refusal);
    }
  }

  /** An empty feed may be one that nobody has written into yet; an empty page says nothing. */
  private static boolean isUseful(@Nullable Found found) {
    Parsed parsed = found == null ? null : found.parsed();
    return found != null
        && parsed != null
        && (!parsed.entries().isEmpty()
            || found.kind().equals("feed")
            || found.kind().equals("discovered"));
  }

  /** The same feed may be followed by its own URL, or by that of the page that names it. */
  private void refuseSameFeed(Addition addition, Found found)
      throws ConfigException, ServiceException, NotAdded, InterruptedException {
    List<Source> others =
        addition.config().sources().subList(0, addition.config().sources().size() - 1);
    for (Source other : others) {
      if (found.feed() != null && FeedsFile.samePlace(other.url(), found.feed(), folder)) {
        throw NotAdded.followed(other.id(), ", which is the feed that this page names");
      }
      if (found.kind().equals("feed") && isSiteOf(found, other)) {
        String feed = looking.look(addition.config(), other).feed();
        if (feed != null && FeedsFile.samePlace(feed, addition.source().url(), folder)) {
          throw NotAdded.followed(other.id(), ", a page that names this feed");
        }
      }
    }
  }

  /** Whether a feed says that its site is the page that is followed; only then it is asked. */
  private boolean isSiteOf(Found found, Source other) {
    String site = found.parsed() == null ? null : found.parsed().head().link();
    try {
      return site != null
          && other.scrape() == null
          && FeedsFile.samePlace(site, other.url(), folder);
    } catch (ConfigException e) {
      return false; // a site that is no URL
    }
  }
}

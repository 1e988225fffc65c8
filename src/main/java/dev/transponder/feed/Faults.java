package dev.transponder.feed;

import dev.transponder.model.Budget;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a bug of ours or of ROME at one entry from costing the others; the first of a document is
 * logged. Not thread safe: one for each document.
 */
final class Faults {
  private static final Logger log = LoggerFactory.getLogger(Faults.class);

  private final String url;
  private final Budget budget;
  private boolean any;

  /**
   * @param url of the document
   * @param budget asked before each piece of work; that it is spent costs the whole document
   */
  Faults(String url, Budget budget) {
    this.url = url;
    this.budget = budget;
  }

  /** What the work makes, null if it fails. */
  <T> @Nullable T attempt(Supplier<T> work) {
    try {
      budget.check();
      return work.get();
    } catch (Budget.Spent e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      if (!any) {
        log(url, e);
      }
      any = true;
      return null;
    }
  }

  /** Whether anything failed. */
  boolean any() {
    return any;
  }

  /** The stack trace says where; the URL is the case to try it with. */
  static void log(String url, Throwable fault) {
    log.error("feed: reading {} failed; please report it", withoutSecrets(url), fault);
  }

  /** Keys of subscribers stand in the query and before the host. */
  static String withoutSecrets(String url) {
    int end = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
    int fragment = url.indexOf('#');
    String plain = url.substring(0, fragment < 0 ? end : Math.min(end, fragment));
    int host = plain.indexOf("://") + 3;
    int hostEnd = host < 3 ? -1 : plain.indexOf('/', host);
    int user = host < 3 ? -1 : plain.lastIndexOf('@', hostEnd < 0 ? plain.length() : hostEnd);
    return user < host ? plain : plain.substring(0, host) + plain.substring(user + 1);
  }
}

package dev.transponder.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/**
 * Looks up hosts within a time limit, and tells "does not exist" from "nobody answers".
 *
 * <p>A lookup blocks the thread of the operating system that it runs on. On virtual threads two
 * slow ones would stop the whole program on a machine of two cores, so they get threads of their
 * own. Thread safe.
 */
final class Names implements Dns, AutoCloseable {
  private final Dns dns;
  private final Duration limit;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("names-", 0).factory());

  Names(Dns dns, Duration limit) {
    this.dns = dns;
    this.limit = limit;
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    Future<List<InetAddress>> answer = threads.submit(() -> dns.lookup(host));
    try {
      return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw reason(host, e.getCause());
    } catch (TimeoutException e) {
      throw new Silent(host);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Silent(host);
    } finally {
      answer.cancel(true);
    }
  }

  /**
   * "Temporary failure" are the C library's words for EAI_AGAIN, in every program's messages: ask
   * again later. The JDK remembers any failure for some seconds, but not why: then it says the name
   * of the host and nothing else.
   */
  private static UnknownHostException reason(String host, @Nullable Throwable cause) {
    return cause instanceof UnknownHostException unknown
            && !Words.reason(unknown).contains("emporary failure")
            && !Words.reason(unknown).equals(host)
        ? unknown
        : new Silent(host);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** Nobody could say whether the host exists. */
  static final class Silent extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    Silent(String host) {
      super(host);
    }
  }
}

package dev.transponder.fetch;

import dev.transponder.model.Dedupe;
import dev.transponder.model.Outcome;
import dev.transponder.model.Pacing;
import dev.transponder.model.RobotsMemory;
import dev.transponder.model.Source;
import dev.transponder.model.Validators;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;

/** A fetcher with short deadlines, a fixed clock, a recorded pacing and names of our choice. */
final class Bench implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final Limits QUICK =
      new Limits(Duration.ofSeconds(2), 1 << 20, 2 << 20, 100, 1 << 16, 64 << 10, 5, false);

  final Pace pacing = new Pace();
  final Map<String, String> names = new HashMap<>();
  final Fetcher fetcher;

  Bench() {
    this(QUICK, UnaryOperator.identity());
  }

  Bench(Limits limits, UnaryOperator<OkHttpClient.Builder> tuning) {
    this(limits, InstantSource.fixed(NOW), RobotsMemory.none(), tuning);
  }

  Bench(
      Limits limits,
      InstantSource clock,
      RobotsMemory memory,
      UnaryOperator<OkHttpClient.Builder> tuning) {
    this.fetcher =
        new Fetcher(
            "Transponder/1 (+mailto:me@example.org)",
            Path.of("/nowhere"),
            pacing,
            clock,
            memory,
            limits,
            builder -> tuning.apply(builder.dns(this::lookup)));
  }

  /** Where {@link #names} says, else where the name really is; what it has no address for fails. */
  private List<InetAddress> lookup(String host) throws UnknownHostException {
    String address = names.getOrDefault(host, host);
    if (address.contains(" ")) {
      throw new UnknownHostException(host + ": " + address);
    }
    return List.of(InetAddress.getAllByName(address));
  }

  /** Fetches as a source that is at that very URL. */
  Outcome fetch(String url) throws InterruptedException {
    return fetcher.fetch(Source.of("a", url), url, Validators.NONE);
  }

  Outcome fetch(String url, Validators validators) throws InterruptedException {
    return fetcher.fetch(Source.of("a", url), url, validators);
  }

  static Source source(String url, boolean allowPrivate, Map<String, String> headers) {
    return new Source(
        "a", url, null, null, 1, null, null, 0, Dedupe.NEAR, headers, allowPrivate, false);
  }

  @Override
  public void close() {
    fetcher.close();
  }

  /** Lets everything pass, holds what it was told to hold, and remembers. */
  static final class Pace implements Pacing {
    final List<String> awaited = new CopyOnWriteArrayList<>();
    final List<String> sent = new CopyOnWriteArrayList<>();
    final CountDownLatch firstSent = new CountDownLatch(1);
    final Map<String, Instant> holds = new HashMap<>();
    final Map<String, Instant> busy = new HashMap<>();
    final List<String> answered = new CopyOnWriteArrayList<>();
    final Map<String, Duration> wishes = new HashMap<>();
    final AtomicInteger open = new AtomicInteger();

    @Override
    public Turn await(String host) {
      awaited.add(host);
      Instant until = holds.get(host);
      if (until != null) {
        return new Held(until);
      }
      open.incrementAndGet();
      return new Granted() {
        @Override
        public void sent() {
          sent.add(host);
          firstSent.countDown();
        }

        @Override
        public void close() {
          open.decrementAndGet();
        }
      };
    }

    /** For a site that answers only when the request is known to have gone out. */
    boolean awaitSent() {
      try {
        return firstSent.await(5, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void hold(String host, Instant until) {
      holds.put(host, until);
    }

    @Override
    public void busy(String host, String url, Instant until) {
      busy.put(url, until);
    }

    @Override
    public void answered(String host) {
      answered.add(host);
    }

    @Override
    public void slow(String host, Duration gap) {
      wishes.put(host, gap);
    }
  }
}

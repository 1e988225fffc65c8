package dev.transponder.fetch;

import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Pacing;
import dev.transponder.model.RobotsMemory;
import dev.transponder.model.Source;
import dev.transponder.model.Use;
import dev.transponder.model.Validators;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Asks a URL on behalf of a source and says what came of it; whatever the site does is a value.
 *
 * <p>The host in {@link Source#url()} as the user wrote it may have a non-public address, on
 * whatever port; every other host only if the source allows it. Blocks, so call it on a virtual
 * thread; thread safe. Does not decide when to ask, and does not repeat a request.
 */
public final class Fetcher implements AutoCloseable {
  private final String userAgent;
  private final Pacing pacing;
  private final InstantSource clock;
  private final Limits limits;
  private final Wire wire;
  private final LocalFiles files;
  private final Robots robots;

  /**
   * A fetcher with the usual limits: 30 s, 10 MB sent, 20 MB unpacked.
   *
   * @param userAgent sent with each request
   * @param folder of feeds.yml: {@code file:} URLs reach only what lies below it
   * @param memory where the robots.txt of each origin is kept
   */
  public Fetcher(
      String userAgent, Path folder, Pacing pacing, InstantSource clock, RobotsMemory memory) {
    this(userAgent, folder, pacing, clock, memory, Limits.USUAL, UnaryOperator.identity());
  }

  /**
   * @param tuning where tests bring their own certificates and name service
   */
  Fetcher(
      String userAgent,
      Path folder,
      Pacing pacing,
      InstantSource clock,
      RobotsMemory memory,
      Limits limits,
      UnaryOperator<OkHttpClient.Builder> tuning) {
    this.userAgent = userAgent;
    this.pacing = pacing;
    this.clock = clock;
    this.limits = limits;
    this.wire = new Wire(limits, tuning);
    this.files = new LocalFiles(folder, limits);
    RobotsRenewal renewal = new RobotsRenewal(userAgent, wire, limits, pacing, clock);
    this.robots = new Robots(renewal, memory, pacing, clock);
  }

  /**
   * One exchange: asks {@code url}, following its redirects, as far as robots.txt lets.
   *
   * @param validators of the document that came from {@code validatorsUrl}; sent to that very URL,
   *     whether it is asked first or after redirects, and to no other
   * @param validatorsUrl see {@link dev.transponder.model.Document#url()}; null sends none
   */
  public Outcome fetch(
      Source source, String url, Use use, Validators validators, @Nullable String validatorsUrl)
      throws InterruptedException {
    HttpUrl known = validatorsUrl == null ? null : HttpUrl.parse(validatorsUrl);
    return fetch(
        source,
        url,
        HttpUrl.parse(url),
        new Conditions(validators, at -> known != null && Requests.bare(known).equals(at)),
        at -> robots.refusal(source, at, use));
  }

  /** One exchange with a site that has no robots.txt; its validators go to its whole host. */
  Outcome fetch(Source source, String url, Validators validators) throws InterruptedException {
    HttpUrl start = HttpUrl.parse(url);
    return fetch(
        source,
        url,
        start,
        new Conditions(validators, at -> start != null && start.host().equals(at.host())),
        Journey.Gate.OPEN);
  }

  /**
   * One exchange for a part of a page that is put together by its scripts. Such a script is a
   * stranger's: of the source's own host it reaches the port of the page alone, unless the source
   * may reach private addresses.
   *
   * @param page the document of which it is a part, as it was fetched
   * @param accept the forms that the script asks for, as a header
   */
  public Outcome part(Source source, String page, String url, Use use, String accept)
      throws InterruptedException {
    HttpUrl start = HttpUrl.parse(url);
    if (start == null) {
      return new Failed(Failure.REFUSED, 0, "not an http or https URL");
    }
    PartGate gate =
        new PartGate(
            HttpUrl.parse(source.url()),
            HttpUrl.parse(page),
            source.allowPrivate(),
            at -> robots.refusal(source, at, use));
    Conditions none = new Conditions(Validators.NONE, _ -> false);
    Requests requests = Requests.forPart(userAgent, source, accept);
    return new Journey(wire, limits, pacing, clock, requests, source, none, gate).from(start);
  }

  private Outcome fetch(
      Source source, String url, @Nullable HttpUrl start, Conditions conditions, Journey.Gate gate)
      throws InterruptedException {
    if (LocalFiles.isFile(url)) {
      return files.fetch(source, url, conditions.validators());
    }
    if (start == null) {
      return new Failed(Failure.REFUSED, 0, "not an http or https URL");
    }
    Requests requests = new Requests(userAgent, source);
    return new Journey(wire, limits, pacing, clock, requests, source, conditions, gate).from(start);
  }

  /**
   * Why nothing of a page may be used whose URL was asked for before it was known to be one; null
   * if it may.
   */
  public @Nullable Outcome refusal(Source source, String page) throws InterruptedException {
    HttpUrl url = HttpUrl.parse(page);
    return url == null ? null : robots.refusal(source, url, Use.PAGE);
  }

  @Override
  public void close() {
    wire.close();
  }
}

package dev.transponder.fetch;

import dev.transponder.model.Document;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sends exactly one request and reads its whole answer, within the limits.
 *
 * <p>Two clients with a pool of connections each: an untrusted request can therefore never travel
 * on a connection to a private address that a trusted one has opened. No proxy is used, also where
 * the JVM has one set: the guard would see the proxy's address only. Thread safe.
 */
final class Wire implements AutoCloseable {
  /**
   * Added to a status of 300 or more while it travels through OkHttp's layers, which would act on
   * it by themselves: send a 408, a 421 or a 503 with "Retry-After: 0" again at once, whatever they
   * were told about retries, and choke on a 407.
   */
  private static final int DISGUISE = 1000;

  /** Long enough for redirects and pagers; servers close idle connections after 5 s or more. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(4);

  /** Of the largest size; a connection that has delivered more is cut. */
  private static final int DOCUMENTS_PER_CONNECTION = 8;

  /** One number; a list of the same one is allowed as well, and some servers have sent none. */
  private static final Pattern LENGTH =
      Pattern.compile("\\s*(?:(\\d{1,18})(?:\\s*,\\s*\\1)*)?\\s*");

  private final Names names;
  private final OkHttpClient open;
  private final OkHttpClient guarded;

  Wire(Limits limits, UnaryOperator<OkHttpClient.Builder> tuning) {
    OkHttpClient tuned = tuning.apply(settings(limits)).build();
    this.names = new Names(tuned.dns(), limits.deadline());
    this.open = client(tuned, limits, false);
    this.guarded = client(tuned, limits, true);
  }

  private OkHttpClient client(OkHttpClient tuned, Limits limits, boolean publicOnly) {
    long mostBytes = (long) DOCUMENTS_PER_CONNECTION * limits.wireBytes();
    return tuned
        .newBuilder()
        .dns(names)
        .connectionPool(new ConnectionPool(64, KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS))
        .socketFactory(new Sockets(publicOnly, mostBytes))
        .build();
  }

  private static OkHttpClient.Builder settings(Limits limits) {
    return new OkHttpClient.Builder()
        .proxy(Proxy.NO_PROXY)
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .cookieJar(CookieJar.NO_COOKIES)
        .connectTimeout(limits.deadline())
        .readTimeout(limits.deadline())
        .writeTimeout(limits.deadline())
        .eventListener(new Sending())
        .addNetworkInterceptor(Wire::exchange);
  }

  /**
   * Asks once.
   *
   * @param mayBePrivate whether the address may be a non-public one
   * @param left how much time there is, more than zero
   * @param limits of this one answer
   * @param onSend run when the request has gone out
   * @throws Unusable if the answer is too large
   * @throws IOException if no answer came or it broke off
   */
  Answer ask(
      Request request, boolean mayBePrivate, Duration left, Limits limits, Sending.OnSend onSend)
      throws IOException {
    OkHttpClient client = mayBePrivate ? open : guarded;
    Request told = request.newBuilder().tag(Sending.OnSend.class, onSend).build();
    try {
      return ask(client.newCall(told), left, limits);
    } catch (StaleConnection e) {
      // Nothing was sent: this is still the first request.
      client.connectionPool().evictAll();
      return ask(client.newCall(told), left, limits);
    }
  }

  private static Answer ask(Call call, Duration left, Limits limits) throws IOException {
    call.timeout().timeout(left.toNanos(), TimeUnit.NANOSECONDS);
    try (Response response = call.execute()) {
      try {
        return read(response, limits);
      } catch (Unusable e) {
        call.cancel(); // else closing would read on for a while, hoping to reuse the connection
        throw e;
      } catch (IOException e) {
        throw new BrokenOff(response.code() % DISGUISE, e);
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      call.cancel();
      // OkHttp was seen to throw these at broken answers.
      throw new Unusable("the answer breaks the rules of HTTP");
    }
  }

  private static Answer read(Response response, Limits limits) throws IOException {
    Headers headers = response.headers();
    if (headers.byteCount() > limits.headerBytes()) {
      throw new Unusable(Words.tooManyHeaders(limits.headerBytes()));
    }
    if (headers.values("Content-Length").stream().distinct().count() > 1) {
      throw new Unusable("the answer has two lengths"); // RFC 9112 section 6.3
    }
    // The same section: chunks say where a body ends, whatever length is said beside them.
    String length = headers.get("Content-Length");
    if (length != null
        && headers.get("Transfer-Encoding") == null
        && !LENGTH.matcher(length).matches()) {
      throw new Unusable("the answer says a length that is none");
    }
    byte[] body = new byte[0];
    if (response.isSuccessful()) {
      long announced = response.body().contentLength();
      if (announced > limits.wireBytes() && !limits.cut()) {
        throw new Unusable(Words.tooLarge(limits.wireBytes()));
      }
      body = capped(response.body().byteStream(), limits);
    }
    String url = response.request().url().toString();
    return new Answer(
        response.request().url(),
        response.code() % DISGUISE,
        headers,
        new Document(url, headers.toMultimap(), body));
  }

  private static byte[] capped(InputStream in, Limits limits) throws IOException {
    if (limits.cut()) {
      return in.readNBytes(limits.wireBytes());
    }
    byte[] body = in.readNBytes(limits.wireBytes() + 1);
    if (body.length > limits.wireBytes()) {
      throw new Unusable(Words.tooLarge(limits.wireBytes()));
    }
    return body;
  }

  private static Response exchange(Interceptor.Chain chain) throws IOException {
    Connection connection = chain.connection();
    if (connection != null && connection.protocol() == Protocol.HTTP_1_1) {
      StaleConnection.check(connection.socket());
    }
    Response response = chain.proceed(chain.request());
    return response.code() < 300
        ? response
        : response.newBuilder().code(response.code() + DISGUISE).build();
  }

  @Override
  public void close() {
    names.close();
    for (OkHttpClient client : new OkHttpClient[] {open, guarded}) {
      client.connectionPool().evictAll();
      client.dispatcher().executorService().shutdown();
    }
  }
}

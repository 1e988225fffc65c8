package dev.transponder.fetch;

import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.text.Spans;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Says which failure it is that went wrong on the wire, in plain words without secrets. */
final class Failures {
  private Failures() {}

  static Failed tooSlow(Limits limits) {
    return new Failed(Failure.TIMEOUT, 0, "no answer within " + Spans.words(limits.deadline()));
  }

  /**
   * The failure of one request.
   *
   * @throws InterruptedException if it failed because this thread was interrupted
   */
  static Failed of(IOException e, HttpUrl at, Limits limits) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    AddressRefused refused = refusal(e);
    if (refused != null) {
      return new Failed(
          Failure.REFUSED,
          0,
          at.host() + ": " + Words.reason(refused) + "; allow-private: true would permit it");
    }
    return switch (e) {
      case BrokenOff begun when begun.getCause() instanceof IOException cause -> {
        Failed failed = of(cause, at, limits);
        yield new Failed(failed.failure(), begun.status(), failed.message());
      }
      case Unusable unusable -> Verdict.unusable(0, unusable);
      case Names.Silent _ -> connection("the name service says nothing about " + at.host());
      case UnknownHostException _ ->
          new Failed(Failure.UNKNOWN_HOST, 0, "no such host: " + at.host());
      case InterruptedIOException _ -> tooSlow(limits);
      case SSLException _ ->
          connection("no safe connection to " + at.host() + " (TLS): " + Words.reason(e));
      case ConnectException _, NoRouteToHostException _ ->
          connection("no connection to " + at.host() + ":" + at.port());
      default -> broken(e, at);
    };
  }

  private static Failed broken(IOException e, HttpUrl at) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof EOFException && isWithinHeaders(Words.reason(cause))) {
        return connection("the headers from " + at.host() + " broke off or had no end");
      }
    }
    String reason = Words.reason(e);
    return connection(
        reason.startsWith("unexpected end of stream") || reason.equals("EOFException")
            ? "the connection to " + at.host() + " broke off"
            : "the connection to " + at.host() + " broke: " + reason);
  }

  /** Okio says the same of a line that ends early and of one past OkHttp's limit of 256 KB. */
  private static boolean isWithinHeaders(String reason) {
    return reason.contains("limit=") && !reason.contains("limit=0 ");
  }

  /** The refusal behind the failure; where several addresses were tried, that of any of them. */
  private static @Nullable AddressRefused refusal(@Nullable Throwable e) {
    if (e == null || e instanceof AddressRefused) {
      return (AddressRefused) e;
    }
    for (Throwable other : e.getSuppressed()) {
      AddressRefused refused = refusal(other);
      if (refused != null) {
        return refused;
      }
    }
    return refusal(e.getCause());
  }

  private static Failed connection(String message) {
    return new Failed(Failure.CONNECTION, 0, message);
  }
}

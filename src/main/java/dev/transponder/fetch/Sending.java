package dev.transponder.fetch;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import okhttp3.Call;
import okhttp3.EventListener;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a request has gone out: when its bytes were handed to the socket. OkHttp tells of it
 * too early, before it empties its buffer, or too late, when the answer has begun.
 *
 * <p>One thread writes a request and waits for its answer; what others write meanwhile (answers of
 * HTTP/2 to what has arrived) does not count.
 */
final class Sending extends EventListener {
  private static final ThreadLocal<@Nullable OnSend> CURRENT = new ThreadLocal<>();

  /** Run when a request has just gone out; for each portion of a long one. */
  @FunctionalInterface
  interface OnSend extends Runnable {}

  @Override
  public void requestHeadersStart(Call call) {
    CURRENT.set(call.request().tag(OnSend.class));
  }

  @Override
  public void responseHeadersStart(Call call) {
    CURRENT.remove();
  }

  @Override
  public void callEnd(Call call) {
    CURRENT.remove();
  }

  @Override
  public void callFailed(Call call, IOException ioe) {
    CURRENT.remove();
  }

  /** A stream to a socket that tells what is written. */
  static OutputStream watched(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(int b) throws IOException {
        out.write(b);
        wrote();
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        wrote();
      }
    };
  }

  private static void wrote() {
    OnSend onSend = CURRENT.get();
    if (onSend != null) {
      onSend.run();
    }
  }
}

package dev.transponder.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.transponder.refresh.RefreshResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers a refresh: with its sums once it is done, or, to whoever asks for lines, with each result
 * as it comes and then the sums.
 */
final class RefreshReply {
  private final Response response;
  private final Callback callback;
  private final Reply reply;
  private final boolean lines;
  private volatile boolean writing;
  private int refreshed;
  private int failed;
  private int inserted;

  RefreshReply(Response response, Callback callback, Reply reply, boolean lines) {
    this.response = response;
    this.callback = callback;
    this.reply = reply;
    this.lines = lines;
  }

  /** Waits for the run; a client that is gone ends the waiting, not the run. */
  void give(RefreshRun run) {
    try {
      if (lines) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, AdminSite.LINES);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
      }
      while (true) {
        switch (run.next()) {
          case RefreshRun.Finished(RefreshResult result) -> {
            count(result);
            if (lines) {
              write(Json.result(result));
            }
          }
          case RefreshRun.Ended(String problem) -> {
            end(problem);
            return;
          }
        }
      }
    } catch (IOException e) {
      callback.failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      callback.failed(e);
    }
  }

  /** Whether the client has to read before anything goes on; from any thread. */
  boolean isWriting() {
    return writing;
  }

  private void count(RefreshResult result) {
    refreshed += result.ok() ? 1 : 0;
    failed += result.ok() ? 0 : 1;
    inserted += result.inserted();
  }

  private void end(@Nullable String problem) {
    String last =
        problem == null ? Json.sums(refreshed, failed, inserted) : Json.error(problem, null);
    if (lines) {
      response.write(true, ByteBuffer.wrap((last + "\n").getBytes(UTF_8)), callback);
    } else {
      reply.passing(problem == null ? 200 : 503, AdminSite.JSON, last + "\n");
    }
  }

  private void write(String line) throws IOException {
    writing = true;
    Content.Sink.write(response, false, ByteBuffer.wrap((line + "\n").getBytes(UTF_8)));
    writing = false;
  }
}

package dev.transponder.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class ListenerIT {
  /** More than the buffers of two sockets hold. */
  private static final int BYTES = 30_000_000;

  /** So long a connection that waits for its client is idle, and no longer kept for the next. */
  private static final long IDLE_MILLIS = 600;

  @AutoClose private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @Test
  void anAnswerThatIsBeingWrittenWhenItStopsIsWrittenToItsEnd() throws Exception {
    CountDownLatch writing = new CountDownLatch(1);
    Listener listener = listening(new Body(writing));
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
      client.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(US_ASCII));
      writing.await();
      Future<?> stopped = threads.submit(listener::close);
      assertThatThrownBy(() -> stopped.get(IDLE_MILLIS, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      assertThat(client.getInputStream().readAllBytes()).hasSizeGreaterThan(BYTES);
      stopped.get();
    }
  }

  private static Listener listening(Handler site) {
    return Listener.start(
        "test", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8, site);
  }

  private static final class Body extends Handler.Abstract {
    private final CountDownLatch writing;

    Body(CountDownLatch writing) {
      this.writing = writing;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      response.write(true, ByteBuffer.allocate(BYTES), callback);
      writing.countDown();
      return true;
    }
  }
}

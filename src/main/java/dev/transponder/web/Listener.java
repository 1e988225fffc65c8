package dev.transponder.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * One address that is listened on, with the limits that protect it. Answers each request on a
 * virtual thread; closing lets requests under way finish for at most two seconds.
 */
final class Listener implements AutoCloseable {
  private static final int HEADER_BYTES = 8 * 1024;
  private static final long IDLE_MILLIS = 30_000;
  private static final long STOP_MILLIS = 2_000;

  private final Server server;
  private final ServerConnector connector;
  private final GracefulHandler answers;

  private Listener(Server server, ServerConnector connector, GracefulHandler answers) {
    this.server = server;
    this.connector = connector;
    this.answers = answers;
  }

  /**
   * Starts listening.
   *
   * @param name of its threads
   * @param listen port 0 takes any free one
   * @param connections how many may be open at once
   * @throws ListenException if the address is taken or is not ours
   */
  static Listener start(String name, InetSocketAddress listen, int connections, Handler site) {
    QueuedThreadPool threads = new QueuedThreadPool(16, 2);
    threads.setName(name);
    threads.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name + "-", 0).factory()));
    Server server = new Server(threads);
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost(listen.getHostString());
    connector.setPort(listen.getPort());
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setShutdownIdleTimeout(STOP_MILLIS / 10);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(connections, connector));
    GracefulHandler answers = new GracefulHandler(site);
    server.setHandler(answers);
    server.setErrorHandler(new PlainErrors());
    server.setStopTimeout(STOP_MILLIS);
    open(connector, listen);
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the " + name + " server does not start", e);
    }
    return new Listener(server, connector, answers);
  }

  /**
   * Looks whether an address can be listened on, before anything else is begun.
   *
   * @throws ListenException if it cannot
   */
  static void check(InetSocketAddress listen) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(listen);
    } catch (IOException e) {
      throw new ListenException(listen, e);
    }
  }

  /** The port on which it listens. */
  int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    // First: while the server stops it cuts connections that are silent, also one whose answer is
    // just being written.
    if (!awaitAnswers()) {
      server.setStopTimeout(0);
    }
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server does not stop", e);
    }
  }

  /** Takes no further requests; whether those under way were answered in time. */
  private boolean awaitAnswers() {
    try {
      answers.shutdown().get(STOP_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for answers", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setRequestHeaderSize(HEADER_BYTES);
    configuration.setHttpCompliance(HttpCompliance.RFC7230);
    return configuration;
  }

  private static void open(ServerConnector connector, InetSocketAddress listen) {
    try {
      connector.open();
    } catch (IOException e) {
      // Jetty tells the address once more and has the reason as the cause.
      throw new ListenException(listen, e.getCause() == null ? e : e.getCause());
    }
  }
}

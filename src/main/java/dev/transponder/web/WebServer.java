package dev.transponder.web;

import dev.transponder.publish.Publisher;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The public server. Answers each request on a virtual thread; closing lets requests under way
 * finish for at most two seconds.
 */
public final class WebServer implements AutoCloseable {
  private static final int HEADER_BYTES = 8 * 1024;
  private static final int CONNECTIONS = 2_000;
  private static final long IDLE_MILLIS = 30_000;
  private static final long STOP_MILLIS = 2_000;

  private final Server server;
  private final ServerConnector connector;

  private WebServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Starts listening; called after the first {@link Publisher#publish}, so that the first request
   * finds a feed.
   *
   * @param listen port 0 takes any free one
   * @throws ListenException if the address is taken or is not ours
   */
  public static WebServer start(InetSocketAddress listen, Publisher publisher, Health health) {
    QueuedThreadPool threads = new QueuedThreadPool(16, 2);
    threads.setName("web");
    threads.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("web-", 0).factory()));
    Server server = new Server(threads);
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost(listen.getHostString());
    connector.setPort(listen.getPort());
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setShutdownIdleTimeout(STOP_MILLIS / 10);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
    server.setHandler(new GracefulHandler(new Site(publisher, health)));
    server.setErrorHandler(new PlainErrors());
    server.setStopTimeout(STOP_MILLIS);
    open(connector, listen);
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the web server does not start", e);
    }
    return new WebServer(server, connector);
  }

  /**
   * Looks whether an address can be listened on, before anything else is begun.
   *
   * @throws ListenException if it cannot
   */
  public static void check(InetSocketAddress listen) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(listen);
    } catch (IOException e) {
      throw new ListenException("cannot listen on " + where(listen) + ": " + e.getMessage(), e);
    }
  }

  private static String where(InetSocketAddress listen) {
    String host = listen.getHostString();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + listen.getPort();
  }

  /** The port on which it listens. */
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the web server does not stop", e);
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
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new ListenException("cannot listen on " + where(listen) + ": " + cause.getMessage(), e);
    }
  }
}

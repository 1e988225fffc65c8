package dev.transponder.config;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to listen: {@code HOST:PORT}, {@code [IPV6]:PORT} or {@code PORT} on 127.0.0.1. */
final class HostPort {
  private static final Pattern FORM =
      Pattern.compile("(?:(?<host>[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\]):)?(?<port>\\d{1,5})");

  private HostPort() {}

  static InetSocketAddress read(@Nullable Scalar scalar, InetSocketAddress usual) {
    if (scalar == null) {
      return usual;
    }
    Matcher parts = FORM.matcher(scalar.text().strip());
    if (!parts.matches() || Integer.parseInt(parts.group("port")) > 65_535) {
      scalar.refuse(
          scalar.name()
              + " should be HOST:PORT such as 127.0.0.1:8080 or [::1]:8080, not "
              + scalar.quoted());
      return usual;
    }
    int port = Integer.parseInt(parts.group("port"));
    String host = parts.group("host");
    InetAddress address = resolve(host == null ? "127.0.0.1" : host);
    if (address == null) {
      scalar.refuse(scalar.name() + ": this machine knows no host " + scalar.quoted());
      return usual;
    }
    return new InetSocketAddress(address, port);
  }

  /** What a browser on this machine would be told. */
  static String url(InetSocketAddress listen) {
    InetAddress address = listen.getAddress();
    String host = listen.getHostString();
    if (address == null || address.isAnyLocalAddress() || host.equals("127.0.0.1")) {
      host = "localhost";
    } else if (address instanceof Inet6Address && host.contains(":")) {
      host = "[" + address.getHostAddress().replaceAll("%.*", "") + "]";
    }
    return "http://" + host + (listen.getPort() == 80 ? "" : ":" + listen.getPort()) + "/";
  }

  /** Whether two servers would get in each other's way there. */
  static boolean overlap(InetSocketAddress one, InetSocketAddress other) {
    return one.getPort() != 0
        && one.getPort() == other.getPort()
        && (one.getAddress().equals(other.getAddress())
            || one.getAddress().isAnyLocalAddress()
            || other.getAddress().isAnyLocalAddress());
  }

  /** The first address of a host, null if there is none. */
  private static @Nullable InetAddress resolve(String host) {
    try {
      return InetAddress.getAllByName(host.replaceAll("[\\[\\]]", ""))[0];
    } catch (UnknownHostException e) {
      return null;
    }
  }
}

package dev.transponder.store;

import dev.transponder.store.StoreException.Kind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where the database is, read from a JDBC URL. Only parameters on a list are taken over: H2 would
 * run the SQL of {@code INIT=}, and both drivers load classes that a URL names.
 */
sealed interface Address {

  /** User, password and other parameters. */
  Map<String, String> parameters();

  default Properties properties() {
    Properties properties = new Properties();
    properties.putAll(parameters());
    return properties;
  }

  /** A file of our own process. */
  record H2(Path path, Map<String, String> parameters) implements Address {
    private static final String PREFIX = "jdbc:h2:file:";
    private static final Set<String> ALLOWED = Set.of("USER", "PASSWORD", "CACHE_SIZE");
    // "nio:", "zip:", "memFS:" and the like choose another file system inside H2.
    private static final Pattern FILE_SYSTEM = Pattern.compile("[A-Za-z0-9]{2,}:.*");

    private static H2 parse(String url) {
      String[] parts = url.substring(PREFIX.length()).split(";", -1);
      if (parts[0].isEmpty() || FILE_SYSTEM.matcher(parts[0]).matches()) {
        throw refused("\"" + parts[0] + "\" is not a plain file path");
      }
      Map<String, String> parameters = new TreeMap<>();
      for (int i = 1; i < parts.length; i++) {
        if (!parts[i].isEmpty()) {
          put(parameters, parts[i].split("=", 2), ALLOWED, true);
        }
      }
      try {
        return new H2(Path.of(parts[0]).toAbsolutePath().normalize(), parameters);
      } catch (InvalidPathException e) {
        throw refused("\"" + parts[0] + "\" is not a file path");
      }
    }
  }

  /**
   * A server.
   *
   * @param url without parameters
   */
  record PostgreSql(String url, Map<String, String> parameters) implements Address {
    private static final String PREFIX = "jdbc:postgresql:";

    /** Seconds; the driver by itself would wait for ever for a server that fell silent. */
    private static final String SOCKET_TIMEOUT = "60";

    private static final Set<String> ALLOWED =
        Set.of(
            "user",
            "password",
            "ssl",
            "sslmode",
            "sslrootcert",
            "sslcert",
            "sslkey",
            "sslpassword",
            "connectTimeout",
            "socketTimeout",
            "loginTimeout",
            "tcpKeepAlive",
            "currentSchema",
            "targetServerType",
            "ApplicationName");

    private static PostgreSql parse(String url) {
      String[] parts = url.split("\\?", 2);
      Map<String, String> parameters = new TreeMap<>();
      if (parts.length == 2) {
        for (String part : parts[1].split("&", -1)) {
          put(parameters, part.split("=", 2), ALLOWED, false);
        }
      }
      parameters.putIfAbsent("socketTimeout", SOCKET_TIMEOUT);
      return new PostgreSql(parts[0], parameters);
    }

    /** The server and database in words, without password. */
    String place() {
      return url.substring("jdbc:".length());
    }
  }

  /**
   * Reads a URL.
   *
   * @throws StoreException if it is of another kind or has a parameter that is not allowed
   */
  static Address parse(String url) {
    if (url.startsWith(H2.PREFIX)) {
      return H2.parse(url);
    }
    if (url.startsWith(PostgreSql.PREFIX)) {
      return PostgreSql.parse(url);
    }
    throw refused("it must begin with " + H2.PREFIX + " or " + PostgreSql.PREFIX + "//");
  }

  private static void put(
      Map<String, String> parameters, String[] pair, Set<String> allowed, boolean upperCase) {
    String name = upperCase ? pair[0].toUpperCase(Locale.ROOT) : pair[0];
    if (!allowed.contains(name)) {
      throw refused("\"" + pair[0] + "\" is not one of its allowed parameters " + sorted(allowed));
    }
    parameters.put(name, pair.length == 2 ? pair[1] : "");
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }

  private static StoreException refused(String why) {
    return new StoreException(Kind.UNUSABLE, "Change the database URL: " + why + ".", null);
  }
}

package dev.transponder.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where everything is remembered: an H2 file or a PostgreSQL server. Messages never quote it. */
final class DatabaseUrl {
  private static final String H2_FILE = "jdbc:h2:file:";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  private DatabaseUrl() {}

  /** Paths of H2 files start at the folder of the file and become absolute. */
  static String read(@Nullable Scalar scalar, String usual, Path folder) {
    if (scalar == null) {
      return absolute(usual, folder);
    }
    String url = scalar.text().strip();
    if (url.startsWith(POSTGRESQL) && url.length() > POSTGRESQL.length()) {
      return url;
    }
    if (!url.startsWith(H2_FILE)) {
      scalar.refuse(
          "database should begin with jdbc:h2:file: or jdbc:postgresql:"
              + (url.matches("jdbc:h2:[./~].*") ? " (did you mean jdbc:h2:file:?)" : ""));
      return usual;
    }
    try {
      return absolute(url, folder);
    } catch (InvalidPathException e) {
      scalar.refuse("database should name a file after jdbc:h2:file:");
      return usual;
    }
  }

  private static String absolute(String url, Path folder) {
    String rest = url.substring(H2_FILE.length());
    int options = rest.indexOf(';');
    String path = options < 0 ? rest : rest.substring(0, options);
    if (path.isBlank() || path.endsWith("/")) {
      throw new InvalidPathException(path, "no file name");
    }
    // As shells and H2 understand it.
    Path file =
        path.startsWith("~/")
            ? Path.of(System.getProperty("user.home")).resolve(path.substring(2))
            : folder.resolve(path);
    return H2_FILE + file.normalize() + (options < 0 ? "" : rest.substring(options));
  }
}

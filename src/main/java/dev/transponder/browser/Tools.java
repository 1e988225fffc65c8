package dev.transponder.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The programs of this machine by which pages are run.
 *
 * @param chromium the browser
 * @param node runs the part of Playwright that is written in JavaScript
 */
record Tools(Path chromium, Path node) {
  static final String MISSING =
      "render: browser needs %s, which is not on this machine: install it (Debian: apt-get install"
          + " chromium nodejs), or say where it is in the environment variable %s";

  private static final List<String> CHROMIUM =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /** They were not found; the message says what to install. */
  static final class Missing extends Exception {
    private static final long serialVersionUID = 1L;

    Missing(String tool, String variable) {
      super(MISSING.formatted(tool, variable));
    }
  }

  /**
   * Looks for both: where {@code CHROMIUM} and {@code NODE} say, else on the PATH.
   *
   * @throws Missing if one of them is not there
   */
  static Tools find(Map<String, String> environment) throws Missing {
    return new Tools(
        find("Chromium", "CHROMIUM", CHROMIUM, environment),
        find("Node.js", "NODE", List.of("node", "nodejs"), environment));
  }

  private static Path find(
      String tool, String variable, List<String> names, Map<String, String> environment)
      throws Missing {
    String said = environment.get(variable);
    Stream<String> places =
        said != null && !said.isBlank()
            ? Stream.of(said)
            : Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> names.stream().map(name -> folder + File.separator + name));
    Optional<Path> found = places.flatMap(Tools::path).filter(Tools::isProgram).findFirst();
    return found.orElseThrow(() -> new Missing(tool, variable));
  }

  private static Stream<Path> path(String text) {
    try {
      return Stream.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }

  private static boolean isProgram(Path path) {
    return Files.isRegularFile(path) && Files.isExecutable(path);
  }
}

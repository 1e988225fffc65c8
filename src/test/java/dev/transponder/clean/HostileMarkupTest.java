package dev.transponder.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fixture is an attack ({@code NAME.html}) and exactly what is left of it ({@code
 * NAME.clean}).
 */
class HostileMarkupTest {
  private static final Path FIXTURES = Path.of("src/test/resources/clean");

  static List<Path> attacks() throws IOException {
    try (Stream<Path> files = Files.list(FIXTURES)) {
      return files.filter(p -> p.toString().endsWith(".html")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void nothingOfAnAttackIsLeft(Path attack) {
    String clean = Cleaned.html(read(attack));
    Harmless.check(clean);
    assertThat(clean)
        .isEqualTo(read(Path.of(attack.toString().replaceFirst("html$", "clean"))).strip());
    assertThat(Cleaned.html(clean)).isEqualTo(clean);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

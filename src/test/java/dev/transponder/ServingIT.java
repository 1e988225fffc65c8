package dev.transponder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code serve} says of its own settings. */
final class ServingIT {
  private static final String PAUSED =
      """
      sources:
        - {url: "http://127.0.0.1:1/", id: asleep, paused: true}
      """;

  @TempDir Path folder;

  @Test
  void anAdminAddressThatIsTakenIsNamedWithItsKey() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String admin = "127.0.0.1:" + taken.getLocalPort();
      Files.writeString(
          folder.resolve("feeds.yml"), "listen: 127.0.0.1:0\nadmin: " + admin + "\n" + PAUSED);
      Ran serve = Ran.command(folder, "serve");
      assertThat(serve.exit()).as(serve.err()).isEqualTo(2);
      assertThat(serve.err())
          .contains(admin)
          .contains("choose another address with \"admin\"")
          .doesNotContain("Exception");
    }
  }

  @Test
  void whatTakesEffectAfterARestartIsNamedWhenItChanges() throws Exception {
    Path feeds = Files.writeString(folder.resolve("feeds.yml"), PAUSED);
    String warning = "listen, admin, database and contact take effect after a restart";
    try (Running program = Running.serve(feeds)) {
      String served = Files.readString(feeds);
      Files.writeString(feeds, "title: Another\n" + served);
      program.await(() -> program.get("/atom.xml").contains("<title>Another</title>"));
      assertThat(log()).doesNotContain(warning);

      Files.writeString(feeds, "contact: mailto:you@example.org\n" + served);
      program.await(() -> log().contains(warning));
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("serve.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

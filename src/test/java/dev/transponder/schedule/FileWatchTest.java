package dev.transponder.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileWatchTest {
  @TempDir Path folder;

  @Test
  void aFileThatIsReplacedIsNoticedOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("feeds.yml"), "one");
    AtomicInteger changes = new AtomicInteger();
    FileWatch watch = new FileWatch(file, changes::incrementAndGet);
    watch.look();
    assertThat(changes).hasValue(0);
    Path draft = Files.writeString(folder.resolve("draft"), "two");
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    watch.look();
    watch.look();
    assertThat(changes).hasValue(1);
  }

  @Test
  void aFileThatStaysAwayIsNoticedOnceAndItsReturnToo() throws IOException {
    Path file = Files.writeString(folder.resolve("feeds.yml"), "one");
    AtomicInteger changes = new AtomicInteger();
    FileWatch watch = new FileWatch(file, changes::incrementAndGet);
    Files.delete(file);
    for (int look = 0; look < 20; look++) {
      watch.look();
    }
    assertThat(changes).hasValue(1);
    Files.writeString(file, "two");
    watch.look();
    assertThat(changes).hasValue(2);
  }

  @Test
  void aFileThatIsAwayForAMomentIsNoChange() throws IOException {
    Path file = Files.writeString(folder.resolve("feeds.yml"), "one");
    Path aside = folder.resolve("aside");
    AtomicInteger changes = new AtomicInteger();
    FileWatch watch = new FileWatch(file, changes::incrementAndGet);
    Files.move(file, aside);
    watch.look();
    Files.move(aside, file);
    watch.look();
    assertThat(changes).hasValue(0);
  }
}

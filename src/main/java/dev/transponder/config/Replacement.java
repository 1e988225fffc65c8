package dev.transponder.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/**
 * Replaces a file whole: whoever reads it, also after a crash, sees the old text or the new one.
 */
final class Replacement {
  private Replacement() {}

  /**
   * Writes the bytes beside the file and puts them in its place, with its owner and permissions.
   *
   * @param file no link; there or not
   * @throws IOException if the file is as it was
   */
  static void write(Path file, byte[] bytes) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    String name = "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".new";
    Path beside = file.resolveSibling(name);
    try {
      try (FileChannel channel =
          FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        if (Files.exists(file)) {
          takeOver(file, beside);
        }
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
    if (folder != null) {
      makeLasting(folder);
    }
  }

  /** Before anything is written: what others may not read is never readable to them. */
  private static void takeOver(Path file, Path beside) throws IOException {
    PosixFileAttributeView from = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    PosixFileAttributeView to = Files.getFileAttributeView(beside, PosixFileAttributeView.class);
    if (from == null || to == null) {
      return;
    }
    PosixFileAttributes old = from.readAttributes();
    PosixFileAttributes now = to.readAttributes();
    if (!now.owner().equals(old.owner())) {
      to.setOwner(old.owner());
    }
    if (!now.group().equals(old.group())) {
      to.setGroup(old.group());
    }
    to.setPermissions(old.permissions());
  }

  /** The name of a file is kept by its folder; not every system lets that be forced. */
  private static void makeLasting(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The new text is in place all the same.
    }
  }
}

package dev.transponder.store;

import dev.transponder.store.StoreException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The file of an H2 database: only its owner may read it, one store has it at a time, and what was
 * made for an opening that failed is taken away again.
 */
final class H2File {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  // H2 refuses a second process by a lock on the file, but shares it inside one process.
  private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final String base;
  private final boolean existed;
  private boolean opened;

  private H2File(Path file, String base, boolean existed) {
    this.file = file;
    this.base = base;
    this.existed = existed;
  }

  /** Where the file would be; null if it is there. */
  static @Nullable Path missing(Address.H2 address) {
    Path file = file(address);
    return Files.exists(file) ? null : file;
  }

  private static Path file(Address.H2 address) {
    return address.path().resolveSibling(address.path().getFileName() + ".mv.db");
  }

  /** That another process has the file, found out without opening it; null if none has. */
  static @Nullable StoreException taken(Address.H2 address) {
    Path file = file(address);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null ? Causes.taken(file.toString(), null) : null;
    } catch (OverlappingFileLockException e) {
      return Causes.taken(file.toString(), e);
    } catch (IOException e) {
      return null; // not there, or not to be read: opening it would say so
    }
  }

  /** Creates the folder and an empty file where there is none. */
  static H2File take(Address.H2 address) {
    Path given = address.path();
    try {
      Path folder = folder(given);
      Path base = folder.resolve(String.valueOf(given.getFileName()));
      Path file = folder.resolve(given.getFileName() + ".mv.db");
      if (!TAKEN.add(file)) {
        throw new StoreException(
            Kind.LOCKED, "The store " + file + " is open already in this program.", null);
      }
      return new H2File(file, base.toString(), !createEmpty(file));
    } catch (IOException e) {
      throw new StoreException(
          Kind.UNUSABLE,
          "The store "
              + given
              + " cannot be created ("
              + e
              + "): choose a folder that you may write to.",
          e);
    }
  }

  private static Path folder(Path given) throws IOException {
    Path folder = given.getParent();
    if (folder == null) {
      throw new IOException("no file name");
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, onlyForOwner(folder, "rwx------"));
    }
    return folder.toRealPath();
  }

  /** Creates the file with its mode at once, as H2 would create it for everybody to read. */
  private static boolean createEmpty(Path file) throws IOException {
    try {
      Files.createFile(file, onlyForOwner(file, "rw-------"));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private static FileAttribute<?>[] onlyForOwner(Path path, String mode) {
    return posix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  boolean existed() {
    return existed;
  }

  String path() {
    return file.toString();
  }

  /**
   * Without the write delay, a commit has reached the operating system when it returns: by default
   * H2 loses the last second of commits when the process is killed.
   */
  String url() {
    return plainUrl() + ";WRITE_DELAY=0;LOCK_TIMEOUT=60000;MAX_LENGTH_INPLACE_LOB=1048576";
  }

  /** For a look that changes no byte. */
  String readOnlyUrl() {
    return plainUrl() + ";ACCESS_MODE_DATA=r";
  }

  // No trace file; and the program closes the store itself, in its own order.
  private String plainUrl() {
    return "jdbc:h2:file:" + base + ";TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE";
  }

  /** The database is in use: the file stays. */
  void opened() {
    opened = true;
    try {
      if (posix(file)) {
        Files.setPosixFilePermissions(file, OWNER_ONLY);
      }
    } catch (IOException e) {
      throw new StoreException(
          Kind.UNUSABLE, "The store " + file + " is not yours: change its owner.", e);
    }
  }

  void giveBack() {
    try {
      if (!opened && !existed) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // The file is empty or half made: the next opening tries again.
    } finally {
      TAKEN.remove(file);
    }
  }
}

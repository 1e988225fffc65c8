package dev.transponder.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a file has changed, by its time, size and identity: editors replace files rather
 * than write into them, which file system events miss. Not thread safe.
 */
public final class FileWatch {
  /** Looks for which a file may be away, as it is for a moment when it is replaced. */
  private static final int PATIENCE = 5;

  private final Path file;
  private final Runnable onChange;
  private @Nullable String last;
  private int absences;

  /** Watches from now on; {@code onChange} is run by {@link #look()}. */
  public FileWatch(Path file, Runnable onChange) {
    this.file = file;
    this.onChange = onChange;
    this.last = print();
  }

  /**
   * Runs {@code onChange} if the file is another than at the last look; again if that fails; once
   * if the file stays away.
   */
  public void look() {
    String now = print();
    absences = now == null ? absences + 1 : 0;
    if (absences == PATIENCE || (now != null && !now.equals(last))) {
      onChange.run();
      last = now;
    }
  }

  /** Null while the file is away. */
  private @Nullable String print() {
    try {
      BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
      return is.lastModifiedTime() + " " + is.size() + " " + is.fileKey();
    } catch (IOException e) {
      return null;
    }
  }
}

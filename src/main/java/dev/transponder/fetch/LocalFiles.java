package dev.transponder.fetch;

import dev.transponder.model.Document;
import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Outcome.Fetched;
import dev.transponder.model.Outcome.NotModified;
import dev.transponder.model.Source;
import dev.transponder.model.Validators;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Map;

/**
 * Reads {@code file:} URLs: only for a source that is itself a file, only regular files below the
 * folder of feeds.yml, wherever links lead. Its messages are shown in public: they never say where
 * on the machine that folder is. Thread safe.
 */
final class LocalFiles {
  private final Path folder;
  private final Limits limits;

  LocalFiles(Path folder, Limits limits) {
    this.folder = folder;
    this.limits = limits;
  }

  static boolean isFile(String url) {
    return url.toLowerCase(Locale.ROOT).startsWith("file:");
  }

  Outcome fetch(Source source, String url, Validators validators) {
    if (!isFile(source.url())) {
      return refused("only a source that is a file itself may lead to files");
    }
    try {
      Path path = path(url);
      if (!Files.exists(path)) {
        return new Failed(Failure.UNUSABLE, 0, "no such file: " + name(path));
      }
      Path real = path.toRealPath();
      if (!real.startsWith(folder.toRealPath())) {
        return refused("not below the folder of feeds.yml: " + name(path));
      }
      return Files.isRegularFile(real)
          ? read(real, name(path), validators)
          : new Failed(Failure.UNUSABLE, 0, "not a file: " + name(path));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return refused("not the URL of a file");
    } catch (IOException e) {
      return new Failed(Failure.UNUSABLE, 0, "not readable: " + reason(e));
    }
  }

  /** {@code file:///absolute}, {@code file:/absolute} or {@code file:relative/to/feeds.yml}. */
  private Path path(String url) throws URISyntaxException {
    URI uri = new URI(url.replace(" ", "%20"));
    if (uri.isOpaque()) {
      return folder.resolve(uri.getSchemeSpecificPart()).normalize();
    }
    return Path.of(new URI("file", null, uri.getPath(), null));
  }

  /** The attributes are read first: a file that changes meanwhile is read again next time. */
  private Outcome read(Path path, String name, Validators known) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    Validators validators =
        new Validators(
            '"' + attributes.lastModifiedTime().toString() + '/' + attributes.size() + '"', null);
    if (validators.equals(known)) {
      return new NotModified(validators, null);
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(limits.decodedBytes() + 1);
      return bytes.length > limits.decodedBytes()
          ? new Failed(Failure.UNUSABLE, 0, Words.tooLarge(limits.decodedBytes()) + ": " + name)
          : new Fetched(new Document(path.toUri().toString(), Map.of(), bytes), validators, null);
    }
  }

  /** As seen from the folder; of a file that is elsewhere no more than its own name. */
  private String name(Path path) {
    Path base = folder.toAbsolutePath().normalize();
    Path file = path.toAbsolutePath().normalize();
    return String.valueOf(file.startsWith(base) ? base.relativize(file) : file.getFileName());
  }

  /** Without the path that these exceptions begin with. */
  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String reason = e instanceof FileSystemException failed ? failed.getReason() : null;
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  private static Failed refused(String message) {
    return new Failed(Failure.REFUSED, 0, message);
  }
}

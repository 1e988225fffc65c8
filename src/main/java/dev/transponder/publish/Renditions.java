package dev.transponder.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One output in every encoding in which we send it, compressed once and not for each request.
 *
 * @param type its media type
 * @param lastModified whole seconds; null if that cannot be told exactly enough for comparing
 */
public record Renditions(
    String type, Rendition identity, Rendition gzip, @Nullable Instant lastModified) {

  /**
   * Compresses.
   *
   * @param bytes handed over: the caller does not change them afterwards
   */
  public static Renditions of(String type, byte[] bytes, @Nullable Instant lastModified) {
    return new Renditions(
        type, new Rendition(null, bytes), new Rendition("gzip", gzip(bytes)), lastModified);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toByteArray();
  }
}

package dev.transponder.publish;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The bytes of an output in one encoding, with their strong ETag. Immutable. */
public final class Rendition {
  private final @Nullable String encoding;
  private final byte[] bytes;
  private final String etag;

  Rendition(@Nullable String encoding, byte[] bytes) {
    this.encoding = encoding;
    this.bytes = bytes;
    this.etag = '"' + hash(bytes) + '"';
  }

  /** The Content-Encoding, null for none. */
  public @Nullable String encoding() {
    return encoding;
  }

  /** With its quotes; made from the bytes, so that it is the same after a restart. */
  public String etag() {
    return etag;
  }

  /** The bytes themselves, not a copy: read, never written. */
  public byte[] bytes() {
    return bytes;
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 18));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

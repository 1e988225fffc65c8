package dev.transponder.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Names of fixed length for texts of any length, the same on every machine. They are stored and
 * published, so what is made of a text never changes.
 */
public final class Digests {
  private Digests() {}

  /** SHA-256 in lower-case hexadecimal, of the text in UTF-8. */
  public static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 in lower-case hexadecimal. */
  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(of("SHA-256").digest(bytes));
  }

  /** {@code urn:uuid:} and the UUID of version 5 (RFC 9562 section 5.5) of a name in its space. */
  public static String urn(UUID space, String name) {
    MessageDigest sha1 = of("SHA-1");
    ByteBuffer spaceBytes = ByteBuffer.allocate(16);
    spaceBytes.putLong(space.getMostSignificantBits()).putLong(space.getLeastSignificantBits());
    sha1.update(spaceBytes.array());
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
    long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
    long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return "urn:uuid:" + new UUID(high, low);
  }

  private static MessageDigest of(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}

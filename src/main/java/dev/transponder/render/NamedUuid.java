package dev.transponder.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Mints the Atom ids of feeds that have none: a URN that depends on a URL and nothing else. */
public final class NamedUuid {
  /** The name space of URLs (RFC 9562 section 6.6). */
  private static final UUID URLS = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  private NamedUuid() {}

  /** {@code urn:uuid:} and the UUID version 5 of a URL (RFC 9562 section 5.5). */
  public static String ofUrl(String url) {
    byte[] hash = sha1(url);
    ByteBuffer first = ByteBuffer.wrap(hash, 0, 16);
    long high = (first.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
    long low = (first.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return "urn:uuid:" + new UUID(high, low);
  }

  private static byte[] sha1(String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      ByteBuffer space = ByteBuffer.allocate(16);
      space.putLong(URLS.getMostSignificantBits()).putLong(URLS.getLeastSignificantBits());
      digest.update(space.array());
      return digest.digest(name.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}

package dev.transponder.story;

import dev.transponder.model.Entry;
import dev.transponder.model.Guid;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Chooses the Atom id that an entry is published with, once; the store keeps it from then on.
 *
 * <p>It is the origin's own Atom id, byte for byte, so that readers that follow both recognise it
 * (RFC 4287 section 4.2.6). Everything else gets a {@code urn:uuid} of version 5 (RFC 9562 section
 * 5.5), made from the first URL of the source and the entry key.
 */
public final class AtomIds {
  /** The name space of our minted ids; never changed. */
  private static final UUID NAMESPACE = UUID.fromString("b6a2f6b0-7f0c-5c1e-9d53-1f2f6c8f1e57");

  /** An absolute IRI: a scheme and something behind it, no white space (RFC 3987). */
  private static final Pattern ABSOLUTE_IRI =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+");

  private AtomIds() {}

  /**
   * The id of an entry that was not known before.
   *
   * @param firstUrl the URL under which the source was first known
   * @param key the entry key, from {@link EntryKeys}
   */
  public static String of(String firstUrl, String key, Entry entry) {
    Guid guid = entry.guid();
    return guid != null && isPublishable(guid, key) ? guid.text() : mint(firstUrl + "\n" + key);
  }

  private static boolean isPublishable(Guid guid, String key) {
    return guid.kind() == Guid.Kind.ATOM_ID
        && key.equals("guid " + guid.text())
        && ABSOLUTE_IRI.matcher(guid.text()).matches();
  }

  /** Equal names, equal ids. */
  static String mint(String name) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      ByteBuffer space = ByteBuffer.allocate(16);
      space.putLong(NAMESPACE.getMostSignificantBits());
      space.putLong(NAMESPACE.getLeastSignificantBits());
      sha1.update(space.array());
      ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
      long high = (hash.getLong() & 0xffffffffffff0fffL) | 0x5000L;
      long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
      return "urn:uuid:" + new UUID(high, low);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}

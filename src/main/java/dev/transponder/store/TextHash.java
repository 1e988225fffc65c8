package dev.transponder.store;

import dev.transponder.text.Digests;
import java.util.UUID;

/**
 * A text of any length as 128 bits that an index can hold: the beginning of its SHA-256, so that no
 * source can make up a text that takes another's place.
 */
final class TextHash {
  private TextHash() {}

  static UUID of(String text) {
    String hash = Digests.sha256(StorableText.of(text));
    return new UUID(
        Long.parseUnsignedLong(hash, 0, 16, 16), Long.parseUnsignedLong(hash, 16, 32, 16));
  }
}

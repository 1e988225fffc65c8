package dev.transponder.render;

import dev.transponder.text.Digests;
import java.util.UUID;

/** Mints the Atom ids of feeds that have none: a URN that depends on a URL and nothing else. */
public final class NamedUuid {
  /** The name space of URLs (RFC 9562 section 6.6). */
  private static final UUID URLS = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  private NamedUuid() {}

  /** {@code urn:uuid:} and the UUID version 5 of a URL (RFC 9562 section 5.5). */
  public static String ofUrl(String url) {
    return Digests.urn(URLS, url);
  }
}

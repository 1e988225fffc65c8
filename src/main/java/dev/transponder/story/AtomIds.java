package dev.transponder.story;

import dev.transponder.model.Entry;
import dev.transponder.model.Guid;
import dev.transponder.text.Digests;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Chooses the Atom id that an entry is published with, once; the store keeps it from then on.
 *
 * <p>It is the origin's own Atom id, byte for byte, so that readers that follow both recognise it
 * (RFC 4287 section 4.2.6). Everything else gets a {@code urn:uuid} of version 5 (RFC 9562 section
 * 5.5), made from the first URL of the source and the entry key. That holds as well for an Atom id
 * that names the site of somebody else: who passes on the entries of others, or imitates them, must
 * not have their ids, not even if it is read before them. An id that names no site ({@code
 * urn:uuid:}) tells nothing of its origin: the store gives it to the first who brings it.
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
   * @param site of its source
   * @param others hosts ({@link Site#host}) that other sources come from
   */
  public static String of(String firstUrl, String key, Entry entry, Site site, Set<String> others) {
    Guid guid = entry.guid();
    return guid != null && isPublishable(guid, key) && isItsOwn(guid.text(), site, others)
        ? guid.text()
        : minted(firstUrl, key);
  }

  /** The id of an entry whose document gives it none that can be published. */
  public static String minted(String firstUrl, String key) {
    return mint(firstUrl + "\n" + key);
  }

  private static boolean isPublishable(Guid guid, String key) {
    return guid.kind() == Guid.Kind.ATOM_ID
        && key.equals("guid " + guid.text())
        && ABSOLUTE_IRI.matcher(guid.text()).matches();
  }

  private static boolean isItsOwn(String id, Site site, Set<String> others) {
    return switch (site.claim(id)) {
      case SURE -> true;
      case CLAIMED, UNKNOWN -> {
        String host = Site.host(id);
        yield host == null || !others.contains(host);
      }
      case FOREIGN -> false;
    };
  }

  /** Equal names, equal ids. */
  static String mint(String name) {
    return Digests.urn(NAMESPACE, name);
  }
}

package dev.transponder.store;

import dev.transponder.model.Plan;
import dev.transponder.text.XmlChars;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Sees to it that no two entries have one Atom id, whatever their sources claim: the first keeps
 * it, also when it has long left its feed or was purged. Any other gets a {@code urn:uuid} of
 * version 3 (RFC 9562 section 5.3) made from its source id and entry key. Needs {@link
 * Publication#lock}.
 */
final class AtomIds {
  private final Handle handle;
  private final String sourceId;

  AtomIds(Handle handle, String sourceId) {
    this.handle = handle;
    this.sourceId = sourceId;
  }

  /** What an index holds of an id: of the characters that can be published, so that none hides. */
  static UUID hash(String atomId) {
    return TextHash.of(XmlChars.clean(atomId));
  }

  /** The ids to store, in the order of the inserts. */
  List<String> of(List<Plan.Insert> inserts) {
    Set<UUID> taken = taken(inserts.stream().map(insert -> hash(insert.atomId())).toList());
    List<String> ids = new ArrayList<>();
    for (Plan.Insert insert : inserts) {
      String id = insert.atomId();
      // A replacement can be foreseen and claimed, too: then the next one is tried.
      for (int attempt = 0; !taken.add(hash(id)); attempt++) {
        id = replacement(insert.key(), attempt);
        taken.addAll(taken(List.of(hash(id))));
      }
      ids.add(id);
    }
    return ids;
  }

  private String replacement(String key, int attempt) {
    String name = sourceId + "\n" + StorableText.of(key) + "\n" + attempt;
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private Set<UUID> taken(Collection<UUID> hashes) {
    Set<UUID> taken = new HashSet<>();
    for (List<UUID> batch : Batches.of(hashes)) {
      handle
          .createQuery(
              """
              select atom_id_hash from entry where atom_id_hash = any(:ids)
              union all
              select atom_id_hash from tombstone where atom_id_hash = any(:ids)
              """)
          .bindArray("ids", UUID.class, batch)
          .map((row, context) -> row.getObject(1, UUID.class))
          .forEach(taken::add);
    }
    return taken;
  }
}

package dev.transponder.story;

import dev.transponder.model.KnownEntry;
import dev.transponder.story.ContentHash.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a document are known, by whatever names they come. Pure.
 *
 * <p>The rules, in order:
 *
 * <ol>
 *   <li>An entry whose key is known is that entry, unless everything else says that it is another
 *       one ({@link Names#contradicts}), or another known one has its link and its text; then its
 *       next key is looked at in the same way.
 *   <li>An entry with an unknown key that says all that a known one says is that one.
 *   <li>Else it is the known entry that has one of its further keys or aliases, if in the document
 *       and among all entries of the source nobody else has that, and title or text agrees ({@link
 *       Names#agreesWith}), and no other entry of the document is that one.
 *   <li>Else it is new. Nothing that is known is ever given up for it.
 * </ol>
 */
public final class Recognition {
  /** More entries of a source than that with one alias, and one more need not be remembered. */
  private static final int ENOUGH = 4;

  private final List<Names> names;
  private final Map<String, List<KnownEntry>> known;
  private final Function<String, @Nullable String> canonical;
  private final Map<Integer, KnownEntry> found = new LinkedHashMap<>();
  private final Map<Integer, String> keys = new HashMap<>();
  private final Set<Integer> repeats = new HashSet<>();

  /**
   * Recognises the entries of one document.
   *
   * @param names of entries with different keys, in the order of the document
   * @param known by every name, those that have it
   * @param canonical gives the canonical form of a link
   */
  public Recognition(
      List<Names> names,
      Map<String, List<KnownEntry>> known,
      Function<String, @Nullable String> canonical) {
    this.names = List.copyOf(names);
    this.known = known;
    this.canonical = canonical;
    byKey();
    byAlias();
  }

  /** The known entry that this one is, null if it is new; by its place in the document. */
  public @Nullable KnownEntry known(int index) {
    return found.get(index);
  }

  /** Whether the document says here once more, under another key, what it says of a known entry. */
  public boolean isRepeat(int index) {
    return repeats.contains(index);
  }

  /** The key of a new entry: the first of its keys that is nobody else's. */
  public String key(int index) {
    return keys.getOrDefault(index, names.get(index).key());
  }

  /**
   * Names by which a known entry has not been known before; more of a new one than its key. Where
   * the values in its link change each time, they are not remembered each time.
   */
  public List<String> learned(int index) {
    Names own = names.get(index);
    KnownEntry entry = found.get(index);
    Set<String> learned = new LinkedHashSet<>();
    if (entry != null && holders(own.key()).isEmpty()) {
      learned.add(own.key());
    }
    for (String alias : own.aliases()) {
      if (!has(entry, alias) && holders(alias).size() < ENOUGH) {
        learned.add(alias);
      }
    }
    if (own.aliases().stream().anyMatch(alias -> Aliases.isLike(alias) && has(entry, alias))) {
      learned.removeIf(Aliases::isValued);
    }
    return List.copyOf(learned);
  }

  private boolean has(@Nullable KnownEntry entry, String name) {
    return entry != null && holders(name).stream().anyMatch(h -> h.number() == entry.number());
  }

  private void byKey() {
    Set<Long> taken = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      KnownEntry entry = byKey(i, taken);
      if (entry != null && taken.add(entry.number())) {
        found.put(i, entry);
      } else if (entry != null) {
        repeats.add(i);
      }
    }
  }

  private @Nullable KnownEntry byKey(int index, Set<Long> taken) {
    Names own = names.get(index);
    for (String key : own.keys()) {
      List<KnownEntry> holders = holders(key);
      if (holders.isEmpty()) {
        keys.put(index, key);
        List<KnownEntry> same = holders(own.keys().getLast());
        return same.isEmpty() || taken.contains(same.getFirst().number()) ? null : same.getFirst();
      }
      KnownEntry entry = holders.getFirst();
      boolean free = !taken.contains(entry.number()) || texts(own, entry) == Texts.EQUAL;
      if (free && !own.contradicts(entry, link(entry)) && !isAnother(own, entry)) {
        return entry;
      }
    }
    return null;
  }

  /** Whether the link and the text are those of another known entry, and not of this one. */
  private boolean isAnother(Names own, KnownEntry entry) {
    if (own.samePath(link(entry)) || texts(own, entry) != Texts.DIFFERENT) {
      return false;
    }
    return own.aliases().stream()
        .map(this::holders)
        .anyMatch(
            holders ->
                holders.size() == 1
                    && holders.getFirst().number() != entry.number()
                    && texts(own, holders.getFirst()) == Texts.EQUAL);
  }

  private void byAlias() {
    Set<Long> taken = new HashSet<>();
    found.values().forEach(entry -> taken.add(entry.number()));
    Map<Long, List<Integer>> claims = new LinkedHashMap<>();
    Map<Integer, KnownEntry> candidates = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      KnownEntry entry = found.containsKey(i) ? null : byAlias(names.get(i));
      if (entry != null && !taken.contains(entry.number())) {
        candidates.put(i, entry);
        claims.computeIfAbsent(entry.number(), _ -> new ArrayList<>()).add(i);
      }
    }
    claims.forEach(
        (number, claimants) -> {
          Integer index = only(claimants, i -> candidates.get(i));
          KnownEntry entry = index == null ? null : candidates.get(index);
          if (index != null && entry != null) {
            found.put(index, entry);
          }
        });
  }

  /** The claimant; of several, the only one with the same text. */
  private @Nullable Integer only(
      List<Integer> claimants, Function<Integer, @Nullable KnownEntry> entry) {
    List<Integer> best = claimants;
    if (best.size() > 1) {
      best =
          claimants.stream()
              .filter(
                  i -> {
                    KnownEntry claimed = entry.apply(i);
                    return claimed != null && texts(names.get(i), claimed) == Texts.EQUAL;
                  })
              .toList();
    }
    return best.size() == 1 ? best.getFirst() : null;
  }

  private @Nullable KnownEntry byAlias(Names own) {
    Map<Long, KnownEntry> agreeing = new LinkedHashMap<>();
    for (String alias : own.further()) {
      List<KnownEntry> holders = holders(alias);
      if (holders.size() > 1) {
        // Of entries with one path on several hosts, the one on this host.
        holders =
            holders.stream().filter(h -> own.link() != null && own.link().equals(link(h))).toList();
      }
      if (holders.size() == 1 && own.agreesWith(alias, holders.getFirst())) {
        agreeing.put(holders.getFirst().number(), holders.getFirst());
      }
    }
    List<KnownEntry> best = List.copyOf(agreeing.values());
    if (best.size() > 1) {
      best = best.stream().filter(entry -> texts(own, entry) == Texts.EQUAL).toList();
    }
    return best.size() == 1 ? best.getFirst() : null;
  }

  private List<KnownEntry> holders(String name) {
    return known.getOrDefault(name, List.of());
  }

  private @Nullable String link(KnownEntry entry) {
    return entry.link() == null ? null : canonical.apply(entry.link());
  }

  private static Texts texts(Names own, KnownEntry entry) {
    return ContentHash.texts(own.hash(), entry.hash());
  }
}

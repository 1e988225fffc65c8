package dev.transponder.refresh;

import dev.transponder.clean.CanonicalLink;
import dev.transponder.model.KnownEntry;
import dev.transponder.model.Plan;
import dev.transponder.story.Recognition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a document, and which of them are known. Pure.
 *
 * @param arrivals in the order of the document
 * @param known by key of the arrival; purged ones too
 * @param learned by key of the arrival, names by which the entry was not known before
 * @param familiar titles of new entries that known ones have, as they are compared; looked up only
 *     if so many are new that it matters
 */
record Identified(
    List<Arrival> arrivals,
    Map<String, KnownEntry> known,
    Map<String, List<String>> learned,
    Set<String> familiar) {
  /** No document was read. */
  static final Identified NOTHING = new Identified(List.of(), Map.of(), Map.of(), Set.of());

  Identified {
    arrivals = List.copyOf(arrivals);
    known = Map.copyOf(known);
    learned = Map.copyOf(learned);
    familiar = Set.copyOf(familiar);
  }

  /**
   * Recognises what has come.
   *
   * @param known by every name, those entries of the source that have it
   * @param firstUrl the URL under which the source was first known
   */
  static Identified of(
      List<Arrival> arrivals, Map<String, List<KnownEntry>> known, String firstUrl) {
    Recognition recognition =
        new Recognition(arrivals.stream().map(Arrival::names).toList(), known, CanonicalLink::of);
    List<Arrival> own = new ArrayList<>(arrivals.size());
    Map<String, KnownEntry> recognised = new HashMap<>();
    Map<String, List<String>> learned = new HashMap<>();
    for (int i = 0; i < arrivals.size(); i++) {
      if (!recognition.isRepeat(i)) {
        String key = recognition.key(i);
        Arrival arrival = arrivals.get(i);
        own.add(key.equals(arrival.key()) ? arrival : arrival.withKey(key, firstUrl));
        KnownEntry entry = recognition.known(i);
        if (entry != null) {
          recognised.put(key, entry);
        }
        learned.put(key, recognition.learned(i));
      }
    }
    return new Identified(own, recognised, learned, Set.of());
  }

  /** The same, with the familiar titles. */
  Identified with(Set<String> titles) {
    return new Identified(arrivals, known, learned, titles);
  }

  /** Those that are not known. */
  List<Arrival> news() {
    return arrivals.stream().filter(arrival -> known(arrival) == null).toList();
  }

  /** The entry that has arrived, null if it is new. */
  @Nullable KnownEntry known(Arrival arrival) {
    return known.get(arrival.key());
  }

  /** Names by which it was not known before. */
  List<String> learned(Arrival arrival) {
    return learned.getOrDefault(arrival.key(), List.of());
  }

  /**
   * What the document says of the known entries besides their content.
   *
   * @param complete whether it holds all that it lists
   */
  Plan.Roll roll(boolean complete) {
    List<Long> present = new ArrayList<>();
    List<Plan.Alias> aliases = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      KnownEntry entry = known(arrival);
      if (entry != null) {
        present.add(entry.number());
        learned(arrival).forEach(name -> aliases.add(new Plan.Alias(entry.number(), name)));
      }
    }
    return new Plan.Roll(present, complete, aliases);
  }
}

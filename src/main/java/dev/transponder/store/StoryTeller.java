package dev.transponder.store;

import dev.transponder.model.Fingerprint;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the entries of one source that were read, and how entries are compared: the
 * store asks inside its transaction, so that two sources that bring one story at one moment find
 * each other. Pure; answered by the flow, as the store knows nothing of texts.
 */
public interface StoryTeller {
  /** Knows no texts: entries that share a link tell one story. */
  StoryTeller LINKS = new SharedLinks();

  /** What the new entries tell, by their keys. */
  Map<String, Fingerprint> inserts();

  /** What entries that were stored before tell now, by their numbers. */
  Map<Long, Fingerprint> known();

  /** What the source says in many of its entries; null if that was not looked at. */
  byte @Nullable [] repeats();

  /**
   * Compares two entries of different sources.
   *
   * @param repeatsOfOne what the source of the first says again and again, null if unknown
   * @return null if they tell different stories
   */
  @Nullable Match compare(
      byte[] one, byte @Nullable [] repeatsOfOne, byte[] other, byte @Nullable [] repeatsOfOther);

  /** The stories that entries tell, all of which are connected by ties; each is in one of them. */
  List<? extends Collection<Long>> stories(List<Member> members, List<Tie> ties);

  /**
   * That two entries tell the same.
   *
   * @param likeness of their texts, from 0 to 1
   * @param strong whether it joins two stories by itself
   */
  record Match(double likeness, boolean strong) {}

  /** An entry by its number. */
  record Member(long number, String sourceId) {}

  /** Two entries that tell the same; no match: they share a link. */
  record Tie(long one, long other, @Nullable Match match) {}
}

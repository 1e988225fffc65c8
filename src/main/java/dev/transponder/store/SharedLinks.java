package dev.transponder.store;

import dev.transponder.model.Fingerprint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stories of entries of which nothing but the links is known. */
final class SharedLinks implements StoryTeller {
  @Override
  public Map<String, Fingerprint> inserts() {
    return Map.of();
  }

  @Override
  public Map<Long, Fingerprint> known() {
    return Map.of();
  }

  @Override
  public byte @Nullable [] repeats() {
    return null;
  }

  @Override
  public @Nullable Match compare(
      byte[] one, byte @Nullable [] repeatsOfOne, byte[] other, byte @Nullable [] repeatsOfOther) {
    return null;
  }

  @Override
  public List<List<Long>> stories(List<Member> members, List<Tie> ties) {
    List<Tie> links = ties.stream().filter(tie -> tie.match() == null).toList();
    return Connected.of(members.stream().map(Member::number).toList(), links).stream()
        .map(Connected::numbers)
        .toList();
  }
}

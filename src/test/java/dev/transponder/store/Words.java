package dev.transponder.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.transponder.model.Fingerprint;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds texts alike that share at least half of their words; what ties connect is one story. */
record Words(Map<String, Fingerprint> inserts) implements StoryTeller {

  /** What new entries tell, by their keys. */
  static Words of(Map<String, String> texts) {
    Map<String, Fingerprint> prints = new HashMap<>();
    texts.forEach(
        (key, text) -> {
          List<Long> marks = words(text).stream().map(word -> (long) word.hashCode()).toList();
          prints.put(key, new Fingerprint(text.getBytes(UTF_8), marks, marks));
        });
    return new Words(prints);
  }

  private static Set<String> words(String text) {
    return new TreeSet<>(List.of(text.split(" ")));
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
    Set<String> words = words(new String(one, UTF_8));
    Set<String> all = words(new String(other, UTF_8));
    double shared = words.stream().filter(all::contains).count();
    all.addAll(words);
    double likeness = shared / all.size();
    return likeness < .5 ? null : new Match(likeness, true);
  }

  @Override
  public List<? extends Collection<Long>> stories(List<Member> members, List<Tie> ties) {
    return List.of(members.stream().map(Member::number).toList());
  }
}

package dev.transponder.refresh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Entry;
import dev.transponder.model.Fingerprint;
import dev.transponder.model.Plan;
import dev.transponder.model.Source;
import dev.transponder.model.StoredEntry;
import dev.transponder.model.Verdicts;
import dev.transponder.store.Store;
import dev.transponder.store.StoryTeller;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Entries that are weakly alike in a chain: whichever comes first, the store makes one set of
 * stories of them.
 */
final class StoryOrderIT {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** Of which pair which likeness is known; the names are in their order. */
  private static final Map<String, Double> ALIKE = Map.of("ab", 0.90, "ax", 0.62, "xy", 0.60);

  @TempDir private Path folder;

  @Test
  void theOrderOfArrivalDoesNotChangeTheStories() {
    Set<Set<Set<String>>> outcomes = new HashSet<>();
    List<List<String>> orders = new ArrayList<>();
    permute(List.of("a", "b", "x", "y"), List.of(), orders);
    assertThat(orders).hasSize(24);
    for (List<String> order : orders) {
      outcomes.add(stories(order));
    }
    assertThat(outcomes).containsExactly(Set.of(Set.of("a", "b"), Set.of("x", "y")));
  }

  private Set<Set<String>> stories(List<String> order) {
    try (Store store = Store.open("jdbc:h2:file:" + folder.resolve(String.join("", order)))) {
      List<Source> sources =
          order.stream().map(name -> Source.of(name, "https://" + name + ".example/")).toList();
      store.sync(sources, NOW);
      for (String name : order) {
        store.claimNow("node", name, NOW, Duration.ofHours(1));
        Plan.Insert insert =
            new Plan.Insert(
                name,
                "urn:" + name,
                name,
                NOW,
                NOW,
                NOW,
                "hash",
                Entry.builder().title(name).build());
        Plan plan = new Plan(store.state(name), null, List.of(insert), List.of());
        store.apply("node", plan, Verdicts.NONE, new Told(name));
      }
      return LongStream.rangeClosed(1, order.size())
          .mapToObj(store::entry)
          .collect(
              Collectors.groupingBy(
                  StoredEntry::story, Collectors.mapping(StoredEntry::key, Collectors.toSet())))
          .values()
          .stream()
          .collect(Collectors.toSet());
    }
  }

  private static void permute(List<String> left, List<String> done, List<List<String>> orders) {
    if (left.isEmpty()) {
      orders.add(done);
    }
    for (String next : left) {
      List<String> rest = new ArrayList<>(left);
      rest.remove(next);
      List<String> longer = new ArrayList<>(done);
      longer.add(next);
      permute(rest, longer, orders);
    }
  }

  /** One entry, whose telling is its name; likenesses are as in the table, stories as ever. */
  private record Told(String name) implements StoryTeller {
    @Override
    public Map<String, Fingerprint> inserts() {
      return Map.of(name, new Fingerprint(name.getBytes(UTF_8), List.of(1L), List.of(1L)));
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
        byte[] one,
        byte @Nullable [] repeatsOfOne,
        byte[] other,
        byte @Nullable [] repeatsOfOther) {
      Set<String> names = new TreeSet<>(List.of(new String(one, UTF_8), new String(other, UTF_8)));
      Double likeness = ALIKE.get(String.join("", names));
      return likeness == null ? null : new Match(likeness, false);
    }

    @Override
    public List<? extends Collection<Long>> stories(List<Member> members, List<Tie> ties) {
      return NearStories.UNREAD.stories(members, ties);
    }
  }
}

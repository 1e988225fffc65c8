package dev.transponder.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.story.Clusters.Edge;
import dev.transponder.story.Clusters.Member;
import dev.transponder.story.Clusters.Tie;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ClustersTest {
  /** Each entry of a source of its own. */
  private static List<Member> members(int count) {
    return LongStream.rangeClosed(1, count).mapToObj(i -> new Member(i, 100 + i)).toList();
  }

  private static Edge edge(long one, long other, Tie tie) {
    return new Edge(one, other, tie == Tie.WEAK ? 0.85 : 1, tie);
  }

  @Test
  void anEntryThatIsLikeNoneIsAStory() {
    assertThat(Clusters.of(members(2), List.of())).hasSize(2);
    assertThat(Clusters.of(members(1), List.of(edge(1, 9, Tie.EXACT), edge(1, 1, Tie.WEAK))))
        .hasSize(1);
  }

  @Test
  void oneWeakPairJoinsTwoEntriesButNotTwoStories() {
    Edge weak = edge(2, 3, Tie.WEAK);
    assertThat(Clusters.of(members(3), List.of(weak))).hasSize(2);
    List<Edge> edges = List.of(edge(1, 2, Tie.STRONG), edge(3, 4, Tie.EXACT), weak);
    assertThat(Clusters.of(members(4), edges)).hasSize(2);
  }

  @Test
  void weakPairsThatAgreeJoinTwoStories() {
    List<Edge> edges = new ArrayList<>(List.of(edge(1, 2, Tie.STRONG), edge(3, 4, Tie.STRONG)));
    edges.add(edge(1, 3, Tie.WEAK));
    edges.add(edge(1, 4, Tie.WEAK));
    edges.add(edge(2, 3, Tie.WEAK));
    assertThat(Clusters.of(members(4), edges)).hasSize(1);
  }

  @Test
  void strongPairsAndLinksJoinAlways() {
    List<Edge> edges =
        List.of(edge(1, 2, Tie.STRONG), edge(2, 3, Tie.EXACT), edge(3, 4, Tie.STRONG));
    assertThat(Clusters.of(members(4), edges)).hasSize(1);
  }

  @Test
  void aWeakPairNeverBringsTwoEntriesOfOneSourceTogether() {
    List<Member> members = List.of(new Member(1, 7), new Member(2, 8), new Member(3, 7));
    List<Edge> edges = List.of(edge(1, 2, Tie.WEAK), new Edge(2, 3, 0.95, Tie.WEAK));
    assertThat(Clusters.of(members, edges)).containsExactly(set(1), set(2, 3));
  }

  @Test
  void theOrderOfArrivalDoesNotMatter() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      List<Member> members = new ArrayList<>();
      List<Edge> edges = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        members.add(new Member(i, random.nextInt(12)));
        Tie tie = random.nextInt(10) > 0 ? Tie.WEAK : random.nextBoolean() ? Tie.STRONG : Tie.EXACT;
        double likeness = 0.8 + random.nextInt(20) / 100.0;
        edges.add(new Edge(random.nextInt(30), random.nextInt(30), likeness, tie));
      }
      List<NavigableSet<Long>> stories = Clusters.of(members, edges);
      Collections.shuffle(members, random);
      Collections.shuffle(edges, random);
      assertThat(Clusters.of(members, edges)).isEqualTo(stories);
      assertThat(stories.stream().mapToInt(Set::size).sum()).isEqualTo(30);
    }
  }

  private static NavigableSet<Long> set(long... entries) {
    return new TreeSet<>(LongStream.of(entries).boxed().toList());
  }
}

package dev.transponder.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the stories among some entries of which it is known which pairs tell the same.
 *
 * <p>Entries that share a link, or whose likeness is strong, are one story in any case. Weak
 * likenesses have to agree: two groups become one only if the likenesses between them, a missing
 * one counting zero, are at least {@value #AGREED} on average. So a single weak pair joins two
 * single entries, but not two stories of three, where one mistake would make one story of six. The
 * likest groups are joined first, which makes the result independent of the order in which entries
 * and pairs are given.
 *
 * <p>A weak likeness never brings two entries of one source into one story: a source that tells two
 * things in nearly the same words (a serial, a daily report) does so in all its entries.
 *
 * <p>Pure; takes the third power of the number of entries, of which there may be some hundred.
 */
public final class Clusters {
  private static final double AGREED = 0.5;

  /** How sure a pair is. */
  public enum Tie {
    /** One canonical link. */
    EXACT,
    /** A {@link Likeness} that is strong. */
    STRONG,
    /** A likeness that is not. */
    WEAK
  }

  /** An entry, by any number that names it. */
  public record Member(long entry, long source) {}

  /** Two entries that tell the same; {@code likeness} is 1 if they share a link. */
  public record Edge(long one, long other, double likeness, Tie tie) {}

  /** A story in the making, and the sources that tell it. */
  private record Group(NavigableSet<Long> entries, Set<Long> sources) {
    void take(Group other) {
      entries.addAll(other.entries);
      sources.addAll(other.sources);
    }
  }

  private final List<Group> groups = new ArrayList<>();
  private final Map<Long, Map<Long, Double>> weak = new HashMap<>();

  private Clusters(Collection<Member> members) {
    members.stream()
        .sorted(Comparator.comparingLong(Member::entry))
        .map(m -> new Group(new TreeSet<>(Set.of(m.entry())), new HashSet<>(Set.of(m.source()))))
        .forEach(groups::add);
  }

  /**
   * The stories: each entry is in one of them, alone if it is like no other. In the order of their
   * smallest entries. Edges to entries that are no members are left out.
   *
   * @param members each entry once
   */
  public static List<NavigableSet<Long>> of(Collection<Member> members, Collection<Edge> edges) {
    Clusters clusters = new Clusters(members);
    edges.forEach(clusters::take);
    while (clusters.joinLikest()) {
      // until no two groups agree
    }
    return clusters.groups.stream()
        .map(group -> Collections.unmodifiableNavigableSet(group.entries))
        .toList();
  }

  private void take(Edge edge) {
    if (edge.tie() == Tie.WEAK) {
      note(edge.one(), edge.other(), edge.likeness());
      note(edge.other(), edge.one(), edge.likeness());
    } else {
      int one = groupOf(edge.one());
      int other = groupOf(edge.other());
      if (one >= 0 && other >= 0 && one != other) {
        join(one, other);
      }
    }
  }

  private void note(long from, long to, double likeness) {
    weak.computeIfAbsent(from, _ -> new HashMap<>()).merge(to, likeness, Math::max);
  }

  private int groupOf(long entry) {
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).entries.contains(entry)) {
        return i;
      }
    }
    return -1;
  }

  /** The groups stay in the order of their smallest entries. */
  private void join(int one, int other) {
    groups.get(Math.min(one, other)).take(groups.remove(Math.max(one, other)));
  }

  private boolean joinLikest() {
    double best = 0;
    int one = -1;
    int other = -1;
    for (int i = 0; i < groups.size(); i++) {
      for (int j = i + 1; j < groups.size(); j++) {
        double likeness = average(groups.get(i), groups.get(j));
        if (likeness >= AGREED && likeness > best) {
          best = likeness;
          one = i;
          other = j;
        }
      }
    }
    if (one < 0) {
      return false;
    }
    join(one, other);
    return true;
  }

  private double average(Group one, Group other) {
    double sum = 0;
    for (Long a : one.entries) {
      Map<Long, Double> likenesses = weak.getOrDefault(a, Map.of());
      for (Long b : other.entries) {
        sum += likenesses.getOrDefault(b, 0.0);
      }
    }
    return sum == 0 || !Collections.disjoint(one.sources, other.sources)
        ? 0
        : sum / ((double) one.entries.size() * other.entries.size());
  }
}

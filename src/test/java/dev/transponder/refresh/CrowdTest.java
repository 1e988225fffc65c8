package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.store.Due;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CrowdTest {
  @Test
  void aHostGetsNoMoreSourcesThanItBearsRequests() {
    List<Due> due = List.of(fresh("1", "slow"), fresh("2", "slow"), fresh("3", "other"));
    assertThat(Crowd.choose(due, Map.of(), 9, _ -> 1)).containsExactly("1", "3");
    assertThat(Crowd.choose(due, Map.of("slow", 1), 9, _ -> 1)).containsExactly("3");
    assertThat(Crowd.choose(due, Map.of("slow", 1), 9, _ -> 2)).containsExactly("1", "3");
  }

  @Test
  void filesHaveNoHost() {
    List<Due> due = List.of(fresh("1", ""), fresh("2", ""));
    assertThat(Crowd.choose(due, Map.of("", 7), 9, _ -> 1)).containsExactly("1", "2");
  }

  @Test
  void noMoreThanThereArePlaces() {
    List<Due> due = List.of(fresh("1", "a"), fresh("2", "b"), fresh("3", "c"));
    assertThat(Crowd.choose(due, Map.of(), 2, _ -> 1)).containsExactly("1", "2");
  }

  @Test
  void aCrowdOfOverdueSourcesIsThinnedOut() {
    List<Due> few = IntStream.range(0, 40).mapToObj(i -> known(i)).toList();
    assertThat(Crowd.choose(few, Map.of(), 99, _ -> 1)).containsExactly("0");
    List<Due> many = IntStream.range(0, 2_000).mapToObj(i -> known(i)).toList();
    assertThat(Crowd.choose(many, Map.of(), 99, _ -> 1)).hasSize(17);
  }

  @Test
  void newSourcesDoNotWaitForTheCrowd() {
    List<Due> due = List.of(known(1), known(2), fresh("new", "new.example"));
    assertThat(Crowd.choose(due, Map.of(), 99, _ -> 1)).containsExactly("1", "new");
  }

  private static Due known(int id) {
    return new Due(String.valueOf(id), "host" + id, false);
  }

  private static Due fresh(String id, String host) {
    return new Due(id, host, true);
  }
}

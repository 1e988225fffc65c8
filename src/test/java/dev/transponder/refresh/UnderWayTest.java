package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class UnderWayTest {
  private static final RefreshResult RESULT =
      new RefreshResult("one", true, 3, 0, "3 new", Instant.EPOCH, "");

  private final UnderWay underWay = new UnderWay();

  @Test
  void whatWasClaimedIsJoinedAndNotClaimedAgain() throws Exception {
    assertThat(underWay.begin(_ -> List.of("one"))).containsExactly("one");
    Future<Optional<RefreshResult>> first = join();
    Future<Optional<RefreshResult>> second = join();
    assertThat(first.isDone()).isFalse();
    underWay.end("one", Optional.of(RESULT));
    assertThat(first.get()).contains(RESULT);
    assertThat(second.get()).contains(RESULT);
  }

  @Test
  void whatRunsIsToldToTheClaimerAndNeverBegunTwice() throws Exception {
    underWay.begin(_ -> List.of("one"));
    Future<Optional<RefreshResult>> waiting = join();
    assertThat(
            underWay.begin(
                running -> {
                  assertThat(running).containsExactly("one");
                  return List.of("one", "two");
                }))
        .containsExactly("two");
    underWay.end("one", Optional.of(RESULT));
    assertThat(waiting.get()).contains(RESULT);
  }

  @Test
  void whatHasEndedBeginsAgain() {
    for (int i = 0; i < 2; i++) {
      assertThat(underWay.begin("one", () -> true)).isInstanceOf(UnderWay.Begun.class);
      underWay.end("one", Optional.empty());
    }
  }

  @Test
  void withoutTheClaimNothingBegins() {
    for (int i = 0; i < 2; i++) {
      assertThat(underWay.begin("one", () -> false)).isInstanceOf(UnderWay.Elsewhere.class);
    }
  }

  private Future<Optional<RefreshResult>> join() {
    UnderWay.Attempt attempt =
        underWay.begin(
            "one",
            () -> {
              throw new AssertionError("claimed twice");
            });
    assertThat(attempt).isInstanceOf(UnderWay.Running.class);
    return ((UnderWay.Running) attempt).result();
  }
}

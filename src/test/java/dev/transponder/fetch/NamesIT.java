package dev.transponder.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class NamesIT {
  @Test
  void aHostThatDoesNotExistIsNamed() throws Exception {
    try (Bench bench = new Bench()) {
      bench.names.put("gone.test", "Name or service not known");
      assertThat(bench.fetch("http://gone.test/"))
          .isEqualTo(new Failed(Failure.UNKNOWN_HOST, 0, "no such host: gone.test"));
    }
  }

  @Test
  void aNameServiceThatFailsIsNotAHostThatDoesNotExist() throws Exception {
    try (Bench bench = new Bench()) {
      bench.names.put("some.test", "Temporary failure in name resolution");
      assertThat(bench.fetch("http://some.test/"))
          .isEqualTo(
              new Failed(Failure.CONNECTION, 0, "the name service says nothing about some.test"));
    }
  }

  @Test
  void aFailureThatTheRuntimeRemembersWithoutItsReasonSaysNothingOfTheHost() throws Exception {
    AtomicBoolean asked = new AtomicBoolean();
    try (Bench bench =
        new Bench(
            Bench.QUICK,
            builder ->
                builder.dns(
                    host -> {
                      boolean again = asked.getAndSet(true);
                      throw new UnknownHostException(
                          again ? host : host + ": Temporary failure in name resolution");
                    }))) {
      Outcome first = bench.fetch("http://some.test/");
      assertThat(first)
          .isEqualTo(
              new Failed(Failure.CONNECTION, 0, "the name service says nothing about some.test"));
      assertThat(bench.fetch("http://some.test/")).isEqualTo(first);
    }
  }

  @Test
  @Timeout(20)
  void aNameServiceThatNeverAnswersIsLeftWaiting() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (Bench bench =
        new Bench(
            BadOriginsIT.HASTY,
            builder ->
                builder.dns(
                    _ -> {
                      try {
                        never.await();
                      } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                      }
                      throw new UnknownHostException("late");
                    }))) {
      assertThat(bench.fetch("http://slow.test/"))
          .isInstanceOfSatisfying(
              Failed.class,
              failed -> assertThat(failed.failure()).isIn(Failure.CONNECTION, Failure.TIMEOUT));
    }
  }
}

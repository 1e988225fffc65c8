package dev.transponder.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Budget;
import dev.transponder.model.Document;
import dev.transponder.model.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaultsTest {
  private static final Document FEED =
      new Document(
          "https://x.test/",
          Map.of(),
          "<rss><channel><item><title>One</title></item><item><title>Two</title></item><item><title>Three</title></item></channel></rss>"
              .getBytes(StandardCharsets.UTF_8));

  /** What fails is played by the budget, which is asked before each step. */
  @Test
  void aFaultAtAnEntryCostsThatEntryAndOneElsewhereTheDocument() {
    List<List<@Nullable String>> titles = new ArrayList<>();
    boolean happened = true;
    for (int step = 0; happened; step++) {
      Fault fault = new Fault(step);
      Reading reading = new FeedReader().read(FEED, fault);
      happened = fault.happened();
      if (reading instanceof Reading.Parsed parsed) {
        assertThat(parsed.damaged()).isEqualTo(happened);
        titles.add(titles(parsed));
      } else {
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
      }
    }
    assertThat(titles)
        .containsExactly(
            List.of("Two", "Three"),
            List.of("One", "Three"),
            List.of("One", "Two"),
            List.of("Two", "Three"),
            List.of("One", "Three"),
            List.of("One", "Two"),
            List.of("One", "Two", "Three"));
  }

  @Test
  void aSpentBudgetAtAnEntryCostsTheDocument() {
    int[] left = {16};
    Budget budget =
        () -> {
          if (left[0]-- == 0) {
            throw new Budget.Spent("enough");
          }
        };
    assertThat(new FeedReader().read(FEED, budget)).isEqualTo(new Reading.Unreadable("enough"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://x.test/a?key=b, https://x.test/a",
    "https://me:key@x.test/a@b#c, https://x.test/a@b",
    "https://me@x.test, https://x.test",
    "https://x.test?a=b@c, https://x.test",
    "file, file"
  })
  void theLogKeepsSecrets(String url, String shown) {
    assertThat(Faults.withoutSecrets(url)).isEqualTo(shown);
  }

  private static List<@Nullable String> titles(Reading.Parsed parsed) {
    List<@Nullable String> titles = new ArrayList<>();
    parsed.entries().forEach(entry -> titles.add(entry.title()));
    return titles;
  }

  /** Fails at one step, as a bug of ours or of ROME would. */
  private static final class Fault implements Budget {
    private int left;

    Fault(int step) {
      left = step;
    }

    @Override
    public void check() {
      if (left-- == 0) {
        throw new IllegalStateException("a bug");
      }
    }

    boolean happened() {
      return left < 0;
    }
  }
}

package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Entry;
import dev.transponder.model.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RhythmTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void aMonthlyNewsletterIsAskedOnceADay() {
    Rhythm rhythm = Rhythm.of(every(Duration.ofDays(30), 12), NOW);
    assertThat(rhythm.wait(NOW))
        .isEqualTo(
            new Wait(Duration.ofHours(24), "every 24 h, as its entries come about every 30 d"));
  }

  @Test
  void aDailyOneIsAskedEachHour() {
    Rhythm rhythm = Rhythm.of(every(Duration.ofDays(1), 12), NOW);
    assertThat(rhythm.wait(NOW)).extracting(Wait::duration).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aBurstOfManyIsNoReasonToHurryNorOneOldEntryToWait() {
    List<Entry> entries =
        new ArrayList<>(
            IntStream.range(0, 10).mapToObj(i -> at(NOW.minus(Duration.ofMinutes(i)))).toList());
    entries.add(at(NOW.minus(Duration.ofDays(4_000))));
    assertThat(Rhythm.of(entries, NOW).between()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aSourceThatHasFallenSilentIsAskedMoreRarelyTheLongerItIsSilent() {
    Rhythm rhythm = new Rhythm(Duration.ofHours(1), NOW.minus(Duration.ofDays(4)));
    assertThat(rhythm.wait(NOW))
        .isEqualTo(new Wait(Duration.ofHours(4), "every 4 h, as its newest entry is 4 d old"));
    assertThat(rhythm.wait(NOW.plus(Duration.ofDays(1_000))))
        .extracting(Wait::duration)
        .isEqualTo(Duration.ofHours(24));
  }

  @Test
  void datesInTheFutureSayNothing() {
    List<Entry> entries = List.of(at(NOW.plus(Duration.ofDays(1))), at(NOW.minusSeconds(60)));
    assertThat(Rhythm.of(entries, NOW)).isEqualTo(new Rhythm(null, NOW.minusSeconds(60)));
  }

  @Test
  void datesThatNobodyCanBelieveSayNothing() {
    Entry epoch = at(Instant.EPOCH);
    assertThat(Rhythm.of(List.of(epoch, at(Instant.parse("2150-01-01T00:00:00Z"))), NOW))
        .isEqualTo(new Rhythm(null, null));
    Entry yesterday = at(NOW.minus(Duration.ofDays(1)));
    assertThat(Rhythm.of(List.of(epoch, epoch, yesterday, epoch), NOW))
        .isEqualTo(new Rhythm(null, NOW.minus(Duration.ofDays(1))));
  }

  @Test
  void withoutDatesThereIsNoRhythm() {
    Rhythm rhythm = Rhythm.of(List.of(Entry.builder().title("a").build()), NOW);
    assertThat(rhythm).isEqualTo(new Rhythm(null, null));
    assertThat(rhythm.wait(NOW)).isNull();
  }

  private static List<Entry> every(Duration gap, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> at(NOW.minus(gap.multipliedBy(i)).minusSeconds(1)))
        .toList();
  }

  private static Entry at(Instant published) {
    return Entry.builder().published(published).build();
  }
}

package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Rules;
import dev.transponder.model.Rules.Field;
import dev.transponder.model.Rules.Matches;
import dev.transponder.model.Rules.Rule;
import dev.transponder.model.Source;
import dev.transponder.model.StoredEntry;
import dev.transponder.model.Variants;
import dev.transponder.publish.FilledStore;
import dev.transponder.publish.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RejudgingIT {
  private static final int ENTRIES = 250;

  private final FilledStore filled;

  RejudgingIT(@TempDir Path folder) {
    filled = new FilledStore(folder);
    filled.put(Samples.row("one"));
    filled.put(
        LongStream.rangeClosed(1, ENTRIES)
            .mapToObj(number -> Samples.entry(number, "one"))
            .toArray(StoredEntry[]::new));
  }

  @AfterEach
  void close() {
    filled.close();
  }

  @Test
  void whatIsStoredIsJudgedBatchByBatchTheNewestFirst() {
    Source changed = list(dropping("Entry \\d*[02468]$"));
    Rejudging rejudging = new Rejudging(filled.store(), id -> changed);
    assertThat(rejudging.judge(1)).isFalse();
    assertThat(shown()).hasSize(ENTRIES - 50).startsWith(249L, 247L).contains(150L, 148L);
    assertThat(rejudging.judge(1)).isFalse();
    assertThat(rejudging.judge(10)).isTrue();
    assertThat(shown()).hasSize(ENTRIES / 2).allMatch(number -> number % 2 == 1);
    assertThat(filled.store().droppedBy(2)).isEqualTo("drop {title: \"Entry \\d*[02468]$\"}");
  }

  @Test
  void rulesThatChangeInTheMiddleOfJudgingAreThoseThatHold() {
    Source first = list(dropping("."));
    Source[] now = {first};
    Rejudging rejudging = new Rejudging(filled.store(), id -> now[0]);
    assertThat(rejudging.judge(1)).isFalse();
    now[0] = list(dropping("Entry 1$"));
    rejudging.judge(10);
    assertThat(rejudging.judge(10)).isTrue();
    assertThat(shown()).hasSize(ENTRIES - 1).doesNotContain(1L);
    assertThat(filled.store().revisits().unjudged()).isEmpty();
  }

  @Test
  void withoutRulesAgainEverythingIsAsItWas() {
    List<StoredEntry> before = filled.store().newest(0, ENTRIES);
    Source changed = list(dropping("."));
    assertThat(new Rejudging(filled.store(), id -> changed).judge(10)).isTrue();
    assertThat(shown()).isEmpty();
    Source again = list(Rules.NONE);
    assertThat(new Rejudging(filled.store(), id -> again).judge(10)).isTrue();
    assertThat(filled.store().newest(0, ENTRIES)).isEqualTo(before);
  }

  @Test
  void aConfigurationThatIsNotThatOfTheStoreJudgesNothing() {
    list(dropping("."));
    Source other = Samples.source("one", 0);
    assertThat(new Rejudging(filled.store(), id -> other).judge(10)).isTrue();
    assertThat(new Rejudging(filled.store(), id -> null).judge(10)).isTrue();
    assertThat(shown()).hasSize(ENTRIES);
    assertThat(filled.store().revisits().unjudged()).containsExactly("one");
  }

  private Source list(Rules rules) {
    Source source = Variants.withRules(Samples.source("one", 0), rules);
    filled.store().sync(List.of(source), Samples.DAY);
    return source;
  }

  private static Rules dropping(String title) {
    Rule rule = new Rule(List.of(new Matches(Field.TITLE, List.of(title))));
    return new Rules(List.of(), List.of(rule), List.of());
  }

  private List<Long> shown() {
    return filled.store().newest(0, ENTRIES).stream().map(StoredEntry::number).toList();
  }
}

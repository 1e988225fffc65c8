package dev.transponder.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.transponder.model.Entry;
import dev.transponder.model.Person;
import dev.transponder.model.Rules;
import dev.transponder.model.Rules.Age;
import dev.transponder.model.Rules.Condition;
import dev.transponder.model.Rules.Field;
import dev.transponder.model.Rules.Matches;
import dev.transponder.model.Rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JudgeTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final Entry ENTRY =
      Entry.builder()
          .title("Diffusion models")
          .link("https://example.org/2026/notes")
          .authors(List.of(new Person("Ada", null, null), new Person("Bob", null, null)))
          .categories(List.of("ML", "Jobs"))
          .summary("<p>An <b>excerpt</b>.</p>")
          .content("<p>All of the text</p>")
          .language("en-US")
          .published(NOW.minus(Duration.ofDays(30)))
          .build();

  @Test
  void withoutRulesEveryEntryIsShown() {
    assertThat(verdict(Rules.NONE, ENTRY)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "TITLE, (?i)diffusion, true",
    "TITLE, diffusion, false",
    "TITLE, ^models, false",
    "LINK, ^https://example\\.org/, true",
    "AUTHOR, ^Bob$, true",
    "AUTHOR, ^Eve$, false",
    "CATEGORY, ^Jobs$, true",
    "CONTENT, excerpt, true",
    "CONTENT, the text$, true",
    "CONTENT, <p>, false",
    "LANGUAGE, ^EN\\b, true",
    "LANGUAGE, ^de, false",
  })
  void aPatternIsLookedForInItsField(Field field, String pattern, boolean found) {
    Rules drop = drop(rule(matches(field, pattern)));
    assertThat(verdict(drop, ENTRY) != null).isEqualTo(found);
    assertThat(verdict(keep(rule(matches(field, pattern))), ENTRY) == null).isEqualTo(found);
  }

  @Test
  void whatAnEntryDoesNotHaveIsAnEmptyText() {
    Entry nothing = Entry.builder().build();
    for (Field field : Field.values()) {
      assertThat(verdict(drop(rule(matches(field, "^$"))), nothing)).isNotNull();
      assertThat(verdict(drop(rule(matches(field, "."))), nothing)).isNull();
    }
  }

  @Test
  void ofSeveralPatternsOneIsEnough() {
    assertThat(verdict(drop(rule(matches(Field.TITLE, "cooking", "models"))), ENTRY))
        .isEqualTo("drop {title: \"models\"}");
  }

  @Test
  void ofSeveralFieldsInOneRuleAllMustMatch() {
    Condition title = matches(Field.TITLE, "models");
    Rules both = drop(rule(title, matches(Field.AUTHOR, "Ada")));
    assertThat(verdict(both, ENTRY)).isEqualTo("drop {title: \"models\", author: \"Ada\"}");
    assertThat(verdict(drop(rule(title, matches(Field.AUTHOR, "Eve"))), ENTRY)).isNull();
  }

  @Test
  void ofSeveralRulesOneIsEnough() {
    Rule wrong = rule(matches(Field.TITLE, "cooking"));
    Rule right = rule(matches(Field.CATEGORY, "ML"));
    assertThat(verdict(drop(wrong, right), ENTRY)).isEqualTo("drop {category: \"ML\"}");
    assertThat(verdict(keep(wrong, right), ENTRY)).isNull();
    assertThat(verdict(keep(wrong, wrong), ENTRY)).isEqualTo("keep (none of 2 rules holds)");
    assertThat(verdict(keep(wrong), ENTRY)).isEqualTo("keep {title: \"cooking\"}");
  }

  @Test
  void whatDropNamesIsDroppedWhateverKeepSays() {
    Rule rule = rule(matches(Field.TITLE, "models"));
    assertThat(verdict(new Rules(List.of(rule), List.of(rule), List.of()), ENTRY))
        .isEqualTo("drop {title: \"models\"}");
  }

  @ParameterizedTest
  @CsvSource({"29, true", "30, false", "31, false"})
  void anEntryIsAsOldAsItWasWhenItWasFirstSeen(int days, boolean older) {
    Duration age = Duration.ofDays(days);
    assertThat(verdict(drop(rule(new Age(age, true))), ENTRY))
        .isEqualTo(older ? "drop {age: " + days + "d}" : null);
    assertThat(verdict(keep(rule(new Age(age, false))), ENTRY))
        .isEqualTo(older ? "keep {age: <" + days + "d}" : null);
  }

  @Test
  void anEntryWithoutADateOrWithOneOfTheFutureIsNew() {
    Rules drop = drop(rule(new Age(Duration.ofMinutes(1), true)));
    assertThat(verdict(drop, Entry.builder().build())).isNull();
    assertThat(verdict(drop, Entry.builder().published(NOW.plusSeconds(60)).build())).isNull();
    assertThat(verdict(drop, Entry.builder().updated(NOW.minusSeconds(61)).build()))
        .as("only the date of its last change is known")
        .isEqualTo("drop {age: 1m}");
  }

  @Test
  void aPatternThatHangsOtherMachinesIsDoneWithAMegabyteInNoTime() {
    Entry long1 = Entry.builder().content("a".repeat(1_000_000) + "b").build();
    Entry long2 = Entry.builder().content("x".repeat(1_000_000)).build();
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (String pattern : List.of("(a+)+$", "(x+x+)+y", "(a|aa)+$", "(a{50}){10}c")) {
            assertThat(verdict(drop(rule(matches(Field.CONTENT, pattern))), long1)).isNull();
            assertThat(verdict(drop(rule(matches(Field.CONTENT, pattern))), long2)).isNull();
          }
        });
  }

  private static Rules keep(Rule... rules) {
    return new Rules(List.of(rules), List.of(), List.of());
  }

  private static Rules drop(Rule... rules) {
    return new Rules(List.of(), List.of(rules), List.of());
  }

  private static Rule rule(Condition... all) {
    return new Rule(Stream.of(all).toList());
  }

  private static Condition matches(Field field, String... patterns) {
    return new Matches(field, List.of(patterns));
  }

  private static @Nullable String verdict(Rules rules, Entry entry) {
    return new Judge(rules, html -> html.replaceAll("<[^>]*>", "")).verdict(entry, NOW);
  }
}

package dev.transponder.rules;

import dev.transponder.model.Entry;
import dev.transponder.model.Rules;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Says of the entries of one source whether they are shown. Judges what the document said, not what
 * is shown in its place. Thread safe.
 */
public final class Judge {
  private final List<CompiledRule> keep;
  private final List<CompiledRule> drop;
  private final UnaryOperator<String> reader;

  /**
   * A judge by some rules.
   *
   * @param reader gives the visible text of HTML
   */
  public Judge(Rules rules, UnaryOperator<String> reader) {
    this.keep = rules.keep().stream().map(CompiledRule::new).toList();
    this.drop = rules.drop().stream().map(CompiledRule::new).toList();
    this.reader = reader;
  }

  /**
   * The rule that drops an entry, in words; null if it is shown. What {@code drop} names is
   * dropped, whatever {@code keep} says.
   *
   * @param firstSeen when we first had it: its age is that of this moment, for ever
   */
  public @Nullable String verdict(Entry entry, Instant firstSeen) {
    Evidence evidence = new Evidence(entry, firstSeen, reader);
    String dropped = first(drop, rule -> rule.words(evidence));
    if (dropped != null) {
      return "drop {" + dropped + "}";
    }
    if (keep.isEmpty() || first(keep, rule -> rule.words(evidence)) != null) {
      return null;
    }
    return keep.size() == 1
        ? "keep {" + keep.getFirst().words() + "}"
        : "keep (none of " + keep.size() + " rules holds)";
  }

  private static @Nullable String first(
      List<CompiledRule> rules, Function<CompiledRule, @Nullable String> words) {
    for (CompiledRule rule : rules) {
      String found = words.apply(rule);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}

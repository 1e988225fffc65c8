package dev.transponder.rules;

import dev.transponder.model.Rules.Age;
import dev.transponder.model.Rules.Condition;
import dev.transponder.model.Rules.Field;
import dev.transponder.model.Rules.Matches;
import dev.transponder.model.Rules.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One rule, made ready to be asked. Thread safe. */
final class CompiledRule {
  /** A condition that says in words what of it holds, null if nothing does. */
  private interface Asked {
    @Nullable String holding(Evidence evidence);

    String words();
  }

  private final List<Asked> all;

  CompiledRule(Rule rule) {
    // Long texts are asked last.
    this.all =
        rule.all().stream()
            .sorted((one, other) -> Boolean.compare(isLong(one), isLong(other)))
            .map(CompiledRule::asked)
            .toList();
  }

  /** What of the rule holds for the entry, in words; null if it does not. */
  @Nullable String words(Evidence evidence) {
    List<String> words = new ArrayList<>();
    for (Asked asked : all) {
      String holding = asked.holding(evidence);
      if (holding == null) {
        return null;
      }
      words.add(holding);
    }
    return String.join(", ", words);
  }

  /** All that it asks for, in words. */
  String words() {
    return all.stream().map(Asked::words).collect(Collectors.joining(", "));
  }

  private static boolean isLong(Condition condition) {
    return condition instanceof Matches matches && matches.field() == Field.CONTENT;
  }

  private static Asked asked(Condition condition) {
    return switch (condition) {
      case Matches matches ->
          new Found(
              matches.field(),
              matches.anyOf().stream().map(text -> new Finder(matches.field(), text)).toList());
      case Age age -> new Old(age);
    };
  }

  private record Found(Field field, List<Finder> finders) implements Asked {
    @Override
    public @Nullable String holding(Evidence evidence) {
      for (Finder finder : finders) {
        if (evidence.texts(field).stream().anyMatch(finder::finds)) {
          return named(quoted(finder));
        }
      }
      return null;
    }

    @Override
    public String words() {
      return finders.size() == 1
          ? named(quoted(finders.getFirst()))
          : named(finders.stream().map(Found::quoted).collect(Collectors.joining(", ", "[", "]")));
    }

    private String named(String patterns) {
      return field.key() + ": " + patterns;
    }

    private static String quoted(Finder finder) {
      return "\"" + finder.pattern() + "\"";
    }
  }

  private record Old(Age age) implements Asked {
    @Override
    public @Nullable String holding(Evidence evidence) {
      boolean older = evidence.age().compareTo(age.age()) > 0;
      return older == age.older() ? words() : null;
    }

    @Override
    public String words() {
      Duration time = age.age();
      String days = time.toDays() == 0 ? "" : time.toDays() + "d";
      String rest = time.minusDays(time.toDays()).toString().substring(2).toLowerCase(Locale.ROOT);
      return "age: " + (age.older() ? "" : "<") + (rest.equals("0s") ? days : days + rest);
    }
  }
}

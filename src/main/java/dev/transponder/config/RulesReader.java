package dev.transponder.config;

import dev.transponder.model.Rules;
import dev.transponder.model.Rules.Age;
import dev.transponder.model.Rules.Condition;
import dev.transponder.model.Rules.Field;
import dev.transponder.model.Rules.Matches;
import dev.transponder.model.Rules.Replace;
import dev.transponder.model.Rules.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads {@code keep}, {@code drop} and {@code replace} of one source, and checks their patterns.
 * Each may be one mapping or a list of them, and each field in it one pattern or a list.
 */
final class RulesReader {
  private static final Duration YOUNGEST = Duration.ofMinutes(1);
  private static final Duration OLDEST = Duration.ofDays(36_500);

  private final Context context;

  private RulesReader(Context context) {
    this.context = context;
  }

  static Rules read(Section source) {
    RulesReader reader = new RulesReader(source.context());
    return new Rules(
        reader.rules(source, "keep"), reader.rules(source, "drop"), reader.replaces(source));
  }

  private List<Rule> rules(Section source, String key) {
    List<Rule> rules = new ArrayList<>();
    for (Node node : written(source, key)) {
      Section section = Section.of(node, key, Keys.RULE, context);
      List<Condition> all = new ArrayList<>();
      for (Field field : Field.values()) {
        List<String> patterns = patterns(section, field.key());
        if (!patterns.isEmpty()) {
          all.add(new Matches(field, patterns));
        }
      }
      Age age = age(section);
      if (age != null) {
        all.add(age);
      }
      if (!all.isEmpty()) {
        rules.add(new Rule(all));
      } else {
        refuseEmpty(node, key, Keys.RULE);
      }
    }
    return rules;
  }

  /** A rule that asks for nothing would hold for everything. */
  private void refuseEmpty(Node node, String key, Keys keys) {
    if (node instanceof MappingNode mapping && mapping.getValue().isEmpty()) {
      context
          .problems()
          .add(
              node,
              "%s is empty; write at least one of %s, or %s: [] for none"
                  .formatted(key, String.join(", ", keys.names()), key));
    }
  }

  /** The rules under a key; a key without a value has none. */
  private static List<Node> written(Section source, String key) {
    return source.some(key).stream().filter(node -> !Nodes.isNull(node)).toList();
  }

  /** What is written for one field; something has to be. */
  private static List<Node> field(Section rule, String key) {
    List<Node> some = rule.some(key);
    if (some.isEmpty() && rule.has(key)) {
      rule.missing(key + " has no pattern; write one or remove the key");
    }
    return some;
  }

  private List<String> patterns(Section section, String key) {
    List<String> patterns = new ArrayList<>();
    for (Node node : field(section, key)) {
      String pattern = pattern(Nodes.scalar(node, key, context));
      if (pattern != null) {
        patterns.add(pattern);
      }
    }
    return patterns;
  }

  private @Nullable String pattern(@Nullable Scalar scalar) {
    return scalar != null && isGood(scalar, scalar.text(), null) ? scalar.text() : null;
  }

  private boolean isGood(Scalar place, String pattern, @Nullable String with) {
    String problem = context.syntax().pattern(pattern, with);
    if (problem != null) {
      place.refuse(place.name() + ": " + Scalar.shown(problem, 200));
    }
    return problem == null;
  }

  private static @Nullable Age age(Section section) {
    Scalar scalar = section.scalar("age");
    if (scalar == null) {
      return null;
    }
    boolean older = !scalar.text().startsWith("<");
    Scalar time = older ? scalar : scalar.withText(scalar.text().substring(1).strip());
    Duration age = time.duration(YOUNGEST, OLDEST);
    return age == null ? null : new Age(age, older);
  }

  private List<Replace> replaces(Section source) {
    List<Replace> replaces = new ArrayList<>();
    for (Node node : written(source, "replace")) {
      Section section = Section.of(node, "replace", Keys.REPLACE, context);
      for (Field field : Field.values()) {
        for (Node one : field(section, field.key())) {
          Replace replace = replace(field, one);
          if (replace != null) {
            replaces.add(replace);
          }
        }
      }
      refuseEmpty(node, "replace", Keys.REPLACE);
    }
    return replaces;
  }

  /** A bare pattern takes out what it finds. */
  private @Nullable Replace replace(Field field, Node node) {
    if (!(node instanceof MappingNode)) {
      String pattern = pattern(Nodes.scalar(node, field.key(), context));
      return pattern == null ? null : new Replace(field, pattern, "");
    }
    Section section = Section.of(node, field.key(), Keys.REPLACEMENT, context);
    if (!section.has("pattern")) {
      section.missing(field.key() + " needs a pattern, and with what it is replaced");
    }
    String pattern = pattern(section.scalar("pattern"));
    Scalar with = section.scalar("with");
    String text = with == null ? "" : with.text();
    return pattern == null || (with != null && !isGood(with, pattern, text))
        ? null
        : new Replace(field, pattern, text);
  }
}

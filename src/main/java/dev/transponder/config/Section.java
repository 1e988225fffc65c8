package dev.transponder.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of the file: gives the values of known keys in the form that is asked for, reports
 * everything else. A wrong value is reported and then read as if it were absent, so that reading
 * goes on and finds all problems.
 */
final class Section {
  private static final Set<Tag> PLAIN_TAGS =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP, Tag.ENV_TAG);

  private final Node place;
  private final Keys keys;
  private final Context context;
  private final Map<String, Node> values;

  private Section(Node place, Keys keys, Context context, Map<String, Node> values) {
    this.place = place;
    this.keys = keys;
    this.context = context;
    this.values = values;
  }

  /** A node as a mapping of these keys; empty if it is none, which is reported. */
  static Section of(Node node, Keys keys, Context context) {
    return of(node, keys.place(), keys, context);
  }

  private static Section of(Node node, String name, Keys keys, Context context) {
    Map<String, Node> values = new LinkedHashMap<>();
    entries(node, name, context)
        .forEach(
            (key, value) -> {
              if (!keys.has(text(key))) {
                context.problems().add(key, unknown(text(key), keys));
                return;
              }
              if (Keys.WITHOUT_EFFECT.contains(text(key))) {
                context.problems().warn(key, text(key) + " has no effect in this version");
              }
              values.put(text(key), value);
            });
    return new Section(node, keys, context, values);
  }

  /** A mapping of one key, as which a single value is meant. */
  static Section ofOne(String key, Node value, Keys keys, Context context) {
    return new Section(value, keys, context, Map.of(key, value));
  }

  /** This section, with the values of another where it has none. */
  Section over(Section defaults) {
    Map<String, Node> all = new LinkedHashMap<>(defaults.values);
    all.putAll(values);
    return new Section(place, keys, context, all);
  }

  Node place() {
    return place;
  }

  Context context() {
    return context;
  }

  /** Reports that a key is missing, unless this is no mapping at all, which was reported. */
  void missing(String message) {
    if (place instanceof MappingNode) {
      context.problems().add(place, message);
    }
  }

  boolean has(String key) {
    return node(key) != null;
  }

  /** The mapping under a key; empty if there is none. */
  Section section(String key, Keys inner) {
    Node node = node(key);
    return node == null || isNull(node)
        ? new Section(place, inner, context, Map.of())
        : of(node, key, inner, context);
  }

  /** The mapping under a key whose own keys are free. */
  Map<ScalarNode, Node> free(String key) {
    Node node = node(key);
    return node == null || isNull(node) ? Map.of() : entries(node, key, context);
  }

  /** Checks the form of a rule: texts by the part of an entry that they are for. */
  void checkRule(String key) {
    Section rule = section(key, Keys.RULE);
    Keys.RULE.names().forEach(rule::text);
  }

  /** The list under a key; null if there is none, which is not reported. */
  @Nullable List<Node> list(String key) {
    Node node = node(key);
    return switch (node) {
      case null -> null;
      case SequenceNode list -> List.copyOf(list.getValue());
      case Node other when isNull(other) -> List.of();
      case Node other -> {
        context
            .problems()
            .add(
                other,
                key + " should be a list (lines that begin with \"- \"), not " + kind(other));
        yield null;
      }
    };
  }

  /** The value under a key; null if there is none, or no usable one, which is reported. */
  @Nullable Scalar scalar(String key) {
    Node node = node(key);
    return node == null ? null : scalar(node, key, context);
  }

  /** A node as a single value; null if it is none, which is reported. */
  static @Nullable Scalar scalar(Node node, String name, Context context) {
    if (!(node instanceof ScalarNode scalar)) {
      context.problems().add(node, name + " should be a single value, not " + kind(node));
      return null;
    }
    if (isNull(node)) {
      context
          .problems()
          .add(
              node,
              name
                  + " has no value; write one or remove the key (a value that begins with # needs quotes)");
      return null;
    }
    return plainTag(node, context) ? Scalar.of(scalar, name, context) : null;
  }

  /** Text that is not blank. */
  @Nullable String text(String key) {
    Scalar scalar = scalar(key);
    if (scalar == null) {
      return null;
    }
    String text = scalar.text().strip();
    if (text.isEmpty()) {
      scalar.refuse(key + " is empty; write a text or remove the key");
      return null;
    }
    return text;
  }

  String text(String key, String usual) {
    String text = text(key);
    return text == null ? usual : text;
  }

  int whole(String key, int usual, int least, int most) {
    Scalar scalar = scalar(key);
    Integer number = scalar == null ? null : scalar.whole(least, most);
    return number == null ? usual : number;
  }

  boolean flag(String key, boolean usual) {
    Scalar scalar = scalar(key);
    Boolean flag = scalar == null ? null : scalar.flag();
    return flag == null ? usual : flag;
  }

  Duration duration(String key, Duration usual, Duration least, Duration most) {
    Scalar scalar = scalar(key);
    Duration time = scalar == null ? null : scalar.duration(least, most);
    return time == null ? usual : time;
  }

  /** One of a few words; the map says what each means, the first is the usual one. */
  <T> T choice(String key, Map<String, T> meanings, T usual) {
    Scalar scalar = scalar(key);
    if (scalar == null) {
      return usual;
    }
    T meaning = meanings.get(scalar.text());
    if (meaning == null) {
      List<String> words = meanings.keySet().stream().sorted().toList();
      scalar.refuse(
          key
              + " should be one of "
              + String.join(", ", words)
              + ", not "
              + scalar.quoted()
              + Spelling.hint(scalar.text(), words));
      return usual;
    }
    return meaning;
  }

  private @Nullable Node node(String key) {
    if (!keys.has(key)) {
      throw new IllegalArgumentException(key + " is missing in Keys");
    }
    return values.get(key);
  }

  /** The pairs of a mapping node in order, each key once. */
  private static Map<ScalarNode, Node> entries(Node node, String name, Context context) {
    if (!(node instanceof MappingNode mapping)) {
      context
          .problems()
          .add(
              node,
              (name.isEmpty() ? "the file" : name)
                  + " should be keys with values (\"key: value\"), not "
                  + kind(node)
                  + (node instanceof SequenceNode && name.isEmpty()
                      ? "; put it under \"sources:\""
                      : ""));
      return Map.of();
    }
    Map<ScalarNode, Node> entries = new LinkedHashMap<>();
    if (!plainTag(node, context)) {
      return entries;
    }
    Map<String, ScalarNode> seen = new LinkedHashMap<>();
    for (NodeTuple pair : mapping.getValue()) {
      if (!(pair.getKeyNode() instanceof ScalarNode key)) {
        context
            .problems()
            .add(pair.getKeyNode(), "a key should be a word, not " + kind(pair.getKeyNode()));
        continue;
      }
      ScalarNode first = seen.putIfAbsent(text(key), key);
      if (first == null) {
        entries.put(key, pair.getValueNode());
      } else {
        context
            .problems()
            .add(
                key,
                "\""
                    + Scalar.shown(text(key))
                    + "\" is here twice; it is in line "
                    + Problems.line(first)
                    + " already");
      }
    }
    return entries;
  }

  private static String unknown(String key, Keys keys) {
    String message = "unknown key \"" + Scalar.shown(key) + "\"";
    String hint = Spelling.hint(key, keys.names());
    if (!hint.isEmpty()) {
      return message + hint;
    }
    if (key.equals("<<")) {
      return "merging with << is not supported; write what sources share under \"defaults:\"";
    }
    List<String> homes = new ArrayList<>();
    for (Keys other : List.of(Keys.TOP, Keys.SOURCE, Keys.FEED, Keys.PACING)) {
      if (other.has(key)) {
        homes.add(other.place().isEmpty() ? "the top of the file" : other.place());
      }
    }
    return homes.isEmpty()
        ? message + "; known here: " + String.join(", ", keys.names())
        : message + "; it belongs to " + String.join(" or ", homes);
  }

  private static boolean plainTag(Node node, Context context) {
    if (PLAIN_TAGS.contains(node.getTag())) {
      return true;
    }
    context
        .problems()
        .add(
            node,
            "the tag "
                + Scalar.shown(node.getTag().getValue())
                + " is not allowed; remove it (a value that begins with ! needs quotes)");
    return false;
  }

  private static String text(ScalarNode key) {
    return key.getValue();
  }

  static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  static String kind(Node node) {
    return switch (node) {
      case SequenceNode list -> "a list";
      case MappingNode mapping -> "keys with values";
      case Node other when isNull(other) -> "nothing";
      case Node other -> "a single value";
    };
  }
}

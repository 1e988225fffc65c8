package dev.transponder.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of the file: gives the values of known keys in the form that is asked for, reports
 * unknown ones. A wrong value is reported and then read as if it were absent, so that reading goes
 * on and finds all problems.
 */
final class Section {
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

  /** The same, under the name by which messages call it. */
  static Section of(Node node, String name, Keys keys, Context context) {
    Map<String, Node> values = new LinkedHashMap<>();
    Nodes.pairs(node, name, context)
        .forEach(
            (key, value) -> {
              if (!keys.has(key.getValue())) {
                context.problems().add(key, unknown(key.getValue(), keys));
                return;
              }
              if (Keys.WITHOUT_EFFECT.contains(key.getValue())) {
                context.problems().warn(key, key.getValue() + " has no effect in this version");
              }
              values.put(key.getValue(), value);
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
    return node == null || Nodes.isNull(node)
        ? new Section(place, inner, context, Map.of())
        : of(node, key, inner, context);
  }

  /** The mapping under a key whose own keys are free. */
  Map<ScalarNode, Node> free(String key) {
    Node node = node(key);
    return node == null || Nodes.isNull(node) ? Map.of() : Nodes.pairs(node, key, context);
  }

  /** What stands under a key: the parts of a list, else the one thing that is there. */
  List<Node> some(String key) {
    Node node = node(key);
    if (node == null) {
      return List.of();
    }
    return node instanceof SequenceNode list ? List.copyOf(list.getValue()) : List.of(node);
  }

  /** The list under a key; null if there is none, which is not reported. */
  @Nullable List<Node> list(String key) {
    Node node = node(key);
    return node == null ? null : Nodes.list(node, key, context);
  }

  /** The value under a key; null if there is none, or no usable one, which is reported. */
  @Nullable Scalar scalar(String key) {
    Node node = node(key);
    return node == null ? null : Nodes.scalar(node, key, context);
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
    OptionalInt hidden = text.codePoints().filter(Section::cannotBeShown).findFirst();
    if (hidden.isPresent()) {
      scalar.refuse(
          "%s has a character that cannot be shown (U+%04X); remove it"
              .formatted(key, hidden.getAsInt()));
      return null;
    }
    return text;
  }

  /** What neither XML nor HTML can hold: escapes such as "\\a" bring it past the check of bytes. */
  private static boolean cannotBeShown(int c) {
    return (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r')
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        || (c & 0xFFFE) == 0xFFFE;
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
}

package dev.transponder.config;

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

/** Nodes of the file in the shape that is asked for; another shape is reported. */
final class Nodes {
  private static final Set<Tag> PLAIN_TAGS =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP, Tag.ENV_TAG);

  private Nodes() {}

  /**
   * The pairs of a mapping in order, each key once; none if it is no mapping, which is reported.
   */
  static Map<ScalarNode, Node> pairs(Node node, String name, Context context) {
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
    Map<ScalarNode, Node> pairs = new LinkedHashMap<>();
    if (!plainTag(node, context)) {
      return pairs;
    }
    Map<String, ScalarNode> seen = new LinkedHashMap<>();
    for (NodeTuple pair : mapping.getValue()) {
      if (!(pair.getKeyNode() instanceof ScalarNode key)) {
        context
            .problems()
            .add(pair.getKeyNode(), "a key should be a word, not " + kind(pair.getKeyNode()));
        continue;
      }
      ScalarNode first = seen.putIfAbsent(key.getValue(), key);
      if (first == null) {
        pairs.put(key, pair.getValueNode());
      } else {
        context
            .problems()
            .add(
                key,
                "\""
                    + Scalar.shown(key.getValue())
                    + "\" is here twice; it is in line "
                    + Problems.line(first)
                    + " already");
      }
    }
    return pairs;
  }

  /** A list; null if it is none, which is reported; a key without a value is an empty one. */
  static @Nullable List<Node> list(Node node, String name, Context context) {
    return switch (node) {
      case SequenceNode list -> List.copyOf(list.getValue());
      case Node other when isNull(other) -> List.of();
      case Node other -> {
        context
            .problems()
            .add(
                other,
                name + " should be a list (lines that begin with \"- \"), not " + kind(other));
        yield null;
      }
    };
  }

  /** A single value; null if it is none, which is reported. */
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

  /** Whether nothing stands where a value could. */
  static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
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

  private static String kind(Node node) {
    return switch (node) {
      case SequenceNode list -> "a list";
      case MappingNode mapping -> "keys with values";
      case Node other when isNull(other) -> "nothing";
      case Node other -> "a single value";
    };
  }
}

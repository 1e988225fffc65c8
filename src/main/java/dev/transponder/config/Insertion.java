package dev.transponder.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Where one more source belongs in the text of a feeds.yml, and what to write there: below the last
 * source, in the form of its list. Pure. Whether the text then says what it should is for the
 * caller to check.
 *
 * @param offset in the text
 * @param text to insert, line ends included
 * @param line in which the source then stands, from 1
 */
record Insertion(int offset, String text, int line) {
  private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");

  /**
   * The place of a source.
   *
   * @param text of the file, without a byte order mark
   * @param root of the text, null if it says nothing
   * @param value the source as YAML in one line
   * @return null if the text has a form to which nothing can be added
   */
  static @Nullable Insertion of(String text, @Nullable Node root, String value) {
    if (root == null) {
      return new Lines(text).append("", "sources:", "  - " + value);
    }
    if (!(root instanceof MappingNode top) || top.getFlowStyle() != FlowStyle.BLOCK) {
      return null;
    }
    String margin = " ".repeat(column(root));
    for (NodeTuple pair : top.getValue()) {
      if (pair.getKeyNode() instanceof ScalarNode key && key.getValue().equals("sources")) {
        return toList(new Lines(text), pair, margin, value);
      }
    }
    return new Lines(text).append(margin, "sources:", "  - " + value);
  }

  private static @Nullable Insertion toList(
      Lines lines, NodeTuple sources, String margin, String value) {
    return switch (sources.getValueNode()) {
      case SequenceNode list when list.getFlowStyle() == FlowStyle.FLOW ->
          list.getValue().isEmpty()
              ? lines.within(list.getStartMark().orElseThrow(), 1, value)
              : lines.within(list.getValue().getLast().getEndMark().orElseThrow(), 0, ", " + value);
      case SequenceNode list -> lines.below(end(list), " ".repeat(column(list)) + "- " + value);
      case ScalarNode nothing when Nodes.isNull(nothing) && nothing.getValue().isEmpty() ->
          lines.below(sources.getKeyNode().getEndMark().orElseThrow(), margin + "  - " + value);
      case Node _ -> null;
    };
  }

  private static int column(Node node) {
    return node.getStartMark().map(Mark::getColumn).orElse(0);
  }

  /** Where the last word of a node ends: a block's own mark is behind the comments below it. */
  private static Mark end(Node node) {
    return switch (node) {
      case SequenceNode list
          when list.getFlowStyle() == FlowStyle.BLOCK && !list.getValue().isEmpty() ->
          end(list.getValue().getLast());
      case MappingNode pairs
          when pairs.getFlowStyle() == FlowStyle.BLOCK && !pairs.getValue().isEmpty() ->
          end(pairs.getValue().getLast().getValueNode());
      case Node other -> other.getEndMark().orElseThrow();
    };
  }

  /** The lines of a text, and how they end. */
  private static final class Lines {
    private final String text;
    private final List<Integer> starts = new ArrayList<>(List.of(0));
    private final String end;

    Lines(String text) {
      this.text = text;
      Matcher ends = LINE_END.matcher(text);
      while (ends.find()) {
        starts.add(ends.end());
      }
      Matcher first = LINE_END.matcher(text);
      this.end = first.find() && first.group().equals("\r\n") ? "\r\n" : "\n";
    }

    /** Inside a line, some characters behind a mark. */
    Insertion within(Mark mark, int behind, String inserted) {
      int start = starts.get(mark.getLine());
      int offset = text.offsetByCodePoints(start, mark.getColumn() + behind);
      return new Insertion(offset, inserted, mark.getLine() + 1);
    }

    /** A line below the one where something ends. */
    Insertion below(Mark mark, String line) {
      int next = mark.getColumn() == 0 ? mark.getLine() : mark.getLine() + 1;
      return next < starts.size() ? at(next, starts.get(next), List.of(line)) : append("", line);
    }

    /** At the end of the text. */
    Insertion append(String margin, String... lines) {
      List<String> indented = List.of(lines).stream().map(line -> margin + line).toList();
      return at(starts.size() - 1, text.length(), indented);
    }

    private Insertion at(int line, int offset, List<String> lines) {
      boolean open = offset == text.length() && starts.getLast() != offset;
      String before = open ? end : "";
      int first = line + (open ? 1 : 0);
      return new Insertion(offset, before + String.join(end, lines) + end, first + lines.size());
    }
  }
}

package dev.transponder.config;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Collects what is wrong with one file. The same problem is kept once: a value under {@code
 * defaults} is read again for each source. Not thread safe.
 */
final class Problems {
  private static final Comparator<Problem> IN_FILE_ORDER =
      Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

  private final String file;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<Problem> warnings = new LinkedHashSet<>();

  Problems(String file) {
    this.file = file;
  }

  /** A problem of the file as a whole. */
  void add(String message) {
    problems.add(new Problem(file, 0, 0, message));
  }

  void add(Node node, String message) {
    problems.add(at(node, message));
  }

  /**
   * A problem at a place.
   *
   * @param line from 1
   * @param column from 1
   */
  void add(int line, int column, String message) {
    problems.add(new Problem(file, line, column, message));
  }

  void warn(Node node, String message) {
    warnings.add(at(node, message));
  }

  boolean any() {
    return !problems.isEmpty();
  }

  ConfigException exception() {
    return new ConfigException(problems.stream().sorted(IN_FILE_ORDER).toList());
  }

  /** For what stands in no file. */
  ConfigException withoutPlaces() {
    return new ConfigException(
        problems.stream().map(p -> new Problem(file, 0, 0, p.message())).toList());
  }

  List<String> warnings() {
    return warnings.stream().sorted(IN_FILE_ORDER).map(Problem::toString).toList();
  }

  /** The line of a node, from 1. */
  static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  private Problem at(Node node, String message) {
    int column = node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    return new Problem(file, line(node), column, message);
  }
}

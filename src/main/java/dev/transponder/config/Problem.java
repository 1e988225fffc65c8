package dev.transponder.config;

/**
 * One mistake in {@code feeds.yml} or in a URL that was typed, in words for its author.
 *
 * @param file the path as it was given; empty for a URL that stands in none
 * @param line from 1; 0 if the problem is the file as a whole
 * @param column from 1, in characters; 0 if the problem is the file as a whole
 * @param message what is wrong and what to do: one line, without secrets
 */
public record Problem(String file, int line, int column, String message) {
  @Override
  public String toString() {
    if (file.isEmpty()) {
      return message;
    }
    return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
  }
}

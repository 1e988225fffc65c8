package dev.transponder.build;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The one format of our Java sources: google-java-format, without unused imports. */
final class SourceFormat {
  private SourceFormat() {}

  /** Formats every Java file below the folder args[0] in place; {@code mvn -Pformat} calls it. */
  public static void main(String[] args) throws IOException, FormatterException {
    for (Path file : javaFiles(Path.of(args[0]))) {
      String source = Files.readString(file);
      String formatted = format(source);
      if (!formatted.equals(source)) {
        Files.writeString(file, formatted);
        System.out.println("formatted " + file);
      }
    }
  }

  static String format(String source) throws FormatterException {
    JavaFormatterOptions options = JavaFormatterOptions.defaultOptions();
    String imports =
        ImportOrderer.reorderImports(
            RemoveUnusedImports.removeUnusedImports(source), options.style());
    return new Formatter(options).formatSource(imports);
  }

  static List<Path> javaFiles(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}

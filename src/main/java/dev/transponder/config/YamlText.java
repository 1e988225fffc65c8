package dev.transponder.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a file as one YAML document whose nodes know their places. */
final class YamlText {
  /** Room for some 50,000 sources. */
  private static final int MAX_BYTES = 8 << 20;

  private static final LoadSettings LIMITS =
      LoadSettings.builder()
          .setUseMarks(true)
          .setMaxAliasesForCollections(50)
          .setCodePointLimit(MAX_BYTES)
          .setAllowRecursiveKeys(false)
          .build();

  private YamlText() {}

  /** The root of the document, null if there is none; then a problem says why. */
  static @Nullable Node parse(Path file, Problems problems) {
    byte[] bytes = bytes(file, problems);
    return bytes == null ? null : parse(bytes, problems);
  }

  /** As {@link #parse(Path, Problems)}, of the bytes of a file. */
  static @Nullable Node parse(byte[] bytes, Problems problems) {
    String text = decode(bytes, problems);
    return text == null || !printable(text, problems) ? null : compose(text, problems);
  }

  private static byte @Nullable [] bytes(Path file, Problems problems) {
    try {
      if (Files.isDirectory(file)) {
        problems.add("is a folder; name a file, for example with --config feeds.yml");
      } else if (Files.size(file) > MAX_BYTES) {
        problems.add("is larger than 8 MiB; this is not a list of sources");
      } else {
        return Files.readAllBytes(file);
      }
    } catch (NoSuchFileException e) {
      problems.add("not found; create it, or name another file with --config FILE");
    } catch (IOException e) {
      problems.add("cannot be read; check its permissions (" + e.getClass().getSimpleName() + ")");
    }
    return null;
  }

  private static @Nullable String decode(byte[] bytes, Problems problems) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
    String text = chars.flip().toString();
    if (result.isError()) {
      addAt(text, text.length(), "not UTF-8 text; save the file as UTF-8", problems);
      return null;
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean printable(String text, Problems problems) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((Character.isISOControl(c) && "\t\n\r\u0085".indexOf(c) < 0) || c >= '\uFFFE') {
        String message = "not text: a control character (U+%04X); remove it".formatted((int) c);
        addAt(text, i, message, problems);
        return false;
      }
    }
    return true;
  }

  private static void addAt(String text, int offset, String message, Problems problems) {
    String before = text.substring(0, offset);
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    problems.add(line, offset - before.lastIndexOf('\n'), message);
  }

  private static @Nullable Node compose(String text, Problems problems) {
    try {
      Optional<Node> root = new Compose(LIMITS).composeString(text);
      if (root.isEmpty()) {
        problems.add("is empty; write a list of URLs under \"sources:\"");
      }
      return root.orElse(null);
    } catch (MarkedYamlEngineException e) {
      Mark mark = place(e).orElse(null);
      int line = mark == null ? 0 : mark.getLine() + 1;
      int column = mark == null ? 0 : mark.getColumn() + 1;
      problems.add(line, column, "not YAML: " + plain(e));
    } catch (YamlEngineException e) {
      problems.add("not YAML: " + Scalar.shown(String.valueOf(e.getMessage())));
    } catch (StackOverflowError e) {
      // The library composes recursively and has no limit of its own.
      problems.add("nested too deeply; this is not a list of sources");
    }
    return null;
  }

  /** Where the reader should look: an open quote where it opens, not where the file ends. */
  private static Optional<Mark> place(MarkedYamlEngineException e) {
    return String.valueOf(e.getProblem()).contains("unexpected end of stream")
        ? e.getContextMark().or(e::getProblemMark)
        : e.getProblemMark().or(e::getContextMark);
  }

  /** The library's message and what usually causes it. */
  private static String plain(MarkedYamlEngineException e) {
    String problem = String.valueOf(e.getProblem()).replaceAll("\\s+", " ").strip();
    if (problem.contains("TAB")) {
      return "a tab where only spaces may stand; indent with spaces";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "a second \": \" in one line; put the value in quotes, or check the indentation";
    }
    if (problem.contains("unexpected end of stream")) {
      return "this quote is never closed";
    }
    if (problem.contains("cannot start any token")) {
      return problem.replaceAll("\\.? ?\\(.*", "") + "; put the value in quotes";
    }
    if (problem.contains("but found another document")) {
      return "a second document begins here (\"---\"); keep one";
    }
    if (problem.contains("found undefined alias")) {
      return problem + "; a value that begins with * needs quotes";
    }
    return problem + "; check indentation, brackets and quotes here and just above";
  }
}

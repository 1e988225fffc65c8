package dev.transponder.story;

import dev.transponder.model.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The texts of the labelled set, one file for each language in {@code stories/}: "@ name", "=
 * title", then a passage a line, "&gt;" before quotations and "|" before code. Texts whose names
 * have a part before "/" in common are hard to tell apart and are different stories.
 */
final class StoryTexts {
  static final List<String> LANGUAGES = List.of("en", "zh", "ja", "mixed");

  /** One text. */
  record Text(String language, String name, String title, List<Passage> passages) {
    Text {
      passages = List.copyOf(passages);
    }

    /** The family of texts that are hard to tell apart, the name itself for a text of its own. */
    String family() {
      int slash = name.indexOf('/');
      return slash < 0 ? name : name.substring(0, slash);
    }

    Telling telling() {
      return Telling.of(title, passages);
    }

    Text with(List<Passage> others) {
      return new Text(language, name, title, others);
    }

    Text titled(String other) {
      return new Text(language, name, other, passages);
    }

    /** Whether it is kept away from those that the decision was made with. */
    boolean heldOut() {
      return Math.floorMod(((language + family()).hashCode() * 31) >> 4, 3) == 0;
    }
  }

  private StoryTexts() {}

  static List<Text> of(String language) {
    List<Text> texts = new ArrayList<>();
    for (String part : read(language).split("(?m)^@ ", -1)) {
      List<String> lines = part.lines().toList();
      if (lines.size() > 2) {
        List<Passage> passages =
            lines.subList(2, lines.size()).stream().map(StoryTexts::passage).toList();
        texts.add(new Text(language, lines.get(0), lines.get(1).substring(2), passages));
      }
    }
    return texts;
  }

  private static Passage passage(String line) {
    return switch (line.charAt(0)) {
      case '>' -> new Passage(Passage.Kind.QUOTE, line.substring(2));
      case '|' -> new Passage(Passage.Kind.CODE, line.substring(2));
      default -> new Passage(Passage.Kind.TEXT, line);
    };
  }

  private static String read(String language) {
    String path = "/stories/" + language + ".txt";
    try (var in = Objects.requireNonNull(StoryTexts.class.getResourceAsStream(path))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.transponder.story;

import dev.transponder.model.Passage;
import dev.transponder.text.Numerals;
import dev.transponder.text.Words.Script;
import dev.transponder.text.Words.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a title, and apart from them what it counts with: numbers in digits and words,
 * months and days, Roman numerals, "下" of a story in parts.
 *
 * @param words the words that are no numbers
 * @param counts in their order, as often as they stand there
 */
record TitleWords(List<Integer> words, List<Integer> counts) {
  /** What names the parts of a text where it stands alone or before the word for "part". */
  private static final List<String> PARTS = List.of("上前", "中", "下後后");

  private static final String PART = "編篇集卷巻部半回期章";

  static TitleWords of(List<Word> title) {
    List<Integer> words = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    for (int i = 0; i < title.size(); i++) {
      Word word = title.get(i);
      String number = number(title, i);
      if (number == null) {
        words.add(Tokens.of(word, Passage.Kind.TEXT));
      } else {
        counts.add(Tokens.of(new Word(number, Script.NUMBER, false, false), Passage.Kind.TEXT));
      }
    }
    return new TitleWords(words, counts);
  }

  private static @Nullable String number(List<Word> title, int at) {
    Word word = title.get(at);
    return switch (word.script()) {
      case NUMBER -> word.text();
      case SPACED -> Numerals.inTitle(word.text(), word.capitals());
      case DENSE -> {
        boolean last = at == title.size() - 1;
        boolean counted = last || PART.contains(title.get(at + 1).text());
        yield counted ? part(word.text()) : null;
      }
    };
  }

  private static @Nullable String part(String word) {
    for (int i = 0; i < PARTS.size(); i++) {
      if (PARTS.get(i).contains(word)) {
        return "part " + i;
      }
    }
    return null;
  }

  int[] tokens() {
    return words.stream().mapToInt(Integer::intValue).toArray();
  }

  int[] numbers() {
    return counts.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
  }
}

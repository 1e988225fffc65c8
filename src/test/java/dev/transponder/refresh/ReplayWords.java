package dev.transponder.refresh;

import dev.transponder.refresh.ReplayWorld.Habit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The texts of a {@link ReplayWorld}, all of which are told by numbers. */
final class ReplayWords {
  private static final int WORDS = 12_000;

  private final long seed;
  private final Random headlines;
  private final List<String> words;

  ReplayWords(long seed) {
    this.seed = seed;
    headlines = new Random(seed);
    words = IntStream.range(0, WORDS).mapToObj(ReplayWords::spelled).toList();
  }

  private static String spelled(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = number + 30; rest > 0; rest /= 60) {
      word.append("bdfklmnprstv".charAt(rest % 60 / 5)).append("aeiou".charAt(rest % 5));
    }
    return word.toString();
  }

  String title(int story, Habit habit) {
    return switch (habit) {
      case DAILY_REPORT -> "Harbour report";
      case RELEASES -> "Mole 2." + story + " is out";
      case NONE,
          RENUMBERS,
          MOVES,
          TRACKS,
          ONE_GUID,
          NO_NAMES,
          REPEATS_GUIDS,
          FORGETS,
          EDITS,
          COUNTS,
          STEALS ->
          sentence(new Random(seed + 7L * story), 6);
    };
  }

  String headline() {
    return sentence(headlines, 7);
  }

  List<String> text(int story, Habit habit, int source) {
    Random own = new Random(seed * 31 + story);
    return switch (habit) {
      case DAILY_REPORT ->
          List.of(
              "The water stood at %d centimetres in the morning and at %d in the evening."
                  .formatted(200 + own.nextInt(400), 200 + own.nextInt(400)),
              "There came in %d ships and %d left; the wind blew at %d knots. The next report comes"
                      .formatted(own.nextInt(90), own.nextInt(90), own.nextInt(60))
                  + " tomorrow at eight, as on all days, from the office on the mole.");
      case RELEASES ->
          List.of(
              "Mole 2.%d is ready for all who moor with it. Thanks to everybody who has helped."
                  .formatted(story),
              "What is new: " + sentence(own, 9) + " " + sentence(own, 8),
              "Make a copy of your mooring plan first, then update as usual; the manual tells how.");
      case NONE,
          RENUMBERS,
          MOVES,
          TRACKS,
          ONE_GUID,
          NO_NAMES,
          REPEATS_GUIDS,
          FORGETS,
          EDITS,
          COUNTS,
          STEALS -> {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 2 + own.nextInt(3); i > 0; i--) {
          paragraphs.add(
              IntStream.range(0, 3 + own.nextInt(3))
                  .mapToObj(_ -> sentence(own, 7 + own.nextInt(8)))
                  .collect(Collectors.joining(" ")));
        }
        yield List.copyOf(paragraphs);
      }
    };
  }

  static String html(List<String> paragraphs) {
    return paragraphs.stream().collect(Collectors.joining("</p><p>", "<p>", "</p>"));
  }

  /** What the source writes around all that it copies. */
  String framed(List<String> text, int source) {
    Random site = new Random(seed - source);
    List<String> framed = new ArrayList<>();
    framed.add("From our neighbours. " + sentence(site, 5));
    framed.addAll(text);
    framed.add(sentence(site, 12) + " " + sentence(site, 9));
    return html(framed);
  }

  /** Cut within a word. */
  String excerpt(List<String> text) {
    String all = String.join(" ", text);
    return "<p>"
        + all.substring(0, Math.max(Math.min(all.length(), 260), all.length() * 3 / 5))
        + "…</p>";
  }

  String addition(int story) {
    return "<p>" + sentence(new Random(seed * 17 + story), 11) + "</p>";
  }

  private String sentence(Random random, int length) {
    String sentence =
        IntStream.range(0, length)
            .mapToObj(_ -> words.get((int) Math.exp(random.nextDouble() * Math.log(WORDS))))
            .collect(Collectors.joining(" "));
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
  }
}

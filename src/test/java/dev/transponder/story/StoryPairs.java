package dev.transponder.story;

import dev.transponder.model.Passage;
import dev.transponder.story.StoryTexts.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The labelled pairs: copies of each text, and texts that are easily taken for copies. */
final class StoryPairs {
  /** Two entries and whether they tell one story. */
  record Pair(
      String language,
      String kind,
      boolean same,
      boolean heldOut,
      String name,
      Telling one,
      Repeats repeatsOfOne,
      Telling other,
      Repeats repeatsOfOther) {}

  private final List<Pair> pairs = new ArrayList<>();

  private StoryPairs() {}

  static List<Pair> all() {
    StoryPairs all = new StoryPairs();
    for (String language : StoryTexts.LANGUAGES) {
      List<Text> texts = StoryTexts.of(language);
      all.copies(texts);
      all.families(texts);
      all.others(texts);
    }
    all.translations();
    return List.copyOf(all.pairs);
  }

  /** Four copies of each text, of kinds that change from text to text. */
  private void copies(List<Text> texts) {
    int turn = 0;
    for (Text text : texts) {
      if (text.name().equals(text.family())) {
        List<Text> framed = Copies.framed(text);
        add(text, "two frames", true, framed.get(0), Repeats.NONE, framed.get(1), Repeats.NONE);
      }
      List<Map.Entry<String, Text>> copies = List.copyOf(Copies.of(text).entrySet());
      Repeats repeats = Repeats.of(family(texts, text).stream().map(Text::telling).toList());
      for (int i = 0; i < (text.language().equals("mixed") ? 5 : 2); i++) {
        var copy = copies.get(turn++ % copies.size());
        if (!text.name().equals(text.family()) && copy.getKey().contains("headline")) {
          copy = copies.get(turn++ % copies.size()); // one template, its values and no title
        }
        add(text, copy.getKey(), true, text, repeats, copy.getValue(), Repeats.NONE);
      }
    }
  }

  private static List<Text> family(List<Text> texts, Text text) {
    return texts.stream().filter(other -> other.family().equals(text.family())).toList();
  }

  private void families(List<Text> texts) {
    for (Text one : texts) {
      for (Text other : family(texts, one)) {
        if (one.name().compareTo(other.name()) < 0) {
          add(one, "family " + one.family(), false, one, Repeats.NONE, other, Repeats.NONE);
        }
      }
    }
  }

  /** Texts with something of another text in them. */
  private void others(List<Text> texts) {
    List<Text> alone = texts.stream().filter(t -> t.name().equals(t.family())).toList();
    for (int i = 0; i < alone.size(); i++) {
      Text text = alone.get(i);
      Text other = alone.get((i + 1) % alone.size());
      String quoted = text.passages().get(1).text();
      switch (i % 4) {
        case 0 ->
            add(
                text,
                "quotation",
                false,
                text,
                Repeats.NONE,
                with(other, Passage.Kind.QUOTE, quoted),
                Repeats.NONE);
        case 1 -> {
          add(
              text,
              "long quotation in a short comment",
              false,
              text,
              Repeats.NONE,
              comment(text, other),
              Repeats.NONE);
          add(
              text,
              "unmarked quotation",
              false,
              text,
              Repeats.NONE,
              with(other, Passage.Kind.TEXT, quoted),
              Repeats.NONE);
        }
        case 2 -> {
          add(text, "digest", false, text, Repeats.NONE, digest(alone, i), Repeats.NONE);
          add(
              text,
              "column",
              false,
              column(text, text, alone),
              Repeats.NONE,
              column(text, other, alone),
              Repeats.NONE);
        }
        default -> {
          String foot = alone.get((i + 2) % alone.size()).passages().getLast().text();
          add(
              text,
              "shared foot",
              false,
              with(text, Passage.Kind.TEXT, foot),
              Repeats.NONE,
              with(other, Passage.Kind.TEXT, foot),
              Repeats.NONE);
        }
      }
      add(
          text,
          "digest of whole texts",
          false,
          text,
          Repeats.NONE,
          collection(alone, i),
          Repeats.NONE);
      add(
          text,
          "other text, one title",
          false,
          text,
          Repeats.NONE,
          alone.get((i + 5) % alone.size()).titled(text.title()),
          Repeats.NONE);
    }
  }

  private static Text with(Text text, Passage.Kind kind, String added) {
    List<Passage> more = new ArrayList<>(text.passages());
    more.add(1, new Passage(kind, added));
    return text.with(more);
  }

  /** The first passages of five texts, that of the text in the middle. */
  private static Text digest(List<Text> texts, int at) {
    List<Passage> digest = new ArrayList<>();
    for (int i = -2; i <= 2; i++) {
      digest.add(texts.get(Math.floorMod(at + i, texts.size())).passages().getFirst());
    }
    return texts.get(at).titled("The week in ten minutes 一周要闻").with(digest);
  }

  /** The first passage of another text, the middle of this one unmarked, nothing else. */
  private static Text comment(Text text, Text other) {
    return other.with(List.of(other.passages().getFirst(), text.passages().get(1)));
  }

  /** One title and one beginning, then a text of its own. */
  private static Text column(Text titled, Text text, List<Text> texts) {
    List<Passage> passages = new ArrayList<>();
    passages.add(texts.get((texts.indexOf(titled) + 7) % texts.size()).passages().getLast());
    passages.addAll(text.passages());
    return titled.with(passages);
  }

  /** Three whole texts, that of the text last. */
  private static Text collection(List<Text> texts, int at) {
    List<Passage> whole = new ArrayList<>();
    for (int i = -2; i <= 0; i++) {
      whole.addAll(texts.get(Math.floorMod(at + i, texts.size())).passages());
    }
    return texts.get(at).titled("Long reads for the weekend 周末长文").with(whole);
  }

  /** The first texts of each language tell the same, in the same order. */
  private void translations() {
    List<Text> english = StoryTexts.of("en");
    List<Text> chinese = StoryTexts.of("zh");
    List<Text> japanese = StoryTexts.of("ja");
    for (int i = 0; i < 20; i++) {
      Text zh =
          new Text(
              "mixed", chinese.get(i).name(), chinese.get(i).title(), chinese.get(i).passages());
      add(zh, "translation", false, zh, Repeats.NONE, japanese.get(i), Repeats.NONE);
      add(zh, "translation", false, zh, Repeats.NONE, english.get(i), Repeats.NONE);
    }
  }

  private void add(
      Text of, String kind, boolean same, Text one, Repeats repeats, Text other, Repeats others) {
    pairs.add(
        new Pair(
            of.language(),
            kind,
            same,
            of.heldOut(),
            one.name() + " / " + other.name(),
            one.telling(),
            repeats,
            other.telling(),
            others));
  }
}

package dev.transponder.story;

import dev.transponder.model.Passage;
import dev.transponder.text.Words;
import dev.transponder.text.Words.Word;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an entry tells, made comparable: the words of its title and of the beginning of its text as
 * hashes, what is quoted and what is code apart. Of one size at most, whatever the entry is.
 *
 * <p>Immutable and thread safe. Which tellings are worth comparing is told by their {@link #marks}
 * and {@link #lookups}, what they have in common by {@link Likeness}.
 */
public final class Telling {
  /** Raised with every change of {@link Words} or {@link Tokens}. */
  private static final byte VERSION = 1;

  /** Words that are kept of the title, and half words of the text. */
  private static final int TITLE_WORDS = 60;

  private static final int TEXT_HALVES = 3_000;

  /** Characters that are looked at in all. */
  private static final int CHARACTERS = 24_000;

  private static final int TITLE_CHARACTERS = 500;

  /** Tells nothing. */
  static final Telling NOTHING = new Telling(new int[0], new int[0], new int[0]);

  private final int[] title;
  private final int[] titleNumbers;
  private final int[] text;

  private Telling(int[] title, int[] titleNumbers, int[] text) {
    this.title = title;
    this.titleNumbers = titleNumbers;
    this.text = text;
  }

  /** What a title and the passages of a text tell. */
  public static Telling of(@Nullable String title, List<Passage> passages) {
    String line = title == null ? "" : cut(title, TITLE_CHARACTERS);
    TitleWords words = TitleWords.of(Words.of(line, TITLE_WORDS));
    return new Telling(words.tokens(), words.numbers(), text(passages));
  }

  private static int[] text(List<Passage> passages) {
    int[] tokens = new int[TEXT_HALVES];
    int count = 0;
    int halves = 0;
    int characters = CHARACTERS;
    for (int i = 0; i < passages.size() && characters > 0 && halves < TEXT_HALVES; i++) {
      Passage passage = passages.get(i);
      String read = cut(passage.text(), characters);
      characters -= read.length() + 1;
      List<Word> words = Words.of(read, TEXT_HALVES - halves);
      int last = i == passages.size() - 1 && isCut(read) ? words.size() - 1 : words.size();
      for (int w = 0; w < last && halves < TEXT_HALVES; w++) {
        int token = Tokens.of(words.get(w), passage.kind());
        halves += Tokens.halves(token);
        tokens[count++] = token;
      }
    }
    return Arrays.copyOf(tokens, count);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  /** Whether an excerpt breaks off, perhaps within its last word. */
  private static boolean isCut(String text) {
    String end = text.substring(Math.max(0, text.length() - 8)).strip();
    return end.endsWith("...") || end.endsWith("…") || end.endsWith("…]") || end.endsWith("...]");
  }

  /** The form that is stored, 12 KB at most. */
  public byte[] bytes() {
    ByteBuffer out =
        ByteBuffer.allocate(5 + 4 * (title.length + titleNumbers.length + text.length));
    out.put(VERSION).put((byte) title.length).put((byte) titleNumbers.length);
    out.putShort((short) text.length);
    for (int[] tokens : List.of(title, titleNumbers, text)) {
      for (int token : tokens) {
        out.putInt(token);
      }
    }
    return out.array();
  }

  /**
   * The telling of its {@link #bytes}. What another version of the program wrote, or what is
   * broken, tells nothing: the entry has to be told anew.
   */
  public static Telling read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      if (in.get() != VERSION) {
        return NOTHING;
      }
      int[] title = new int[in.get() & 0xFF];
      int[] titleNumbers = new int[in.get() & 0xFF];
      int[] text = new int[in.getShort() & 0xFFFF];
      for (int[] tokens : List.of(title, titleNumbers, text)) {
        for (int i = 0; i < tokens.length; i++) {
          tokens[i] = in.getInt();
        }
      }
      return new Telling(title, titleNumbers, text);
    } catch (BufferUnderflowException broken) {
      return NOTHING;
    }
  }

  /**
   * Where this telling is to be found: at most 16 marks, to be indexed. Two tellings of one story
   * have with near certainty a mark of the one among the {@link #lookups} of the other, both ways.
   * No mark means anything alone: those that very many tellings share may be left out.
   */
  public List<Long> marks() {
    return Marks.few(this);
  }

  /** What to look for among the marks of others: at most 64. */
  public List<Long> lookups() {
    return Marks.many(this);
  }

  /** The words of the title that are no numbers, in their order. Not to be changed. */
  int[] title() {
    return title;
  }

  /** The numbers of the title, sorted. Not to be changed. */
  int[] titleNumbers() {
    return titleNumbers;
  }

  /** The words of the text in their order. Not to be changed. */
  int[] text() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Telling telling && Arrays.equals(bytes(), telling.bytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(text) * 31 + Arrays.hashCode(title);
  }

  @Override
  public String toString() {
    List<Integer> sizes = new ArrayList<>(List.of(title.length, titleNumbers.length, text.length));
    return "Telling" + sizes;
  }
}

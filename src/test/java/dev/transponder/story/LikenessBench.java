package dev.transponder.story;

import dev.transponder.model.Passage;
import dev.transponder.story.StoryPairs.Pair;
import dev.transponder.story.StoryTexts.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What recognising a story costs on one thread: the telling of a text, its marks, and a decision
 * between two, for the texts of the labelled set and for the longest that are looked at.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m"})
public class LikenessBench {

  /** The texts, made once. */
  @State(Scope.Thread)
  public static class Stories {
    private final List<Text> texts = new ArrayList<>();
    private final List<Text> long1500 = new ArrayList<>();
    private final List<Telling> tellings = new ArrayList<>();
    private List<Pair> pairs = List.of();
    private int next;

    @Setup(Level.Trial)
    public void make() {
      pairs = StoryPairs.all();
      for (String language : StoryTexts.LANGUAGES) {
        List<Text> all = StoryTexts.of(language);
        texts.addAll(all);
        List<Passage> passages = all.stream().flatMap(text -> text.passages().stream()).toList();
        long1500.add(all.getFirst().with(passages));
        List<Passage> most = passages.subList(7, passages.size());
        tellings.add(all.getFirst().with(passages).telling());
        tellings.add(all.getFirst().with(most).telling());
      }
    }

    private <T> T one(List<T> of) {
      next = (next + 1) % 1_000_000;
      return of.get(next % of.size());
    }
  }

  @Benchmark
  public Likeness decisionOfTheSet(Stories stories) {
    Pair pair = stories.one(stories.pairs);
    return Likeness.of(pair.one(), pair.repeatsOfOne(), pair.other(), pair.repeatsOfOther());
  }

  @Benchmark
  public Likeness decisionOfTheLongest(Stories stories) {
    stories.next = (stories.next + 2) % 8;
    int at = stories.next;
    Telling one = stories.tellings.get(at);
    return Likeness.of(one, Repeats.NONE, stories.tellings.get(at + 1), Repeats.NONE);
  }

  @Benchmark
  public Telling tellingOfTheSet(Stories stories) {
    return stories.one(stories.texts).telling();
  }

  @Benchmark
  public Telling tellingOfTheLongest(Stories stories) {
    return stories.one(stories.long1500).telling();
  }

  @Benchmark
  public List<Long> lookupsOfTheLongest(Stories stories) {
    return stories.one(stories.tellings).lookups();
  }
}

package dev.transponder.refresh;

import com.sun.management.OperatingSystemMXBean;
import dev.transponder.model.Budget;
import dev.transponder.model.Entry;
import dev.transponder.model.Plan;
import dev.transponder.model.Source;
import dev.transponder.model.Verdicts;
import dev.transponder.store.Store;
import dev.transponder.store.StoryTeller;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Measures what deciding costs with many entries stored, not a test: fills a store on disk with
 * generated entries of 40 to 300 words, a tenth of them copies, and prints at each size what one
 * more entry costs. Arguments: an empty folder, and the sizes in their order.
 */
final class StoryLoad {
  private static final int SOURCES = 100;
  private static final int FILLED = 1_000;
  private static final int DOCUMENT = 20;
  private static final int DOCUMENTS = 60;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final List<String> WORDS =
      IntStream.range(0, 40_000)
          .mapToObj(i -> Integer.toString(i * 7919 + 360, 36).replaceAll("[0-9]", "e"))
          .toList();
  private static final Budget UNBOUNDED = () -> {};

  private final Store store;
  private final Random random = new Random(1);
  private int documents;
  private int entries;

  private StoryLoad(Store store) {
    this.store = store;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int[] sizes = Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
    try (Store store = Store.open("jdbc:h2:file:" + folder.resolve("store"))) {
      store.sync(IntStream.range(0, SOURCES).mapToObj(StoryLoad::source).toList(), START);
      StoryLoad load = new StoryLoad(store);
      for (int size : sizes) {
        load.fill(size);
        load.measure();
        System.out.printf(
            Locale.ROOT,
            "  %.0f MB, %.2f KB an entry, %d stories%n",
            bytes(folder) / 1e6,
            bytes(folder) / 1e3 / load.entries,
            store.totals().stories());
      }
    }
    System.out.printf(Locale.ROOT, "closed: %.0f MB%n", bytes(folder) / 1e6);
  }

  private void fill(int size) {
    long start = System.nanoTime();
    int before = entries;
    while (entries < size) {
      apply(document(Math.min(FILLED, size - entries)), true);
    }
    System.out.printf(
        Locale.ROOT,
        "%d entries, filled at %.0f a second%n",
        entries,
        (entries - before) * 1e9 / (System.nanoTime() - start));
  }

  /** Documents that are compared by their texts, and as many of which only the links are. */
  private void measure() {
    double[][] near = new double[DOCUMENTS][];
    double[][] links = new double[DOCUMENTS][];
    for (int i = 0; i < DOCUMENTS; i++) {
      near[i] = apply(document(DOCUMENT), true);
      links[i] = apply(document(DOCUMENT), false);
    }
    print("telling, CPU", i -> near[i][0]);
    print("apply, CPU", i -> near[i][1]);
    print("apply, wall", i -> near[i][2]);
    print("apply by links, CPU", i -> links[i][1]);
    print("deciding (telling + apply - by links)", i -> near[i][0] + near[i][1] - links[i][1]);
  }

  private static void print(String what, IntToDoubleFunction one) {
    double[] sorted = IntStream.range(0, DOCUMENTS).mapToDouble(one).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "  %-38s median %6.0f µs an entry, mean %6.0f, nine of ten under %6.0f%n",
        what,
        sorted[DOCUMENTS / 2],
        Arrays.stream(sorted).average().orElse(0),
        sorted[DOCUMENTS * 9 / 10]);
  }

  /** Microseconds an entry: CPU of the tellings, CPU and wall of the transaction. */
  private double[] apply(Map<String, Entry> document, boolean near) {
    Source source = source(documents++ % SOURCES);
    List<Plan.Insert> inserts =
        document.entrySet().stream().map(one -> insert(one.getKey(), one.getValue())).toList();
    store.claimNow("load", source.id(), START.plus(Duration.ofDays(999)), Duration.ofHours(1));
    Plan plan = new Plan(store.state(source.id()), null, inserts, List.of());
    long told = cpu();
    StoryTeller teller =
        near
            ? NearStories.of(new Planned(document, Map.of()), document.values(), UNBOUNDED)
            : StoryTeller.LINKS;
    long begun = cpu();
    long wall = System.nanoTime();
    int stored = store.apply("load", plan, Verdicts.NONE, teller).inserted();
    if (stored != document.size()) {
      throw new IllegalStateException("only " + stored + " entries stored");
    }
    double each = 1e3 * stored;
    return new double[] {
      (begun - told) / each, (cpu() - begun) / each, (System.nanoTime() - wall) / each
    };
  }

  private Map<String, Entry> document(int size) {
    Map<String, Entry> document = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      int number = entries++;
      boolean copy = number > 0 && random.nextInt(10) == 0;
      int told = copy ? random.nextInt(number) : number;
      document.put("entry " + number, entry(number, told));
    }
    return document;
  }

  /** An entry with the text that belongs to a number, framed as its source does. */
  private Entry entry(int number, int told) {
    Random own = new Random(told);
    boolean dense = told % 4 == 3;
    int words = 40 + own.nextInt(261);
    StringBuilder text = new StringBuilder("<p>");
    for (int i = 1; i <= words; i++) {
      text.append(word(own, dense)).append(i % 13 == 0 ? ". " : dense ? "" : " ");
      text.append(i % 60 == 0 ? "</p><p>" : "");
    }
    Random site = new Random(-1 - documents % SOURCES);
    text.append("</p><p>");
    IntStream.range(0, 12).forEach(_ -> text.append(word(site, false)).append(' '));
    StringBuilder title = new StringBuilder();
    Random headline = new Random(number);
    IntStream.range(0, 8).forEach(_ -> title.append(word(headline, dense)).append(' '));
    return Entry.builder()
        .title(title.toString())
        .link("https://s%d.example/%d".formatted(documents % SOURCES, number))
        .content(text + "</p>")
        .build();
  }

  /** Few words are common and most are rare, as in a language. */
  private static String word(Random random, boolean dense) {
    int rank = (int) Math.exp(random.nextDouble() * Math.log(dense ? 6_000 : WORDS.size()));
    return dense
        ? Character.toString(0x4E00 + rank) + Character.toString(0x4E00 + random.nextInt(400))
        : WORDS.get(rank);
  }

  private static Plan.Insert insert(String key, Entry entry) {
    Instant seen = START.plusSeconds(Long.parseLong(key.substring(6)));
    String id = "urn:load:" + key;
    return new Plan.Insert(key, id, "link " + entry.link(), seen, seen, seen, "hash", entry);
  }

  private static Source source(int number) {
    return Source.of("s" + number, "https://s" + number + ".example/feed");
  }

  /** Of all threads, as the store works on its own, and with what the heap costs. */
  private static long cpu() {
    return SYSTEM.getProcessCpuTime();
  }

  private static double bytes(Path folder) throws IOException {
    long bytes = 0;
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }
}

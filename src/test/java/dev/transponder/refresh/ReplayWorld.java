package dev.transponder.refresh;

import dev.transponder.model.Source;
import dev.transponder.refresh.Received.Item;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sources that tell stories, each with a bad habit of its own, and what is true of them. What a
 * source says at a moment is the same whoever asks; how it says it changes from one time to the
 * next.
 */
final class ReplayWorld {
  /** The bad habits, each of one source after another. */
  enum Habit {
    NONE,
    /** Now and then all its entries have other GUIDs. */
    RENUMBERS,
    /** Other hosts and schemes from day to day, in links and GUIDs. */
    MOVES,
    /** Other tracking parameters each time. */
    TRACKS,
    ONE_GUID,
    /** No GUID, and one link and one date for all. */
    NO_NAMES,
    /** Two entries have one GUID, not always the same two. */
    REPEATS_GUIDS,
    /** Another order each time; entries go, and come back long after they were purged. */
    FORGETS,
    EDITS,
    /** Counters and advertisements. */
    COUNTS,
    DAILY_REPORT,
    RELEASES,
    /** Everything of others, under their ids and links. */
    STEALS
  }

  /** What a source says of a story. */
  record Telling(int story, int source, Instant time, Tie tie, Item item) {}

  /** What an entry has in common with the others that tell its story. */
  enum Tie {
    TEXT,
    LINK,
    BOTH
  }

  private static final Duration EDITED = Duration.ofHours(30);

  private final List<Habit> habits = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<List<Telling>> tellings = new ArrayList<>();
  private final Map<String, Integer> stories = new HashMap<>();
  private final List<Integer> owners = new ArrayList<>();
  private final Random random;
  private final ReplayWords words;

  ReplayWorld(int size, int days, long seed) {
    random = new Random(seed);
    words = new ReplayWords(seed);
    for (int i = 0; i < size; i++) {
      habits.add(Habit.values()[i % Habit.values().length]);
      sources.add(Source.of("s" + i, "https://s" + i + ".example/feed"));
      tellings.add(new ArrayList<>());
    }
    for (int day = -3; day < days; day++) {
      for (int i = 0; i < size; i++) {
        if (habits.get(i) != Habit.STEALS) {
          Instant noon = Received.START.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(day));
          tell(i, noon.plusSeconds(random.nextInt(86_400)));
        }
      }
    }
    tellings.forEach(all -> all.sort((one, other) -> one.time().compareTo(other.time())));
  }

  List<Source> sources() {
    return sources;
  }

  Habit habit(int source) {
    return habits.get(source);
  }

  /** The stories that sources have told up to now. */
  List<Telling> told(int source, Instant now) {
    return tellings.get(source).stream().filter(one -> !one.time().isAfter(now)).toList();
  }

  /** Which story an entry tells. */
  int story(@Nullable String link, @Nullable String title) {
    Integer story = link == null ? null : stories.get(URI.create(link).getPath());
    return story != null ? story : Objects.requireNonNull(stories.get(title), title + link);
  }

  /** The source that tells a story first, at its own site. */
  int owner(int story) {
    return owners.get(story);
  }

  /** How often an entry that tells this has really changed by then. */
  int edits(Telling telling, Instant now) {
    return habit(telling.source()) == Habit.EDITS && isEdited(telling, now) ? 1 : 0;
  }

  private static boolean isEdited(Telling telling, Instant now) {
    return telling.time().plus(EDITED).isBefore(now);
  }

  /** A story, and those who copy it within two days. */
  private void tell(int source, Instant time) {
    int story = owners.size();
    owners.add(source);
    Habit habit = habits.get(source);
    String title = words.title(story, habit);
    List<String> text = words.text(story, habit, source);
    Item item = item(source, story, title, ReplayWords.html(text), time);
    add(source, story, time, Tie.BOTH, item);
    for (int i = 0; i < habits.size(); i++) {
      if (habits.get(i) == Habit.STEALS && habit != Habit.NO_NAMES && random.nextInt(4) == 0) {
        add(i, story, time, Tie.BOTH, item);
      }
    }
    if (random.nextInt(3) == 0) {
      int copies = 1 + random.nextInt(3);
      IntStream.range(0, habits.size())
          .map(i -> (source + 1 + i * 7) % habits.size())
          .filter(other -> other != source && isCopying(habits.get(other)))
          .distinct()
          .limit(copies)
          .forEach(other -> copy(other, story, item, text, habit, time));
    }
  }

  private static boolean isCopying(Habit habit) {
    return switch (habit) {
      case NONE, RENUMBERS, MOVES, TRACKS, ONE_GUID, REPEATS_GUIDS, FORGETS, COUNTS -> true;
      case NO_NAMES, EDITS, DAILY_REPORT, RELEASES, STEALS -> false;
    };
  }

  /**
   * Nobody only links to a source that moves: what tells the same by nothing but its link needs the
   * link that the other has now, and neither what it had nor what it will have.
   */
  private void copy(int by, int story, Item of, List<String> text, Habit habit, Instant time) {
    Instant later = time.plusSeconds(3_600 + random.nextInt(170_000));
    String title = Objects.requireNonNull(of.title());
    boolean template = habit == Habit.DAILY_REPORT || habit == Habit.RELEASES;
    String other = template ? title : words.headline();
    int way = random.nextInt(template ? 2 : 4);
    boolean unlinked = habit == Habit.NO_NAMES || habit == Habit.MOVES;
    Item copy =
        switch (way) {
          case 0 -> item(by, story, title, words.framed(text, by), later);
          case 1 ->
              unlinked
                  ? item(by, story, title, ReplayWords.html(text), later)
                  : item(by, story, other, "<p>Seen at our neighbours'.</p>", later)
                      .link(of.link() + "?utm_source=s" + by);
          case 2 -> item(by, story, title, words.excerpt(text), later);
          default -> item(by, story, other, words.framed(text, by), later);
        };
    add(by, story, later, way == 1 && !unlinked ? Tie.LINK : Tie.TEXT, copy);
  }

  private void add(int source, int story, Instant time, Tie tie, Item item) {
    tellings.get(source).add(new Telling(story, source, time, tie, item));
  }

  private Item item(int source, int story, String title, String text, Instant time) {
    boolean unnamed = habits.get(source) == Habit.NO_NAMES;
    String link = "https://s%d.example/%d".formatted(source, story);
    Instant date = unnamed ? Received.START.truncatedTo(ChronoUnit.DAYS) : time;
    if (unnamed) {
      stories.put(title, story);
    } else {
      stories.put("/" + story, story);
    }
    return new Item(
        unnamed ? null : link,
        unnamed ? "https://s%d.example/".formatted(source) : link,
        title,
        text,
        DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)));
  }

  /**
   * What the source answers with.
   *
   * @param size how many entries it shows
   * @param now which decides what it says, while chance decides how
   */
  List<Telling> document(int source, int size, Instant now, Random chance) {
    List<Telling> all = told(source, now);
    List<Telling> window = new ArrayList<>(all.subList(Math.max(0, all.size() - size), all.size()));
    Collections.reverse(window);
    Habit habit = habits.get(source);
    if (habit == Habit.FORGETS) {
      window.removeIf(
          one -> one.time().plus(Duration.ofDays(7)).isBefore(now) || chance.nextInt(4) == 0);
      all.stream()
          .filter(_ -> chance.nextInt(20) == 0)
          .filter(one -> !window.contains(one))
          .forEach(window::add);
      Collections.shuffle(window, chance);
    }
    int twin = chance.nextInt(10);
    List<Telling> said = new ArrayList<>();
    for (int i = 0; i < window.size(); i++) {
      Telling one = window.get(i);
      Item before = window.get(i == twin ? Math.max(0, i - 1) : i).item();
      said.add(
          new Telling(
              one.story(),
              source,
              one.time(),
              one.tie(),
              said(one, habit, before.guid(), now, chance)));
    }
    return said;
  }

  private Item said(Telling one, Habit habit, @Nullable String twin, Instant now, Random chance) {
    Item item = one.item();
    long day = now.getEpochSecond() / 86_400;
    return switch (habit) {
      case NONE, NO_NAMES, FORGETS, DAILY_REPORT, RELEASES, STEALS -> item;
      case RENUMBERS -> item.guid(item.guid() + "#" + day / 5);
      case MOVES -> item.guid(moved(item.guid(), one, day)).link(moved(item.link(), one, day));
      case TRACKS -> {
        String tracking =
            (String.valueOf(item.link()).contains("?") ? "&" : "?") + "utm_id=" + chance.nextInt();
        yield item.guid(item.guid() + "?fbclid=" + chance.nextInt()).link(item.link() + tracking);
      }
      case ONE_GUID -> item.guid("N/A");
      case REPEATS_GUIDS -> item.guid(twin);
      case EDITS ->
          isEdited(one, now) ? item.text(item.text() + words.addition(one.story())) : item;
      case COUNTS ->
          item.text(
              item.text()
                  + "<p>%d comments</p><div>Advertisement: buy boat %d</div>"
                      .formatted(chance.nextInt(900), chance.nextInt(900)));
    };
  }

  /** A link to the source itself on the host and in the scheme of that day. */
  private static @Nullable String moved(@Nullable String url, Telling one, long day) {
    String host = "s" + one.source() + ".example";
    String scheme = day % 3 == 0 ? "http" : "https";
    String now = day / 4 % 2 == 0 ? host : "www.moved-" + host;
    return url == null ? null : url.replace("https://" + host, scheme + "://" + now);
  }
}

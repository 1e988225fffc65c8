package dev.transponder.feed;

import dev.transponder.model.Quiet;
import dev.transponder.model.Wait;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * How often a feed wants to be read: ttl, skipHours and skipDays of RSS 2.0, the syndication module
 * of RSS 1.0. ROME fails for the whole feed at an hour that is no number.
 */
final class Hints {
  /** A feed that asks for more has made a mistake. */
  private static final long LONGEST_MINUTES = Duration.ofDays(366).toMinutes();

  private Hints() {}

  static List<Wait> waits(Element head) {
    List<Wait> waits = new ArrayList<>();
    Long ttl = number(Elements.childText(head, Namespaces.NONE, "ttl"));
    if (ttl != null && ttl > 0 && ttl <= LONGEST_MINUTES) {
      waits.add(new Wait(Duration.ofMinutes(ttl), "the feed asks for " + ttl + " min (ttl)"));
    }
    Duration period = period(Elements.childText(head, Namespaces.SY, "updatePeriod"));
    if (period != null) {
      Long frequency = number(Elements.childText(head, Namespaces.SY, "updateFrequency"));
      long times = frequency == null || frequency < 1 ? 1 : frequency;
      Duration wait = period.dividedBy(times);
      waits.add(new Wait(wait, "the feed says it changes " + times + " times in " + words(period)));
    }
    return waits;
  }

  /** Hours and days that a feed names, ignored where it names all of them. */
  static Quiet quiet(Element head) {
    Set<Integer> hours = new TreeSet<>();
    for (Element hour : parts(head, "skipHours")) {
      Long number = number(Elements.text(hour));
      if (number != null && number >= 0 && number <= 24) {
        hours.add((int) (number % 24)); // RSS 0.91 counts from 1 to 24
      }
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (Element day : parts(head, "skipDays")) {
      String name = Elements.text(day);
      for (DayOfWeek known : DayOfWeek.values()) {
        if (name != null && known.name().equalsIgnoreCase(name)) {
          days.add(known);
        }
      }
    }
    boolean allHours = hours.size() == 24;
    boolean allDays = days.size() == 7;
    return new Quiet(allHours ? Set.of() : hours, allDays ? Set.of() : days);
  }

  private static List<Element> parts(Element head, String name) {
    Element list = Elements.child(head, Namespaces.NONE, name);
    return list == null ? List.of() : Elements.children(list);
  }

  private static @Nullable Duration period(@Nullable String name) {
    return switch (name == null ? "" : name.toLowerCase(Locale.ROOT)) {
      case "hourly" -> Duration.ofHours(1);
      case "daily" -> Duration.ofDays(1);
      case "weekly" -> Duration.ofDays(7);
      case "monthly" -> Duration.ofDays(30);
      case "yearly" -> Duration.ofDays(365);
      default -> null;
    };
  }

  private static String words(Duration period) {
    return period.toDays() == 0 ? "an hour" : period.toDays() + " d";
  }

  static @Nullable Long number(@Nullable String text) {
    if (text == null || !text.matches("\\d{1,12}")) {
      return null;
    }
    return Long.valueOf(text);
  }
}

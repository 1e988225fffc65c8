package dev.transponder.store;

import dev.transponder.model.Habits;
import dev.transponder.model.Habits.Move;
import dev.transponder.model.LearnedList;
import dev.transponder.model.Quiet;
import dev.transponder.model.Selectors;
import dev.transponder.model.Wait;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns {@link Habits} into JSON and back; null stands for none. */
final class HabitsJson {
  private HabitsJson() {}

  static @Nullable String of(Habits habits) {
    if (habits.equals(Habits.NONE)) {
      return null;
    }
    Wait wish = habits.wish();
    Move move = habits.move();
    return Json.object()
        .put("wish", wish == null ? null : wish.duration().toString())
        .put("wishReason", wish == null ? null : wish.reason())
        .put("quietHours", habits.quiet().hours().stream().sorted().map(Object::toString).toList())
        .put("quietDays", habits.quiet().days().stream().sorted().map(Enum::name).toList())
        .put("rhythm", Objects.toString(habits.rhythm(), null))
        .put("newest", Objects.toString(habits.newest(), null))
        .put("movedTo", habits.movedTo())
        .put("move", move == null ? null : move(move))
        .put("repeats", (long) habits.repeats())
        .put("list", habits.list() == null ? null : list(habits.list()))
        .put("silentUntil", Objects.toString(habits.silentUntil(), null))
        .toString();
  }

  static Habits habits(@Nullable String text) {
    if (text == null) {
      return Habits.NONE;
    }
    Json json = Json.parse(text);
    String wish = json.text("wish");
    String rhythm = json.text("rhythm");
    String newest = json.text("newest");
    Json move = json.child("move");
    Long repeats = json.number("repeats");
    Json list = json.child("list");
    String silentUntil = json.text("silentUntil");
    return new Habits(
        wish == null ? null : new Wait(Duration.parse(wish), json.required("wishReason")),
        new Quiet(
            json.texts("quietHours").stream().map(Integer::valueOf).collect(Collectors.toSet()),
            json.texts("quietDays").stream().map(DayOfWeek::valueOf).collect(Collectors.toSet())),
        rhythm == null ? null : Duration.parse(rhythm),
        newest == null ? null : Instant.parse(newest),
        json.text("movedTo"),
        move == null ? null : move(move),
        repeats == null ? 0 : Math.toIntExact(repeats),
        list == null ? null : list(list),
        silentUntil == null ? null : Instant.parse(silentUntil));
  }

  private static Json move(Move move) {
    return Json.object()
        .put("to", move.to())
        .put("since", move.since().toString())
        .put("times", (long) move.times());
  }

  private static Move move(Json json) {
    Long times = json.number("times");
    return new Move(
        json.required("to"),
        Instant.parse(json.required("since")),
        times == null ? 1 : Math.toIntExact(times));
  }

  private static Json list(LearnedList list) {
    Selectors rule = list.rule();
    return Json.object()
        .put("entry", rule.entry())
        .put("link", rule.link())
        .put("title", rule.title())
        .put("date", rule.date())
        .put("summary", rule.summary())
        .put("author", rule.author())
        .put("category", rule.category())
        .put("image", rule.image())
        .put("next", rule.next())
        .put("confidence", Double.toString(list.confidence()))
        .put("entries", (long) list.entries())
        .put("titled", (long) list.titled())
        .put("dated", (long) list.dated())
        .put("linked", (long) list.linked())
        .put("shape", list.shape());
  }

  private static LearnedList list(Json json) {
    Selectors rule =
        new Selectors(
            json.required("entry"),
            json.text("link"),
            json.text("title"),
            json.text("date"),
            json.text("summary"),
            json.text("author"),
            json.text("category"),
            json.text("image"),
            json.text("next"));
    return new LearnedList(
        rule,
        Double.parseDouble(json.required("confidence")),
        count(json, "entries"),
        count(json, "titled"),
        count(json, "dated"),
        count(json, "linked"),
        json.text("shape"));
  }

  private static int count(Json json, String name) {
    Long count = json.number(name);
    return count == null ? 0 : Math.toIntExact(count);
  }
}

package dev.transponder.text;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates that are said from the present: "3 days ago", "vor 2 Stunden", "3天前", "yesterday". As exact
 * as their unit: the hour, else the day in UTC. Thread safe, pure.
 */
public final class RelativeDates {
  private static final int LONGEST = 80;

  private static final String COUNT =
      "(\\d{1,3}|an?|one|eine[mrn]?|une?|uno?|una|um|uma|een|ett?|en|jeden|один|одну|bir)";

  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:\\bvor|il y a|\\bhace|\\bhá|\\bpřed|πριν(?: από)?) " + COUNT + " (\\p{L}+)");
  private static final Pattern AFTER =
      Pattern.compile(
          "(?<![\\p{L}\\d])"
              + COUNT
              + " ?(\\p{L}+)\\.? (?:ago|atrás|fa|geleden|sedan|siden|sitten|temu|назад|тому|önce|trước|yang lalu|lalu)(?!\\p{L})");
  private static final Pattern DENSE =
      Pattern.compile(
          "(\\d{1,3}) ?(秒|分钟|分鐘|分|小时|小時|時間|天|日|周|週間|週|星期|个月|個月|[かカヶケヵ]月|月|年|초|분|시간|일|주|개월|달|년) ?(?:以?前(?!半)|전)");

  /** What follows a word: the time of day, the time it takes to read. */
  private static final Pattern FIRST = Pattern.compile("(?:\\s*[·|•,–—]|\\s+\\d).*");

  private static final Set<String> TODAY =
      Set.of(
          "today",
          "just now",
          "now",
          "heute",
          "aujourd'hui",
          "hoy",
          "hoje",
          "oggi",
          "vandaag",
          "idag",
          "i dag",
          "dziś",
          "dzisiaj",
          "сегодня",
          "сьогодні",
          "bugün",
          "今天",
          "刚刚",
          "剛剛",
          "今日",
          "오늘");
  private static final Set<String> YESTERDAY =
      Set.of(
          "yesterday",
          "gestern",
          "hier",
          "ayer",
          "ontem",
          "ieri",
          "gisteren",
          "igår",
          "i går",
          "wczoraj",
          "вчера",
          "вчора",
          "dün",
          "昨天",
          "昨日",
          "어제");

  private static final Pattern DAYS =
      Pattern.compile(
          Stream.concat(TODAY.stream(), YESTERDAY.stream())
              .sorted(Comparator.comparingInt(String::length).reversed())
              .map(Pattern::quote)
              .collect(Collectors.joining("|", "(?<!\\p{L})(?:", ")(?!\\p{L})")),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** The beginnings of words, longer ones first where one begins like another. */
  private static final Map<ChronoUnit, Pattern> UNITS = new LinkedHashMap<>();

  static {
    unit(
        ChronoUnit.WEEKS,
        "w|semaine|semana|settiman|veck|uge|uke|недел|тиж|ty(dzień|god|dn)|týd|hafta|tuần|minggu|viik|周|週|星期|주");
    unit(ChronoUnit.MINUTES, "min|мин|хв|dakika|phút|λεπ|分|분");
    unit(
        ChronoUnit.MONTHS,
        "mo|mes|maand|månad|måned|мес|міс|miesi|měsí|ay|tháng|bulan|kuuk|μήν|[个個かカヶケヵ]?月|개월|달");
    unit(ChronoUnit.SECONDS, "s$|sec|sek|seg|san|сек|giây|秒|초");
    unit(
        ChronoUnit.YEARS,
        "y|jahr|ans?$|ann|añ|anos?$|jaar|år|год|лет|рок|рік|rok|lat|let$|năm|tahun|vuo|χρόν|年|년");
    unit(
        ChronoUnit.HOURS,
        "h|std|stunde|or[ae]|uur|uren|tim|час|год|godz|saat|giờ|jam|tunti|ώρ|小|時|시간");
    unit(ChronoUnit.DAYS, "d|tag|jour|giorn|дн|день|gün|ngày|hari|päiv|ημέρ|μέρ|天|日|일");
  }

  /** Beginnings of words that begin like those of another unit. */
  private static final Map<String, ChronoUnit> APART =
      Map.of(
          "moment", ChronoUnit.SECONDS,
          "hari", ChronoUnit.DAYS,
          "годин", ChronoUnit.HOURS,
          "lety", ChronoUnit.YEARS);

  private RelativeDates() {}

  /** The instant that a short text means when it is read at {@code now}; null if it means none. */
  public static @Nullable Instant parse(String text, Instant now) {
    if (text.length() > LONGEST) {
      return null;
    }
    String line = text.replaceAll("[\\s\\u00A0]+", " ").strip().toLowerCase(Locale.ROOT);
    String first = FIRST.matcher(line).replaceFirst("");
    if (TODAY.contains(first)) {
      return ago(now, 0, ChronoUnit.DAYS);
    }
    if (YESTERDAY.contains(first)) {
      return ago(now, 1, ChronoUnit.DAYS);
    }
    for (Pattern form : new Pattern[] {DENSE, AFTER, BEFORE}) {
      Matcher m = form.matcher(line);
      ChronoUnit unit = m.find() ? unit(m.group(2)) : null;
      if (unit != null) {
        int count = Character.isDigit(m.group(1).charAt(0)) ? Integer.parseInt(m.group(1)) : 1;
        return ago(now, count, unit);
      }
    }
    return null;
  }

  /**
   * The text without all that is said from the present: what is left of a text that says "3 days
   * ago" is the same tomorrow, when it says "4 days ago".
   */
  public static String without(String text) {
    String left = text;
    for (Pattern form : new Pattern[] {DENSE, AFTER, BEFORE, DAYS}) {
      left = form.matcher(left).replaceAll("");
    }
    return left;
  }

  private static void unit(ChronoUnit unit, String beginnings) {
    UNITS.put(unit, Pattern.compile("(?:" + beginnings + ").*"));
  }

  private static @Nullable ChronoUnit unit(String word) {
    for (Map.Entry<String, ChronoUnit> unit : APART.entrySet()) {
      if (word.startsWith(unit.getKey())) {
        return unit.getValue();
      }
    }
    for (Map.Entry<ChronoUnit, Pattern> unit : UNITS.entrySet()) {
      if (unit.getValue().matcher(word).matches()) {
        return unit.getKey();
      }
    }
    return null;
  }

  private static Instant ago(Instant now, int count, ChronoUnit unit) {
    LocalDateTime then = LocalDateTime.ofInstant(now, ZoneOffset.UTC).minus(count, unit);
    ChronoUnit exact = unit.compareTo(ChronoUnit.HOURS) > 0 ? ChronoUnit.DAYS : ChronoUnit.HOURS;
    return then.truncatedTo(unit.compareTo(ChronoUnit.MINUTES) <= 0 ? ChronoUnit.MINUTES : exact)
        .toInstant(ZoneOffset.UTC);
  }
}

package dev.transponder.text;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Zones of time as dates name them: "+0200", "gmt+2", "pdt", "europe/berlin". */
final class Zones {
  private static final Pattern OFFSET =
      Pattern.compile("(?:(?:gmt|utc|ut|z|etc/gmt) ?)?([+-]) ?(\\d{1,2}):?(\\d\\d)?(?::?\\d\\d)?");

  private static final Map<String, ZoneId> NAMES = new HashMap<>();

  static {
    offset("+00:00", "z ut utc gmt wet etc/gmt etc/utc uct zulu");
    offset("+01:00", "cet met mez bst ist/dublin west wat");
    offset("+02:00", "cest mest mesz eet sast cat");
    offset("+03:00", "eest msk eat trt");
    offset("+03:30", "irst");
    offset("+04:00", "gst msd");
    offset("+05:00", "pkt uzt");
    offset("+05:30", "ist");
    offset("+07:00", "wib ict");
    offset("+08:00", "sgt hkt awst pht myt wita");
    offset("+09:00", "jst kst wit");
    offset("+09:30", "acst");
    offset("+10:00", "aest");
    offset("+10:30", "acdt");
    offset("+11:00", "aedt");
    offset("+12:00", "nzst");
    offset("+13:00", "nzdt");
    offset("-02:30", "ndt");
    offset("-03:00", "adt brt art");
    offset("-03:30", "nst");
    offset("-04:00", "ast at edt");
    offset("-05:00", "est cdt");
    offset("-06:00", "cst mdt");
    offset("-07:00", "mst pdt");
    offset("-08:00", "pst akdt");
    offset("-09:00", "akst");
    offset("-10:00", "hst");
    NAMES.put("et", ZoneId.of("America/New_York"));
    NAMES.put("ct", ZoneId.of("America/Chicago"));
    NAMES.put("mt", ZoneId.of("America/Denver"));
    NAMES.put("pt", ZoneId.of("America/Los_Angeles"));
    for (String region : ZoneId.getAvailableZoneIds()) {
      NAMES.putIfAbsent(region.toLowerCase(Locale.ROOT), ZoneId.of(region));
    }
  }

  private Zones() {}

  /** The zone of a text in lower case, null if it names none. */
  static @Nullable ZoneId named(String text) {
    ZoneId known = NAMES.get(text);
    if (known != null) {
      return known;
    }
    Matcher offset = OFFSET.matcher(text);
    if (!offset.matches()) {
      return null;
    }
    int hours = Integer.parseInt(offset.group(2));
    int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
    int seconds = (hours * 60 + minutes) * 60;
    if (minutes > 59 || seconds > 18 * 3600) {
      throw new DateTimeException("no such zone: " + text);
    }
    return ZoneOffset.ofTotalSeconds(offset.group(1).equals("-") ? -seconds : seconds);
  }

  private static void offset(String offset, String names) {
    for (String name : names.split(" ", -1)) {
      NAMES.put(name, ZoneOffset.of(offset));
    }
  }
}

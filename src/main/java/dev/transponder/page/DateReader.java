package dev.transponder.page;

import dev.transponder.text.DateSearch;
import dev.transponder.text.Dates;
import dev.transponder.text.DayOrder;
import dev.transponder.text.RelativeDates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads the date of an entry from an element or from its URL.
 *
 * @param now from which relative dates are said
 * @param order in which the page writes day and month, null if that cannot be told
 * @param headings of the page
 */
record DateReader(Instant now, @Nullable DayOrder order, DateHeading headings) {
  /** A date stands in few words; more are prose that mentions one. */
  static final int LONGEST = 120;

  private static final Pattern IN_URL =
      Pattern.compile("(?<!\\d)((?:19[89]|20\\d)\\d)[/_.-]?([01]\\d)[/_.-]?([0-3]\\d)(?!\\d)");
  private static final Pattern FULL_YEAR = Pattern.compile("\\p{Nd}{4}");

  /** The date that an element says by an attribute or by its text; null if it says none. */
  @Nullable Instant of(Element element) {
    for (String attribute : new String[] {"datetime", "content", "data-date", "data-time"}) {
      Instant exact = element.hasAttr(attribute) ? exact(element.attr(attribute)) : null;
      if (exact != null) {
        return exact;
      }
    }
    String text = element.text();
    Instant said = element.nameIs("time") ? exact(text) : null;
    said = said == null ? inText(text) : said;
    if (said == null && element.hasAttr("title")) {
      said = inText(element.attr("title"));
    }
    if (said == null && element.childrenSize() > 1 && element.childrenSize() < 5) {
      // Day, month and year in elements of their own, which are not apart in the text.
      said = inText(String.join(" ", element.children().eachText()));
    }
    return said == null ? RelativeDates.parse(text, now) : said;
  }

  /** The date that is all of a text; null if it is none. "06-12" is a day of June on a page. */
  @Nullable Instant exact(String text) {
    return FULL_YEAR.matcher(text).find() ? Dates.parse(text, order) : null;
  }

  private @Nullable Instant inText(String text) {
    DateSearch.Found found = text.length() > LONGEST ? null : DateSearch.find(text, order);
    return found == null ? null : found.date();
  }

  /** The date in a path like {@code /2026/03/04/name} or {@code /20260304-name}. */
  static @Nullable Instant inUrl(@Nullable String url) {
    Matcher m = IN_URL.matcher(url == null ? "" : url);
    while (m.find()) {
      Instant date = date(m.group(1), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private static @Nullable Instant date(String year, int month, int day) {
    try {
      return LocalDate.of(Integer.parseInt(year), month, day)
          .atStartOfDay()
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }
}

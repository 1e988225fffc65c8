package dev.transponder.refresh;

import dev.transponder.clean.CanonicalLink;
import dev.transponder.clean.Cleaner;
import dev.transponder.model.Entry;
import dev.transponder.page.MainText.Answer.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether what stands on a page is the full text of an entry. An error, a wall or a home
 * page answers with 200 as well; when in doubt the content stays what the document gave. Pure.
 *
 * @param link of the entry
 * @param url that answered, after redirects
 * @param homes URLs that are never an entry: the site's own page, the source
 */
record FullTextCheck(Entry entry, String link, String url, List<String> homes) {
  /** Of the letter pairs of the entry's title, those that a title of its page must have. */
  private static final double ENOUGH = 0.6;

  /** In letters: pairs of a shorter title stand by chance in the name of a site. */
  private static final int SHORT = 8;

  private static final Pattern PARTS = Pattern.compile("\\s*[|｜_–—·•«»:]\\s*|\\s+-\\s+");

  /** How pages are called that answer with 200 for what does not exist. */
  private static final Pattern MISSING =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\p{N}])404(?![\\p{L}\\p{N}])|not found|nicht gefunden|introuvable"
              + "|no encontrad[ao]|não encontrad[ao]|non trovat[ao]|niet gevonden|не найден|не знайден"
              + "|未找到|找不到|不存在|見つかりません|찾을 수 없");

  /** Of the document's text, in letters: enough to be no accident, and before any "read on". */
  private static final int BEGINNING = 40;

  /** Without a title and a text to compare with, shorter texts are taken for a notice. */
  private static final int NOTICE = 200;

  /** What is wrong with it, in words; null if it may become the content. */
  @Nullable String problem(Text page, String text) {
    String said = letters(said(entry));
    String read = letters(text);
    if (read.length() < said.length()) {
      return "its page says less than the feed";
    }
    String there = CanonicalLink.of(url);
    boolean elsewhere = !there.equals(CanonicalLink.of(link));
    boolean home =
        there.indexOf('/') < 0 || homes.stream().anyMatch(h -> CanonicalLink.of(h).equals(there));
    if (home || (elsewhere && page.login())) {
      return elsewhere ? "its link leads to another page" : "its link is that of the site";
    }
    if (page.titles().stream().anyMatch(this::isMissing)) {
      return "its page does not exist";
    }
    return isNamed(page.titles(), said, read) ? null : "its page does not seem to be about it";
  }

  private boolean isNamed(List<String> titles, String said, String read) {
    String begin = said.substring(0, Math.min(BEGINNING, said.length()));
    if (begin.length() == BEGINNING && read.contains(begin)) {
      return true;
    }
    Set<String> pairs = pairs(entry.title() == null ? "" : entry.title());
    if (pairs.isEmpty()) {
      return said.isEmpty() && read.length() >= NOTICE;
    }
    return titles.stream().anyMatch(title -> isNamed(title, pairs));
  }

  private boolean isNamed(String title, Set<String> pairs) {
    String letters = letters(entry.title() == null ? "" : entry.title());
    return letters.length() < SHORT
        ? Stream.concat(Stream.of(title), PARTS.splitAsStream(title))
            .anyMatch(part -> letters(part).equals(letters))
        : share(pairs, pairs(title)) >= ENOUGH;
  }

  /** An entry may tell of what was not found. */
  private boolean isMissing(String title) {
    return MISSING.matcher(title).find()
        && (entry.title() == null || !MISSING.matcher(entry.title()).find());
  }

  private static double share(Set<String> some, Set<String> all) {
    return (double) some.stream().filter(all::contains).count() / some.size();
  }

  private static Set<String> pairs(String text) {
    String letters = letters(text);
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 2 <= letters.length(); i++) {
      pairs.add(letters.substring(i, i + 2));
    }
    return pairs;
  }

  /** The longer of what the document gives as content and as summary. */
  private static String said(Entry entry) {
    String content = entry.content() == null ? "" : Cleaner.plainText(entry.content());
    String summary = entry.summary() == null ? "" : Cleaner.plainText(entry.summary());
    return content.length() >= summary.length() ? content : summary;
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
  }
}

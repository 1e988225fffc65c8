package dev.transponder.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a robots.txt says to us. */
final class RobotsRulesTest {
  private static boolean forbids(String text, String path) {
    return RobotsRules.of(text).forbidding(HttpUrl.get("https://e.org" + path)) != null;
  }

  @Test
  void theRuleThatForbidsIsTold() {
    RobotsRules rules = RobotsRules.of("User-agent: *\nDisallow: /list\nDisallow: /list/old");
    assertThat(rules.forbidding(HttpUrl.get("https://e.org/list/new")))
        .isEqualTo("Disallow: /list, group *");
    assertThat(rules.forbidding(HttpUrl.get("https://e.org/other"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transponder",
        "transponder",
        "TRANSPONDER",
        "Transponder/1.2",
        "transponder/0.1-SNAPSHOT",
        "Transponder # the reader"
      })
  void ourGroupIsFoundInAnyCaseAndWithAVersion(String name) {
    RobotsRules rules =
        RobotsRules.of("User-agent: *\nDisallow: /\n\nUser-agent: " + name + "\nDisallow: /b");
    assertThat(rules.named()).isTrue();
    assertThat(rules.forbidding(HttpUrl.get("https://e.org/a"))).isNull();
    assertThat(rules.forbidding(HttpUrl.get("https://e.org/b")))
        .isEqualTo("Disallow: /b, group Transponder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TransponderBot", "Trans", "transponder-news", "other", "xTransponder"})
  void groupsOfOthersSayNothingToUs(String name) {
    RobotsRules rules = RobotsRules.of("User-agent: " + name + "\nDisallow: /");
    assertThat(rules.named()).isFalse();
    assertThat(rules.rules()).isEmpty();
  }

  @Test
  void groupsThatNameUsAreJoinedAndTheOneForAllIsLeftOut() {
    String text =
        "User-agent: transponder\nDisallow: /b\n\nUser-agent: *\nDisallow: /a\n\n"
            + "User-agent: other\nUser-agent: Transponder\nDisallow: /c";
    assertThat(forbids(text, "/a")).isFalse();
    assertThat(forbids(text, "/b")).isTrue();
    assertThat(forbids(text, "/c")).isTrue();
  }

  @Test
  void aGroupThatNamesUsAndForbidsNothingAllowsEverything() {
    assertThat(forbids("User-agent: *\nDisallow: /\n\nUser-agent: transponder\nDisallow:", "/a"))
        .isFalse();
  }

  /** Section 2.2.2: the most octets win, and among equals Allow. */
  @ParameterizedTest
  @CsvSource({"/a,true", "/a/b,false", "/a/b/c,true", "/p,false", "/page.php5,false", "/q,true"})
  void theLongestRuleWinsAndAmongEqualsAllow(String path, boolean forbidden) {
    String text =
        """
        User-agent: *
        Disallow: /a
        Allow: /a/b
        Disallow: /a/b/c
        Disallow: /p
        Allow: /p
        Allow: /page
        Disallow: /*.ph
        Disallow: /q
        """;
    assertThat(forbids(text, path)).isEqualTo(forbidden);
  }

  @ParameterizedTest
  @CsvSource({
    "/*.php$, /a.php, true",
    "/*.php$, /a.php?x, false",
    "/*.php$, /fo.php/a.php, true",
    "/*a$, /aba, true",
    "/*a$, /ab, false",
    "/*ab*b$, /ab, false",
    "/x*y, /xaay1, true",
    "/x*y, /yx, false",
    "*z, /qz, true",
    "/**b, /ab, true",
    "/*?page=, /list?page=2, true",
    "/*?page=, /list?x=1&page=2, false",
    "/$, /, true",
    "/$, /x, false",
    "/a$b, /a$b, true",
    "/a$b, /a, false",
    "/List, /list, false"
  })
  void starsAndFinalDollarsArePatterns(String pattern, String path, boolean forbidden) {
    assertThat(forbids("User-agent: *\nDisallow: " + pattern, path)).isEqualTo(forbidden);
  }

  /** Section 2.2.2: what is encoded and need not be is the same as what is not. */
  @ParameterizedTest
  @CsvSource({
    "/caf%C3%A9, /caf%c3%a9, true",
    "/café, /caf%C3%A9, true",
    "/%7Ejoe, /~joe, true",
    "/~joe, /%7ejoe, true",
    "/a%2fb, /a/b, false",
    "/a%2fb, /a%2Fb, true",
    "/q%3f, /q?x, false",
    "/a%2Ab, /a*b, true",
    "/a%2Ab, /axb, false",
    "/c%24, /c$d, true",
    "/c%24, /c, false"
  })
  void percentEncodingIsComparedAsItIsMeant(String pattern, String path, boolean forbidden) {
    assertThat(forbids("User-agent: *\nDisallow: " + pattern, path)).isEqualTo(forbidden);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "User-agent: *\r\nDisallow: /b\r\n",
        "User-agent: *\rDisallow: /b",
        "  user-agent :*  # all\n\n# none\n  DISALLOW:/b # no",
        "Sitemap: https://e.org/s\nUser-agent: *\nCrawl-delay: 5\nUnknown: x\nDisallow: /b",
        "Disallow: /c\nUser-agent: *\nDisallow: /b",
      })
  void linesAreReadAsTheyAreWritten(String text) {
    assertThat(forbids(text, "/b")).isTrue();
    assertThat(forbids(text, "/c")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "<!DOCTYPE html><pre>\nUser-agent: *\nDisallow: /\n</pre>",
        "  <html><body>\nUser-agent: *\nDisallow: /",
        "Not found",
        "{\"error\": 404}"
      })
  void whatIsNoRobotsTxtSaysNothing(String text) {
    assertThat(RobotsRules.of(text)).isEqualTo(RobotsRules.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2147483648", "99999999999", "99999999999.5", "9999999999999999999999999"})
  void aDelayOfManyDigitsIsALongOne(String delay) {
    for (String line : List.of("Crawl-delay: ", " crawl-delay:", "CRAWL-DELAY : ")) {
      RobotsRules rules = RobotsRules.of("User-agent: *\r\n" + line + delay + "\r\nDisallow: /x");
      assertThat(rules.delay()).as(line).isGreaterThan(Duration.ofDays(365));
      assertThat(rules.forbidding(HttpUrl.get("https://e.org/y"))).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10, 10000",
    "1.5, 1500",
    "3600, 3600000",
    "-4, 0",
    "soon, 0",
    "0, 0",
    "000000000007, 7000"
  })
  void aDelayIsReadAndForbidsNothing(String delay, long millis) {
    RobotsRules rules = RobotsRules.of("User-agent: *\nCrawl-delay: " + delay + "\nDisallow: /x");
    assertThat(rules.delay()).isEqualTo(Duration.ofMillis(millis));
    assertThat(rules.forbidding(HttpUrl.get("https://e.org/y"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<", "<html>\n<", "*a", ":", " ", "Disallow: /*a*b*", "%", "\u0000", "a"})
  @Timeout(10)
  void halfAMegabyteOfAnythingIsReadAndAskedInTime(String part) {
    String text = "User-agent: *\nDisallow: /" + part.repeat(500_000 / part.length());
    RobotsRules.of(text).forbidding(HttpUrl.get("https://e.org/" + "aab".repeat(1300)));
    RobotsRules.of(text.replace("*\n", "*\n<html>\n"));
    RobotsRules.of(part.repeat(500_000 / part.length()));
  }

  @Test
  @Timeout(10)
  void manyHostileRulesAreAskedInTime() {
    StringBuilder text = new StringBuilder("User-agent: *\n");
    for (int i = 0; i < 25_000; i++) {
      text.append("Disallow: /*a*b*").append(i).append("c\n");
    }
    assertThat(forbids(text.toString(), "/" + "aab".repeat(1300))).isFalse();
  }

  /** Against the definition: a star is any text, a final dollar the end. */
  @Test
  void patternsMatchAsRegularExpressionsWould() {
    Random random = new Random(9309);
    for (int i = 0; i < 20_000; i++) {
      String pattern = "/" + word(random, "ab*", 6) + (random.nextBoolean() ? "$" : "");
      String path = "/" + word(random, "ab", 8);
      String regex =
          pattern.replace("*", ".*").replace("$", "") + (pattern.endsWith("$") ? "" : ".*");
      assertThat(RobotsRules.Rule.of(false, pattern).matches(path))
          .as("%s matches %s", pattern, path)
          .isEqualTo(path.matches(regex));
    }
  }

  private static String word(Random random, String letters, int most) {
    StringBuilder word = new StringBuilder();
    for (int n = random.nextInt(most + 1); n > 0; n--) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }
}

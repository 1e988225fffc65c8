package dev.transponder.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Budget;
import dev.transponder.model.Document;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that are made too large. What is not linear takes minutes here. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HostilePagesTest {
  private static final int MANY = 20_000;
  private static final String PROSE = "Some words that fill the page and say nothing. ".repeat(8);

  /** Of the processor, in nanoseconds, as in the workshop where pages are read. */
  private static final long LIMIT = 2_000_000_000L;

  private static long used() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Detection detect(String html) {
    byte[] bytes = ("<!DOCTYPE html><title>t</title>" + html).getBytes(StandardCharsets.UTF_8);
    Map<String, List<String>> headers = Map.of("Content-Type", List.of("text/html"));
    Document document = new Document("https://h.test/list/", headers, bytes);
    long start = used();
    Budget budget =
        () -> {
          if (used() - start > LIMIT) {
            throw new Budget.Spent("too much");
          }
        };
    try {
      return new PageReader().detect(document, Pages.NOW, budget);
    } catch (Budget.Spent e) {
      return new Detection.NoList(e.reason(), List.of());
    }
  }

  private static String repeat(int times, String form) {
    return IntStream.range(0, times)
        .mapToObj(i -> form.replace("#", Integer.toString(i)))
        .collect(Collectors.joining());
  }

  private static String twoMegabytes() {
    return repeat(
        4_000,
        "<div class=c#><h2><a href='/e/#'>The title number #</a></h2><p>" + PROSE + "</p></div>");
  }

  private static int entries(Detection detection) {
    return ((Detection.Found) detection).parsed().entries().size();
  }

  @Test
  void aNulHereAndThereIsNoReasonNotToReadAPage() {
    String list = repeat(12, "<li><a href='/e/#'>Entry number \0# of a few</a></li>");
    Detection.Found found = (Detection.Found) detect("\0<ul>" + list + "</ul>");
    assertThat(found.parsed().entries()).hasSize(12);
    assertThat(found.parsed().entries().getFirst().title()).isEqualTo("Entry number 0 of a few");
    assertThat(detect("<p>" + "\0\1".repeat(200) + "</p><ul>" + list + "</ul>"))
        .isInstanceOfSatisfying(
            Detection.NoList.class,
            none ->
                assertThat(none.reason())
                    .isEqualTo("the site sent something instead of an HTML page"));
  }

  @Test
  void twentyThousandLinksAreAList() {
    String list = repeat(MANY, "<li><a href='/e/#'>Entry number # of many</a></li>");
    assertThat(entries(detect("<ul>" + list + "</ul>"))).isEqualTo(MANY);
  }

  @Test
  void twoMegabytesAreRead() {
    assertThat(entries(detect(twoMegabytes()))).isEqualTo(4_000);
  }

  @Test
  void twentyThousandNestedElementsAreRefused() {
    assertThat(detect("<div>".repeat(MANY) + "<a href=/x>deep</a>"))
        .isInstanceOf(Detection.NoList.class);
  }

  @Test
  void runsOfSiblingsAreFollowedOnce() {
    String runs = repeat(MANY, "<h3><a href='/e/#'>The title of #</a></h3><p>2026-01-02</p>");
    assertThat(entries(detect("<div>" + runs + "</div>"))).isEqualTo(MANY);
  }

  static Stream<String> costly() {
    return Stream.of(
        repeat(8_000, "<li><a href=/e/#>The title of number #</a> March 12</li>"),
        repeat(8_000, "<div><a href=/p/#>2</a></div>"),
        repeat(
            8_000, "<li><h3><a href=/e/#>A title of number #</a></h3><a href='?page=2'>2</a></li>"),
        "<div>".repeat(400) + repeat(8_000, "<a href=/p/#>2</a>"),
        "<script type=application/ld+json>"
            + repeat(400, "{\"name#\":\"x\",\"part#\":")
            + "1"
            + "}".repeat(400)
            + "</script>"
            + repeat(30, "<li><a href=/e/#>The title of number #</a></li>"),
        repeat(MANY, "<div><a href=/e/#>The title number #</a>"));
  }

  @ParameterizedTest
  @MethodSource("costly")
  void whateverAPageRepeatsItIsReadOrRefusedInTwoSeconds(String html) {
    long start = used();
    detect(html);
    assertThat(used() - start).isLessThan(2 * LIMIT);
  }

  @Test
  void rowsWithoutAYearAreReadWithinTheBudget() {
    String rows = repeat(8_000, "<li><a href='/e/#'>The title of number #</a> March 12</li>");
    assertThat(entries(detect("<ul>" + rows + "</ul>"))).isEqualTo(8_000);
  }

  @Test
  void aQuarterOfAGigabyteIsEnough() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Largest.class.getName())
            .inheritIO()
            .start();
    try {
      assertThat(child.waitFor()).isZero();
    } finally {
      child.destroyForcibly();
    }
  }

  /** Reads large pages in a process of its own. */
  static final class Largest {
    private Largest() {}

    public static void main(String[] arguments) {
      int found =
          entries(detect(twoMegabytes()))
              + entries(detect(repeat(MANY, "<li><a href='/e/#'>Entry number # of many</a></li>")));
      System.exit(found == MANY + 4_000 ? 0 : 1);
    }
  }
}

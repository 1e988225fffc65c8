package dev.transponder.refresh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Dedupe;
import dev.transponder.model.Document;
import dev.transponder.model.Outcome;
import dev.transponder.model.Render;
import dev.transponder.model.Rules;
import dev.transponder.model.Source;
import dev.transponder.model.Validators;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class PreviewTest {
  @AutoClose private final Workshop workshop = new Workshop(1, () -> 0);

  private Found look(Source source, Outcome outcome) throws InterruptedException {
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    return new Preview((_, _, _, _, _) -> outcome, workshop, InstantSource.fixed(now)).look(source);
  }

  @Test
  void aSiteThatWantsToBeLeftAloneSaysHowLong() throws Exception {
    Source source = Source.of("s", "https://e.org/");
    assertThat(look(source, new Outcome.Throttled(429, Duration.ofHours(2))).problem())
        .isEqualTo("429 Too Many Requests; not to be asked for 2 h");
    assertThat(look(source, new Outcome.Throttled(0, Duration.ofMinutes(90))).problem())
        .isEqualTo("not asked: its host wants fewer requests; not to be asked for 1 h 30 min");
    assertThat(look(source, new Outcome.Throttled(503, null)).problem())
        .isEqualTo("503 Service Unavailable");
  }

  @Test
  void aSiteThatWantsToBeLeftAloneIsNotAsked() throws Exception {
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    Preview preview =
        new Preview(
            (_, _, _, _, _) -> {
              throw new AssertionError("it was asked");
            },
            workshop,
            InstantSource.fixed(now));
    assertThat(preview.look(Source.of("s", "https://e.org/"), now.plusSeconds(1_740)).problem())
        .isEqualTo("not asked: its site wants to be left alone for 29 min");
  }

  @Test
  void aPageWhoseScriptsRanIsNotSaidToNeedThem() throws Exception {
    String html =
        "<!DOCTYPE html><title>App</title><noscript>Needs JavaScript</noscript>"
            + "<div id=app></div><script src=a.js></script>";
    Document document =
        new Document(
            "https://e.org/", Map.of("Content-Type", List.of("text/html")), html.getBytes(UTF_8));
    Outcome page = new Outcome.Fetched(document, Validators.NONE, null);
    Source plain = Source.of("s", "https://e.org/");
    assertThat(look(plain, page).problem()).contains("the page has no entries without JavaScript");
    Source rendered =
        new Source(
            "s",
            "https://e.org/",
            null,
            null,
            1,
            null,
            null,
            0,
            Dedupe.NEAR,
            Map.of(),
            false,
            false,
            false,
            Render.BROWSER,
            Rules.NONE);
    assertThat(look(rendered, page).problem())
        .endsWith("the page has no entries after its scripts ran");
  }
}

package dev.transponder.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.FeedHead;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.store.SourceRow;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OriginTest {
  @Test
  void secretsOfAUrlStayPrivate() {
    assertThat(PublicUrl.of("HTTPS://me:pw@Example.org:8443/a?token=1&page=2&api_key=3&author=4#x"))
        .isEqualTo("https://Example.org:8443/a?page=2&author=4");
    assertThat(PublicUrl.of("https://example.org?access_token=x")).isEqualTo("https://example.org");
    assertThat(PublicUrl.of("file:/home/me/feed.xml")).isNull();
    assertThat(PublicUrl.of("javascript:alert(1)//https://example.org/")).isNull();
  }

  @Test
  void theUsersNameComesFirstThenTheTitleThenTheHost() {
    FeedHead titled =
        new FeedHead(
            null, "Its title", null, null, null, null, List.of(), null, null, null, List.of());
    assertThat(Origin.of(row("Mine", titled)).name()).isEqualTo("Mine");
    assertThat(Origin.of(row(" ", titled)).name()).isEqualTo("Its title");
    assertThat(Origin.of(row(null, null)).name()).isEqualTo("example.org");
  }

  @Test
  void aSourceWithoutIdGetsOneThatSurvivesAMove() {
    Origin before = Origin.of(row(null, null));
    assertThat(before.feedId()).startsWith("urn:uuid:");
    SourceRow moved = row(null, null);
    assertThat(
            Origin.of(
                    new SourceRow(
                        "s",
                        "https://elsewhere.example.net/",
                        null,
                        null,
                        null,
                        moved.state(),
                        0,
                        0))
                .feedId())
        .isEqualTo(before.feedId());
  }

  private static SourceRow row(@Nullable String name, @Nullable FeedHead head) {
    Source source = Source.of("s", "https://user:pw@example.org/feed?key=1");
    return new SourceRow(
        "s", source.url(), name, null, head, SourceState.fresh(source, Samples.DAY), 0, 0);
  }
}

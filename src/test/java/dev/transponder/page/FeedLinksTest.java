package dev.transponder.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedLinksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link rel=alternate type=application/rss+xml href=../f>",
        "<link rel=ALTERNATE type='Application/Atom+XML; charset=utf-8' href=/f>",
        "<link rel='home alternate' type=application/feed+json href=/f>",
        "<link rel=alternate type=application/json href=/f>",
        "<link rel=alternate type=application/rdf+xml href=/f>",
        "<link rel=alternate type=text/xml href=' /f '>",
        "<link rel='alternate feed' href=//example.org/f>",
        "<link rel=feed href=/f>",
        "<base href=/x/><link rel=feed href=../f>",
        "<body><p><a rel=feed href=/f>Feed</a>",
      })
  void eachWayOfNamingAFeedIsKnown(String html) {
    assertThat(FeedLinks.of(Pages.html("<html>" + html))).containsExactly("https://example.org/f");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link rel=alternate hreflang=de href=/de>",
        "<link rel=stylesheet type=text/xml href=/s>",
        "<link rel='alternate stylesheet' type=text/xml href=/s>",
        "<link rel=alternate type=application/json+oembed href=/o>",
        "<link rel=alternate type=application/json href=/wp-json/wp/v2/posts/1>",
        "<link rel=alternate type=text/xml href=/oembed?url=x>",
        "<link rel=alternate type=application/rss+xml href=javascript:x()>",
        "<link rel=alternate type=application/rss+xml href=file:///etc/passwd>",
        "<link rel=alternate type=application/rss+xml>",
      })
  void otherLinksAreNotFeeds(String html) {
    assertThat(FeedLinks.of(Pages.html("<html>" + html))).isEmpty();
  }

  @Test
  void feedsOfCommentsAreLeftOutAndEachFeedIsThereOnce() {
    String html =
        """
        <html><head>
        <link rel=alternate type=application/rss+xml title="Blog » Comments Feed" href=/c>
        <link rel=alternate type=application/json href=/data>
        <link rel=alternate type=application/rss+xml title="Blog » Feed" href=/feed>
        <link rel=alternate type=application/atom+xml href=/atom>
        <link rel=alternate type=application/rss+xml href=/feed>
        """;
    assertThat(FeedLinks.of(Pages.html(html)))
        .containsExactly(
            "https://example.org/feed", "https://example.org/atom", "https://example.org/data");
  }

  @Test
  void headersNameFeedsToo() {
    Document document =
        new Document(
            Pages.URL,
            Map.of(
                "link",
                List.of(
                    "</style.css>; rel=preload; as=style, <feed.xml>; title=\"a, b; \\\"c\\\"\";"
                        + " rel=\"alternate\"; type=\"application/atom+xml\"; rel=next",
                    "<https://other.example/f,g;h>;rel=alternate;type=application/rss+xml")),
            "plain".getBytes(StandardCharsets.UTF_8));
    assertThat(FeedLinks.of(document))
        .containsExactly("https://example.org/blog/feed.xml", "https://other.example/f,g;h");
  }

  @Test
  void aBrokenHeaderIsReadAsFarAsItGoes() {
    Document document =
        new Document(
            Pages.URL,
            Map.of(
                "Link",
                List.of("</a>; rel=feed, nonsense <b", "<", "</c>; rel=\"feed", "; rel=feed")),
            new byte[0]);
    assertThat(FeedLinks.of(document)).containsExactly("https://example.org/a");
  }

  @Test
  void aPageInAFileMayNameFeedsInFiles() {
    Document document =
        new Document(
            "file:///srv/site/index.html",
            Map.of(),
            "<html><link rel=feed href=feed.xml><link rel=feed href=https://example.org/f>"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(FeedLinks.of(document))
        .containsExactlyInAnyOrder("file:///srv/site/feed.xml", "https://example.org/f");
  }
}

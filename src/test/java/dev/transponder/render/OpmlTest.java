package dev.transponder.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.text.Wild;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpmlTest {
  @Test
  void categoriesAreFoldersInTheirFirstOrder() throws Exception {
    byte[] opml =
        Opml.render(
            "INCOMING & more",
            List.of(
                new Subscription("A \"1\"", "NLP", "https://a.example/f?x=1&y=2", null),
                new Subscription("B", null, "https://b.example/f", "https://b.example/"),
                new Subscription(" ", "NLP", "https://c.example/f", null)));
    assertThat(new PublishedSchema("opml.rnc").mistakes(opml)).isEmpty();
    assertThat(new String(opml, UTF_8))
        .containsSubsequence(
            "<title>INCOMING &amp; more</title>",
            "<outline text=\"NLP\" title=\"NLP\">",
            "text=\"A &quot;1&quot;\"",
            "xmlUrl=\"https://a.example/f?x=1&amp;y=2\"",
            "text=\"https://c.example/f\"",
            "</outline>",
            "htmlUrl=\"https://b.example/\"");
  }

  @Test
  void whateverIsSubscribedToTheDocumentIsValid() throws Exception {
    Wild wild = new Wild(11);
    PublishedSchema schema = new PublishedSchema("opml.rnc");
    for (int round = 0; round < 200; round++) {
      List<Subscription> subscriptions = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        String url = "https://example.org/" + wild.text();
        subscriptions.add(new Subscription(wild.text(), wild.text(), url, url));
      }
      byte[] opml = Opml.render(wild.text(), subscriptions);
      assertThat(schema.mistakes(opml)).isEmpty();
    }
  }
}

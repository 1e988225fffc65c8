package dev.transponder.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Entry;
import dev.transponder.model.Reading;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A page whose end did not come. */
final class CutPageTest {
  private static final String START = "<!DOCTYPE html><html><body><main>";

  @Test
  void theEntryInWhoseMiddleThePageEndsIsNotTaken() {
    String cards =
        cards("<div class=card><h2><a href=/%1$d>Ferry %1$d</a></h2><p>It runs</p></div>");
    String whole = START + cards + "</main></body></html>";
    assertThat(read(whole).entries()).hasSize(4);
    assertThat(read(whole).damaged()).isFalse();
    String half = START + cards.substring(0, cards.length() - 20);
    assertThat(read(half).entries())
        .extracting(Entry::title)
        .containsExactly("Ferry 1", "Ferry 2", "Ferry 3");
    assertThat(read(half).damaged()).isTrue();
  }

  @Test
  void aPageWithoutEndTagsIsWhole() {
    String open = START + cards("<div class=card><h2><a href=/%1$d>Ferry %1$d</a></h2></div>");
    assertThat(read(open).damaged()).isFalse();
    String items = START + "<ul>" + cards("<li class=card><a href=/%1$d>Ferry %1$d</a>");
    assertThat(read(items).damaged()).isFalse();
    assertThat(read(items).entries()).hasSize(4);
  }

  private static String cards(String card) {
    return IntStream.rangeClosed(1, 4)
        .mapToObj(i -> card.replace("%1$d", Integer.toString(i)))
        .collect(Collectors.joining());
  }

  private static Reading.Parsed read(String html) {
    return Pages.parsed(Pages.html(html), Pages.entry(".card"));
  }
}

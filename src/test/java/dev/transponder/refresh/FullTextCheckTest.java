package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.clean.Cleaner;
import dev.transponder.model.Entry;
import dev.transponder.page.MainText.Answer.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FullTextCheckTest {
  private static final String LINK = "https://e.org/notes/one";
  private static final String BEGIN =
      "The receiver was switched on at dawn, and nobody had expected that it would hear so much.";
  private static final String WHOLE = "<p>" + BEGIN + "</p><p>Then the rest of it followed.</p>";

  @Test
  void aPageWithTheTitleOfTheEntryIsIts() {
    assertThat(problem("On receivers", null, LINK, "On receivers | A site", false)).isNull();
    assertThat(problem("扩散语言模型的并行解码", null, LINK, "扩散语言模型的并行解码 - 札记", false)).isNull();
  }

  @Test
  void aPageWithTheFirstWordsOfTheFeedIsItsWhateverItIsCalled() {
    assertThat(problem("Note 17", BEGIN + " [read on]", LINK, "A site", false)).isNull();
    assertThat(problem(null, BEGIN, LINK, "A site", false)).isNull();
  }

  @Test
  void aPageAboutSomethingElseIsNot() {
    String problem = "its page does not seem to be about it";
    assertThat(problem("On receivers", null, LINK, "Sign in to go on", true)).isEqualTo(problem);
    assertThat(problem(null, null, LINK, "A site", false)).as("a notice").isEqualTo(problem);
  }

  @Test
  void theNameOfTheSiteIsNoShortTitle() {
    String problem = "its page does not seem to be about it";
    assertThat(problem("Rust", null, LINK, "Notes of The Rust Blog", false)).isEqualTo(problem);
    assertThat(problem("Rust", null, LINK, "Rust - The Blog", false)).isNull();
  }

  @Test
  void aPageThatSaysThatItDoesNotExistIsNot() {
    String problem = "its page does not exist";
    assertThat(problem("Rust", null, LINK, "Page not found - The Rust Blog", false))
        .isEqualTo(problem);
    assertThat(problem("扩散语言模型", null, LINK, "页面不存在", false)).isEqualTo(problem);
    assertThat(problem("Lost and not found", null, LINK, "Lost and not found", false)).isNull();
  }

  @Test
  void theHomePageIsNoTextEvenIfTheEntryLinksIt() {
    Entry entry = Entry.builder().title("On receivers").summary(BEGIN).build();
    Text page = new Text(WHOLE, "https://e.org/", List.of("On receivers"), false);
    assertThat(
            new FullTextCheck(entry, "https://e.org/", "https://e.org/", List.of())
                .problem(page, Cleaner.plainText(WHOLE)))
        .isEqualTo("its link is that of the site");
  }

  @Test
  void aPageThatSaysLessThanTheFeedIsNot() {
    assertThat(problem("On receivers", WHOLE + WHOLE, LINK, "On receivers", false))
        .isEqualTo("its page says less than the feed");
    assertThat(problem("On receivers", WHOLE, LINK, "On receivers", false)).isNull();
  }

  @Test
  void aHomeOrLoginPageAtTheEndOfTheLinkIsNot() {
    String problem = "its link leads to another page";
    for (String url : List.of("https://e.org/", "https://www.e.org", "https://e.org/notes/")) {
      assertThat(problem("On receivers", BEGIN, url, "On receivers", false)).isEqualTo(problem);
    }
    assertThat(problem("On receivers", BEGIN, "https://e.org/in", "On receivers", true))
        .isEqualTo(problem);
    assertThat(problem("On receivers", BEGIN, "https://e.org/2026/one", "On receivers", false))
        .isNull();
    assertThat(problem("On receivers", BEGIN, LINK + "/?utm_source=feed", "On receivers", true))
        .as("a form in the head of the page")
        .isNull();
  }

  private static @Nullable String problem(
      @Nullable String title, @Nullable String said, String url, String pageTitle, boolean login) {
    Entry entry = Entry.builder().title(title).summary(said).build();
    Text page = new Text(WHOLE, url, List.of(pageTitle), login);
    return new FullTextCheck(entry, LINK, url, List.of("https://e.org/notes"))
        .problem(page, Cleaner.plainText(WHOLE));
  }
}

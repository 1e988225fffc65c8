package dev.transponder.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Entry;
import dev.transponder.model.Person;
import dev.transponder.model.Rules.Field;
import dev.transponder.model.Rules.Replace;
import dev.transponder.model.StoredEntry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RewritingTest {
  private static final Entry ENTRY =
      Entry.builder()
          .title("Re: News")
          .link("https://example.org/a?utm=1")
          .authors(List.of(new Person("Ada (admin)", null, null), new Person("Bot", null, null)))
          .categories(List.of("ml", "none"))
          .language("en")
          .summary("<p>Short</p><p>Read more</p>")
          .content("<p>Long</p><p><a href=\"https://example.org/\">Read</a> more</p>")
          .build();

  @Test
  void eachFieldIsReplacedInItsOwnWay() {
    Entry shown =
        shown(
            new Replace(Field.TITLE, "^Re: ", ""),
            new Replace(Field.LINK, "[?]utm=.*", ""),
            new Replace(Field.AUTHOR, " \\(admin\\)|^Bot$", ""),
            new Replace(Field.CATEGORY, "^ml$", "ML"),
            new Replace(Field.CATEGORY, "^none$", ""),
            new Replace(Field.LANGUAGE, "^en$", "de"),
            new Replace(Field.CONTENT, "^Read more$", ""));
    assertThat(shown)
        .isEqualTo(
            ENTRY.toBuilder()
                .title("News")
                .link("https://example.org/a")
                .authors(List.of(new Person("Ada", null, null)))
                .categories(List.of("ML"))
                .language("de")
                .summary("<p>Short</p>")
                .content("<p>Long</p>")
                .build());
  }

  @Test
  void replacementsWorkOneAfterTheOther() {
    assertThat(
            shown(new Replace(Field.TITLE, "News", "Olds"), new Replace(Field.TITLE, "Olds", "x")))
        .extracting(Entry::title)
        .isEqualTo("Re: x");
  }

  @Test
  void aLinkThatWouldBeNoneAnyMoreStays() {
    assertThat(shown(new Replace(Field.LINK, "^https:", "javascript:")).link())
        .isEqualTo(ENTRY.link());
    assertThat(shown(new Replace(Field.LINK, ".*", "")).link()).isEqualTo(ENTRY.link());
  }

  @Test
  void aTextWithoutAMatchAndAnotherSourceStayAsTheyAre() {
    StoredEntry stored = Samples.stored(1, "one", ENTRY);
    Replace[] none = {new Replace(Field.CONTENT, "absent", "x")};
    assertThat(Rewriting.by(Map.of("one", List.of(none))).of(stored)).isSameAs(stored);
    Replace all = new Replace(Field.TITLE, ".*", "x");
    assertThat(Rewriting.by(Map.of("two", List.of(all))).of(stored)).isSameAs(stored);
  }

  private static Entry shown(Replace... replaces) {
    StoredEntry stored = Samples.stored(1, "one", ENTRY);
    return Rewriting.by(Map.of("one", List.of(replaces))).of(stored).entry();
  }
}

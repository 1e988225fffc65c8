package dev.transponder.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.text.Wild;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CategoryTest {
  @Test
  void theSlugIsTheHeadingAsAUrlCanSayIt() {
    assertThat(Category.slug("NLP")).isEqualTo("nlp");
    assertThat(Category.slug(" Machine  learning ")).isEqualTo("machine-learning");
    assertThat(Category.slug("机器 翻译")).isEqualTo("机器-翻译");
    assertThat(Category.slug("Cafe\u0301")).isEqualTo(Category.slug("Café"));
    assertThat(Category.slug(" ")).isEmpty();
  }

  @Test
  void whatWouldLoseACharacterIsToldApartByAHash() {
    List<String> slugs =
        Stream.of("C", "C++", "C#", "c_", "++", "🎉", "a/b", "..", "-")
            .map(Category::slug)
            .toList();
    assertThat(slugs).doesNotHaveDuplicates().allMatch(slug -> !slug.isEmpty());
    assertThat(slugs.getFirst()).isEqualTo("c");
    assertThat(slugs.get(1)).matches("c-[0-9a-f]{6}");
  }

  @Test
  void whateverTheHeadingIsTheSlugIsOneStepOfAPath() {
    Wild wild = new Wild(5);
    for (int round = 0; round < 2_000; round++) {
      String name = wild.text();
      assertThat(Category.slug(name)).matches("[\\p{L}\\p{M}\\p{N}-]*");
      if (!name.isBlank()) {
        assertThat(Scope.at("category/" + Category.slug(name) + "/atom.xml")).isNotNull();
      }
    }
  }
}

package dev.transponder.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each document below {@code src/test/resources/feed} gives what the file beside it says. An
 * expectation names only what the document is about; the rest may be anything.
 */
final class FixturesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static List<Fixture> fixtures() throws IOException {
    return Fixture.all();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void eachFixtureIsReadAsExpected(Fixture fixture) throws IOException {
    Reading reading = new FeedReader().read(fixture.document(), () -> {});
    Map<?, ?> expected = map(fixture.expectation());
    expected.remove("headers");
    Map<?, ?> answer = map(JSON.writeValueAsString(Answers.of(reading)));
    assertThat(stated(answer, expected)).isEqualTo(expected);
  }

  private static Map<String, Object> map(String json) {
    return JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
  }

  @Test
  void aWrongValueIsNoticed() {
    assertThat(stated(Map.of("title", "a", "link", "b"), Map.of("title", "c")))
        .isEqualTo(Map.of("title", "a"));
  }

  /** The part of an answer that the expectation speaks of. */
  private static @Nullable Object stated(@Nullable Object answer, @Nullable Object expected) {
    if (answer instanceof Map<?, ?> map && expected instanceof Map<?, ?> wanted) {
      Map<Object, @Nullable Object> part = new LinkedHashMap<>();
      wanted.forEach((key, value) -> part.put(key, stated(map.get(key), value)));
      return part;
    }
    if (answer instanceof List<?> list
        && expected instanceof List<?> wanted
        && list.size() == wanted.size()) {
      List<@Nullable Object> part = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        part.add(stated(list.get(i), wanted.get(i)));
      }
      return part;
    }
    return answer;
  }
}

package dev.transponder.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema that editors use says what the loader does, and the other way round. */
final class SchemaTest {
  private static final JsonNode SCHEMA =
      JsonMapper.shared().readTree(Path.of("src/main/resources/feeds.schema.json"));

  @TempDir private Path folder;

  /** A mapping of the file, in the schema and in the loader. */
  record Place(String pointer, Keys keys, String before, String after) {
    List<String> schemaKeys() {
      return List.copyOf(SCHEMA.at(pointer).propertyNames());
    }

    /** A file in which this mapping holds one key, written as JSON, which is YAML. */
    String file(String key, JsonNode value) {
      return before + "\"" + key + "\": " + value + after;
    }
  }

  static Stream<Place> places() {
    String source = "\nsources: [{url: 'https://example.org/', ";
    return Stream.of(
        new Place("/properties", Keys.TOP, "{sources: ['https://example.org/'], ", "}"),
        inTop("feed", Keys.FEED),
        inTop("page", Keys.PAGE),
        inTop("retention", Keys.RETENTION),
        inTop("pacing", Keys.PACING),
        inTop("websub", Keys.WEBSUB),
        new Place(
            "/properties/pacing/properties/hosts/additionalProperties/properties",
            Keys.PACE,
            "pacing: {hosts: {example.org: {",
            "}}}\nsources: ['https://example.org/']"),
        inTop("defaults", Keys.DEFAULTS),
        new Place("/$defs/source/properties", Keys.SOURCE, source, "}]"),
        new Place(
            "/$defs/scrape/properties", Keys.SCRAPE, source + "scrape: {entry: article, ", "}}]"),
        new Place("/$defs/rule/properties", Keys.RULE, source + "keep: {", "}}]"),
        new Place("/$defs/replace/properties", Keys.REPLACE, source + "replace: {", "}}]"),
        new Place(
            "/$defs/pattern-with/properties",
            Keys.REPLACEMENT,
            source + "replace: {title: {pattern: a, ",
            "}}}]"));
  }

  private static Place inTop(String name, Keys keys) {
    return new Place(
        "/properties/" + name + "/properties",
        keys,
        name + ": {",
        "}\nsources: ['https://example.org/']");
  }

  /** A key of the schema with what the schema says of it. */
  record Key(Place place, String name, JsonNode schema) {
    @Override
    public String toString() {
      return place.keys().place() + " " + name;
    }
  }

  static Stream<Key> keys() {
    return places()
        .flatMap(
            place ->
                place.schemaKeys().stream()
                    .map(
                        name ->
                            new Key(place, name, resolve(SCHEMA.at(place.pointer()).get(name)))));
  }

  private static JsonNode resolve(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return schema.has("description") || reference.isEmpty()
        ? schema
        : resolve(SCHEMA.at(reference.substring(1)));
  }

  @ParameterizedTest
  @MethodSource("places")
  void theSchemaHasTheKeysOfTheLoader(Place place) {
    assertThat(place.schemaKeys()).containsExactlyElementsOf(place.keys().names());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyKeyIsDescribed(Key key) {
    assertThat(key.schema().path("description").asString("")).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void aDefaultOfTheSchemaChangesNothingWhenItIsWritten(Key key) throws Exception {
    JsonNode usual = key.schema().get("default");
    if (usual != null) {
      Config written = load(key.place().file(key.name(), usual));
      Config left = load(key.place().before() + key.place().after());
      assertThat(written.settings()).isEqualTo(left.settings());
      assertThat(written.sources()).isEqualTo(left.sources());
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void theWordsOfTheSchemaAreTheWordsOfTheLoader(Key key) throws Exception {
    JsonNode words = key.schema().get("enum");
    if (words != null) {
      List<String> expected = new ArrayList<>();
      for (JsonNode word : words) {
        load(key.place().file(key.name(), word));
        expected.add(word.asString());
      }
      JsonNode wrong = JsonMapper.shared().valueToTree("wrong");
      assertThatThrownBy(() -> load(key.place().file(key.name(), wrong)))
          .hasMessageContaining(
              " should be one of " + String.join(", ", expected.stream().sorted().toList()) + ",");
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void theRangesOfTheSchemaAreTheRangesOfTheLoader(Key key) throws Exception {
    if (key.schema().has("minimum")) {
      int least = key.schema().get("minimum").asInt();
      int most = key.schema().get("maximum").asInt();
      load(number(key, least));
      load(number(key, most));
      assertThatThrownBy(() -> load(number(key, least - 1))).isInstanceOf(ConfigException.class);
      assertThatThrownBy(() -> load(number(key, most + 1))).isInstanceOf(ConfigException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void aListIsRefusedWhereTheSchemaHasNone(Key key) throws Exception {
    if (!key.name().equals("sources")) {
      JsonNode list = JsonMapper.shared().readTree("[[]]");
      assertThatThrownBy(() -> load(key.place().file(key.name(), list)))
          .isInstanceOf(ConfigException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void whatHasNoEffectIsSaidInTheSchema(Key key) {
    boolean without = Keys.WITHOUT_EFFECT.contains(key.name());
    assertThat(key.schema().path("description").asString("").contains("without effect"))
        .isEqualTo(without);
  }

  @Test
  void theShippedFileNamesItsSchema() throws IOException {
    assertThat(Files.readString(Path.of("feeds.yml")))
        .startsWith("# yaml-language-server: $schema=src/main/resources/feeds.schema.json\n");
    assertThatCode(() -> FeedsFile.load(Path.of("feeds.yml"), Map.of(), Checked.PATTERNS))
        .doesNotThrowAnyException();
  }

  private static String number(Key key, int value) {
    return key.place().file(key.name(), JsonMapper.shared().valueToTree(value));
  }

  private Config load(String text) throws ConfigException, IOException {
    Path file = folder.resolve("feeds.yml");
    Files.writeString(file, text);
    return FeedsFile.load(file, Map.of(), Checked.PATTERNS);
  }
}

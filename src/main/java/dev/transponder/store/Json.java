package dev.transponder.store;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON object as a column of text. Its values are strings, longs, booleans, lists and objects;
 * a null or an empty list is left out, so absent and empty read the same.
 */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Map<String, Object> values;

  private Json(Map<String, Object> values) {
    this.values = values;
  }

  static Json object() {
    return new Json(new LinkedHashMap<>());
  }

  static Json parse(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      return readObject(parser);
    }
  }

  Json put(String name, @Nullable Object value) {
    if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
      values.put(name, value);
    }
    return this;
  }

  @Nullable String text(String name) {
    return (String) values.get(name);
  }

  /** A text that was always put. */
  String required(String name) {
    String text = text(name);
    if (text == null) {
      throw new IllegalStateException("the stored JSON lacks \"" + name + "\"");
    }
    return text;
  }

  @Nullable Long number(String name) {
    return (Long) values.get(name);
  }

  @Nullable Boolean flag(String name) {
    return (Boolean) values.get(name);
  }

  @Nullable Json child(String name) {
    return (Json) values.get(name);
  }

  List<String> texts(String name) {
    return list(name).stream().map(String.class::cast).toList();
  }

  List<Json> children(String name) {
    return list(name).stream().map(Json.class::cast).toList();
  }

  private List<?> list(String name) {
    return values.get(name) instanceof List<?> list ? list : List.of();
  }

  @Override
  public String toString() {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(generator, this);
    }
    return text.toString();
  }

  private static void write(JsonGenerator generator, Object value) {
    switch (value) {
      case String text -> generator.writeString(StorableText.of(text));
      case Long number -> generator.writeNumber(number.longValue());
      case Boolean flag -> generator.writeBoolean(flag);
      case List<?> list -> {
        generator.writeStartArray();
        list.forEach(element -> write(generator, element));
        generator.writeEndArray();
      }
      case Json object -> {
        generator.writeStartObject();
        object.values.forEach(
            (name, child) -> {
              generator.writeName(name);
              write(generator, child);
            });
        generator.writeEndObject();
      }
      default -> throw new IllegalArgumentException("not for JSON: " + value.getClass());
    }
  }

  private static Json readObject(JsonParser parser) {
    Map<String, Object> values = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      values.put(name, readValue(parser));
    }
    return new Json(values);
  }

  private static Object readValue(JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(readValue(parser));
        }
        yield list;
      }
      case START_OBJECT -> readObject(parser);
      default ->
          throw new IllegalStateException(
              "unexpected in the stored JSON: " + parser.currentToken());
    };
  }
}

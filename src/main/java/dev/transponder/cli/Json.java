package dev.transponder.cli;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the answers of {@code --json}: every key is always there, null where nothing is known. */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;

  private Json(JsonGenerator json) {
    this.json = json;
  }

  /** One object in one line, without a line break. */
  static String object(Consumer<Json> content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      generator.writeStartObject();
      content.accept(new Json(generator));
      generator.writeEndObject();
    }
    return text.toString();
  }

  void text(String name, @Nullable String value) {
    json.writeStringProperty(name, value);
  }

  void number(String name, @Nullable Long value) {
    json.writeName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeNumber(value.longValue());
    }
  }

  void decimal(String name, double value) {
    json.writeNumberProperty(name, value);
  }

  void flag(String name, boolean value) {
    json.writeBooleanProperty(name, value);
  }

  /** RFC 3339 in UTC. */
  void time(String name, @Nullable Instant value) {
    text(name, value == null ? null : value.toString());
  }

  void texts(String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  /** An object under a key; null for a null value. */
  <T> void object(String name, @Nullable T value, Consumer<T> content) {
    json.writeName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeStartObject();
      content.accept(value);
      json.writeEndObject();
    }
  }

  <T> void objects(String name, List<T> values, Consumer<T> content) {
    json.writeArrayPropertyStart(name);
    for (T value : values) {
      json.writeStartObject();
      content.accept(value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}

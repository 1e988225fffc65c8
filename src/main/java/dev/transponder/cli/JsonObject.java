package dev.transponder.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON object from another process. What is not there or of another type makes an {@link
 * IllegalArgumentException}.
 *
 * @param values String, Long, Double, Boolean, JsonObject or a list of them; nulls are left out
 */
record JsonObject(Map<String, Object> values) {
  private static final JsonFactory FACTORY = new JsonFactory();

  static JsonObject parse(String text) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("not a JSON object");
      }
      JsonObject object = readObject(json);
      if (json.nextToken() != null) {
        throw new IllegalArgumentException("more than a JSON object");
      }
      return object;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static JsonObject readObject(JsonParser json) {
    Map<String, Object> values = new HashMap<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      Object value = read(json);
      if (value != null) {
        values.put(name, value);
      }
    }
    return new JsonObject(values);
  }

  private static @Nullable Object read(JsonParser json) {
    return switch (json.currentToken()) {
      case START_OBJECT -> readObject(json);
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          Object value = read(json);
          if (value != null) {
            list.add(value);
          }
        }
        yield list;
      }
      case VALUE_NUMBER_INT -> json.getLongValue();
      case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
      case VALUE_NULL -> null;
      default -> json.getString();
    };
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  @Nullable String text(String name) {
    return has(name) ? of(String.class, name) : null;
  }

  String required(String name) {
    return of(String.class, name);
  }

  long number(String name) {
    return of(Long.class, name);
  }

  double decimal(String name) {
    return of(Double.class, name);
  }

  boolean flag(String name) {
    return of(Boolean.class, name);
  }

  @Nullable Instant time(String name) {
    try {
      return has(name) ? Instant.parse(required(name)) : null;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"" + name + "\" is no time", e);
    }
  }

  @Nullable JsonObject object(String name) {
    return has(name) ? of(JsonObject.class, name) : null;
  }

  List<JsonObject> objects(String name) {
    List<JsonObject> objects = new ArrayList<>();
    for (Object value : of(List.class, name)) {
      if (!(value instanceof JsonObject object)) {
        throw new IllegalArgumentException("\"" + name + "\" holds more than objects");
      }
      objects.add(object);
    }
    return objects;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object value : of(List.class, name)) {
      if (!(value instanceof String text)) {
        throw new IllegalArgumentException("\"" + name + "\" holds more than texts");
      }
      texts.add(text);
    }
    return texts;
  }

  private <T> T of(Class<T> type, String name) {
    Object value = values.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("\"" + name + "\" is missing or of another type");
    }
    return type.cast(value);
  }
}

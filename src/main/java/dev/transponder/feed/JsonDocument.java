package dev.transponder.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * The objects of a JSON text, as far as it can be read: what is complete before a fault is kept.
 *
 * @param head the members of the outer object but its items
 * @param items the objects of its member "items", or of the outer list
 * @param hasItems whether there is such a list at all
 * @param damaged whether the text is not what JSON allows
 */
record JsonDocument(
    Map<String, Object> head, List<Map<String, Object>> items, boolean hasItems, boolean damaged) {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(XmlParser.DEPTH)
                  .maxStringLength(Limits.DOCUMENT)
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .build();

  static JsonDocument read(String text) {
    Map<String, Object> head = new HashMap<>();
    List<Map<String, Object>> items = new ArrayList<>();
    boolean hasItems = false;
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_ARRAY) {
        items(parser, items);
        return new JsonDocument(head, items, false, false);
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (name.equals("items") && token == JsonToken.START_ARRAY) {
          hasItems = true;
          items(parser, items);
        } else {
          Object value = value(parser);
          if (value != null) {
            head.put(name, value);
          }
        }
      }
      return new JsonDocument(head, items, hasItems, false);
    } catch (JacksonException e) {
      return new JsonDocument(head, items, hasItems, true);
    }
  }

  /** The members of an object that was read as a value. */
  static Map<String, Object> object(Map<?, ?> value) {
    Map<String, Object> object = new HashMap<>();
    value.forEach((key, member) -> object.put(String.valueOf(key), member));
    return object;
  }

  private static void items(JsonParser parser, List<Map<String, Object>> items) {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Object item = value(parser);
      if (item instanceof Map<?, ?> map && items.size() < Limits.ENTRIES) {
        items.add(object(map));
      }
    }
  }

  private static @Nullable Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> object = new HashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          Object member = value(parser);
          if (member != null) {
            object.put(name, member);
          }
        }
        yield object;
      }
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          Object element = value(parser);
          if (element != null) {
            list.add(element);
          }
        }
        yield list;
      }
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> parser.getString();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case null, default -> null;
    };
  }
}

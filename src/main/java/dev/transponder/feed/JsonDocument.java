package dev.transponder.feed;

import dev.transponder.model.Budget;
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
 * @param damaged whether the text is not what JSON allows, or holds more than is kept
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

  /** As much of the text as can be read. */
  static JsonDocument read(String text, Budget budget) {
    Map<String, Object> head = new HashMap<>();
    List<Map<String, Object>> items = new ArrayList<>();
    boolean hasItems = false;
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      Values values = new Values(parser, budget);
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_ARRAY) {
        values.items(items);
        return new JsonDocument(head, items, false, values.cut());
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (name.equals("items") && token == JsonToken.START_ARRAY) {
          hasItems = true;
          values.items(items);
        } else {
          Object value = values.next();
          if (value != null) {
            head.put(name, value);
          }
        }
      }
      return new JsonDocument(head, items, hasItems, values.cut());
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

  /** The values of one text, one after the other. */
  private static final class Values {
    /** Values between two looks at the budget, which costs as much as some of them. */
    private static final int STEPS = 256;

    /** How many values are kept, as many as elements of XML; later ones are passed over. */
    private static final int MOST = 1_000_000;

    private final JsonParser parser;
    private final Budget budget;
    private int steps;

    Values(JsonParser parser, Budget budget) {
      this.parser = parser;
      this.budget = budget;
    }

    void items(List<Map<String, Object>> items) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        Object item = next();
        if (item instanceof Map<?, ?> map && items.size() < Limits.ENTRIES) {
          items.add(object(map));
        }
      }
    }

    /** Whether some were passed over. */
    boolean cut() {
      return steps > MOST;
    }

    /** The value at which the parser stands; null for none and for what is no value. */
    @Nullable Object next() {
      if (steps++ % STEPS == 0) {
        budget.check();
      }
      if (steps > MOST) {
        parser.skipChildren();
        return null;
      }
      return switch (parser.currentToken()) {
        case START_OBJECT -> {
          Map<String, Object> object = new HashMap<>();
          while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Object member = next();
            if (member != null) {
              object.put(name, member);
            }
          }
          yield object;
        }
        case START_ARRAY -> {
          List<Object> list = new ArrayList<>();
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object element = next();
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
}

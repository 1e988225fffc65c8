package dev.transponder.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One line of a list of documents. What a line says of how to read its document ("as") changes
 * nothing without a network: feeds that a page names are never followed.
 *
 * @param file whose bytes are the answer of the URL
 */
record PreviewLine(@Nullable String id, String url, Path file, Map<String, List<String>> headers) {
  private static final JsonFactory FACTORY = new JsonFactory();

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is no such line; the message says why
   */
  static PreviewLine parse(String line) {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, List<String>> headers = new LinkedHashMap<>();
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("not a JSON object");
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (name.equals("headers") && value == JsonToken.START_OBJECT) {
          readHeaders(json, headers);
        } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
          texts.put(name, json.getString());
        } else {
          json.skipChildren();
        }
      }
      return new PreviewLine(
          texts.get("id"), required(texts, "url"), Path.of(required(texts, "file")), headers);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("no valid file name", e);
    }
  }

  private static void readHeaders(JsonParser json, Map<String, List<String>> headers) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      List<String> values = headers.computeIfAbsent(json.currentName(), _ -> new ArrayList<>());
      JsonToken token = json.nextToken();
      if (token == JsonToken.START_ARRAY) {
        while (json.nextToken().isScalarValue()) {
          values.add(json.getString());
        }
      } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
        values.add(json.getString());
      } else {
        json.skipChildren();
      }
    }
  }

  private static String required(Map<String, String> texts, String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException("\"" + name + "\" is missing");
    }
    return text;
  }
}

package dev.transponder.web;

import dev.transponder.refresh.RefreshResult;
import java.io.StringWriter;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The JSON of the admin address: one object in one line each. */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** One finished source. */
  static String result(RefreshResult result) {
    boolean never = result.next().equals(Instant.MAX);
    return object(
        json -> {
          json.writeStringProperty("source", result.sourceId());
          json.writeBooleanProperty("ok", result.ok());
          json.writeNumberProperty("new", result.inserted());
          json.writeNumberProperty("changed", result.updated());
          json.writeStringProperty("message", result.message());
          json.writeStringProperty("next", never ? null : result.next().toString());
          json.writeStringProperty("reason", result.reason());
        });
  }

  /** All of a refresh. */
  static String sums(int refreshed, int failed, int inserted) {
    return object(
        json -> {
          json.writeNumberProperty("refreshed", refreshed);
          json.writeNumberProperty("failed", failed);
          json.writeNumberProperty("new", inserted);
        });
  }

  /**
   * What went wrong.
   *
   * @param source that it is about, null for none
   */
  static String error(String message, @Nullable String source) {
    return object(
        json -> {
          json.writeStringProperty("error", message);
          if (source != null) {
            json.writeStringProperty("source", source);
          }
        });
  }

  private static String object(Consumer<JsonGenerator> content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      content.accept(json);
      json.writeEndObject();
    }
    return text.toString();
  }
}

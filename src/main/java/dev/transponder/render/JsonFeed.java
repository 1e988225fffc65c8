package dev.transponder.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.transponder.text.XmlChars;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a feed document in JSON Feed 1.1 (jsonfeed.org), UTF-8. */
final class JsonFeed {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonFeed() {}

  static byte[] render(Output output) {
    String document =
        object(
            json -> {
              string(json, "version", "https://jsonfeed.org/version/1.1");
              string(json, "title", output.heading());
              string(json, "home_page_url", output.baseUrl());
              string(json, "feed_url", output.url(Format.JSON));
              string(json, "description", output.subtitle());
              json.writeName("items");
              json.writeStartArray();
              Each.of(
                  output,
                  entry -> object(item -> JsonEntry.write(item, entry)),
                  item -> {
                    json.writeRaw("\n");
                    json.writeRawValue(item);
                  });
              json.writeEndArray();
            });
    return (document + "\n").getBytes(UTF_8);
  }

  /** The characters that all formats keep; nothing if there is no text. */
  static void string(JsonGenerator json, String name, @Nullable String text) {
    if (text != null && Values.present(text)) {
      json.writeStringProperty(name, XmlChars.clean(text));
    }
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

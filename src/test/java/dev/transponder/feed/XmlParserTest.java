package dev.transponder.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Document;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Text;
import org.jdom2.input.SAXBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On well-formed documents our parser makes what the JDK's strict one makes. */
final class XmlParserTest {
  static List<Fixture> wellFormed() throws Exception {
    return Fixture.all().stream().filter(XmlParserTest::isWellFormed).toList();
  }

  @ParameterizedTest
  @MethodSource("wellFormed")
  void aWellFormedDocumentGivesTheSameTreeAsAStrictParser(Fixture fixture) throws Exception {
    String text = text(fixture);
    String url = "https://feeds.test/";
    Tree tree =
        Objects.requireNonNull(XmlParser.parse(text, Prolog.start(text), url, url, () -> {}));
    assertThat(tree.damaged()).isFalse();
    assertThat(shape(tree.root())).isEqualTo(shape(strict(text)));
  }

  private static boolean isWellFormed(Fixture fixture) {
    try {
      return !text(fixture).contains("<!ENTITY") && strict(text(fixture)).getName() != null;
    } catch (Exception e) {
      return false;
    }
  }

  private static String text(Fixture fixture) throws Exception {
    Document document = fixture.document();
    String text = Decoder.decode(document);
    return text.startsWith("<?xml") ? text.substring(text.indexOf("?>") + 2).strip() : text;
  }

  private static Element strict(String text) throws Exception {
    try {
      return new SAXBuilder().build(new StringReader(text.strip())).detachRootElement();
    } catch (JDOMException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Names, attributes and text; white space between elements is layout. */
  private static String shape(Element element) {
    StringBuilder out = new StringBuilder("<").append(element.getName());
    element.getAttributes().stream()
        .filter(attribute -> attribute.getNamespacePrefix().isEmpty())
        .forEach(attribute -> out.append(' ').append(attribute));
    out.append('>');
    StringBuilder text = new StringBuilder();
    for (Content content : element.getContent()) {
      switch (content) {
        case Text part -> text.append(part.getText());
        case Element child -> out.append(text.toString().strip()).append(shape(child));
        default -> {}
      }
      if (content instanceof Element) {
        text.setLength(0);
      }
    }
    return out.append(text.toString().strip()).append("</>").toString();
  }
}

package dev.transponder.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.transponder.text.XmlChars;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes elements, attributes and text, and only characters that XML 1.0 allows (section 2.2): one
 * U+0001 in one title must not make the whole document unreadable. Not thread safe.
 */
final class XmlWriter {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final StringWriter out = new StringWriter();
  private final XMLStreamWriter xml;

  XmlWriter() {
    try {
      xml = FACTORY.createXMLStreamWriter(out);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  XmlWriter open(String name) {
    return write(() -> xml.writeStartElement(name));
  }

  /** An element without content; takes attributes until the next thing is written. */
  XmlWriter empty(String name) {
    return write(() -> xml.writeEmptyElement(name));
  }

  XmlWriter close() {
    return write(xml::writeEndElement);
  }

  /** Writes nothing if there is no value or nothing of it may be written. */
  XmlWriter attribute(String name, @Nullable String value) {
    if (value == null || XmlChars.clean(value).isBlank()) {
      return this;
    }
    return write(() -> xml.writeAttribute(name, XmlChars.clean(value)));
  }

  XmlWriter text(String text) {
    return write(() -> xml.writeCharacters(XmlChars.clean(text)));
  }

  /** Begins a new line: a document with one entry in each is one that people can look at. */
  XmlWriter line() {
    return text("\n");
  }

  /** An element with text; nothing if there is no text or nothing of it may be written. */
  XmlWriter element(String name, @Nullable String text) {
    if (text == null || XmlChars.clean(text).isBlank()) {
      return this;
    }
    return open(name).text(text).close();
  }

  /** Takes in what another writer has written. */
  XmlWriter append(XmlWriter other) {
    text("");
    return write(
        () -> {
          xml.flush();
          out.write(other.toString());
        });
  }

  /** All of it as a document in UTF-8. */
  byte[] document() {
    return ("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + this + "\n").getBytes(UTF_8);
  }

  @Override
  public String toString() {
    write(xml::flush);
    return out.toString();
  }

  private XmlWriter write(Writing writing) {
    try {
      writing.write();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  @FunctionalInterface
  private interface Writing {
    void write() throws XMLStreamException;
  }
}

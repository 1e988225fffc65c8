package dev.transponder.render;

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
    if (value == null || allowed(value).isBlank()) {
      return this;
    }
    return write(() -> xml.writeAttribute(name, allowed(value)));
  }

  XmlWriter text(String text) {
    return write(() -> xml.writeCharacters(allowed(text)));
  }

  /** An element with text; nothing if there is no text or nothing of it may be written. */
  XmlWriter element(String name, @Nullable String text) {
    if (text == null || allowed(text).isBlank()) {
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

  static String allowed(String text) {
    if (text.codePoints().allMatch(XmlWriter::isAllowed)) {
      return text;
    }
    StringBuilder allowed = new StringBuilder(text.length());
    text.codePoints().filter(XmlWriter::isAllowed).forEach(allowed::appendCodePoint);
    return allowed.toString();
  }

  /** Char of XML 1.0; a lone surrogate is a code point of its own here and is not allowed. */
  private static boolean isAllowed(int c) {
    return (c >= 0x20 && c <= 0xD7FF)
        || c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  @FunctionalInterface
  private interface Writing {
    void write() throws XMLStreamException;
  }
}

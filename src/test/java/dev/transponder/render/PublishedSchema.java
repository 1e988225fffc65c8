package dev.transponder.render;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A grammar of documents that we publish, in {@code src/test/resources/render}. Not thread safe.
 */
final class PublishedSchema {
  private final List<String> mistakes = new ArrayList<>();
  private final ValidationDriver driver;

  /** Of our Atom documents. */
  PublishedSchema() throws IOException, SAXException {
    this("published.rnc");
  }

  PublishedSchema(String name) throws IOException, SAXException {
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new Collector());
    driver = new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    String grammar = Objects.requireNonNull(getClass().getResource("/render/" + name)).toString();
    if (!driver.loadSchema(new InputSource(grammar))) {
      throw new IllegalStateException("the grammar is wrong: " + mistakes);
    }
  }

  /** What is wrong with a document; empty if it is valid. */
  List<String> mistakes(byte[] document) throws IOException, SAXException {
    mistakes.clear();
    driver.validate(new InputSource(new ByteArrayInputStream(document)));
    return List.copyOf(mistakes);
  }

  private final class Collector implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      mistakes.add(e.toString());
    }

    @Override
    public void error(SAXParseException e) {
      mistakes.add(e.toString());
    }

    @Override
    public void fatalError(SAXParseException e) {
      mistakes.add(e.toString());
    }
  }
}

package dev.transponder.render;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each entry apart, so that nothing of a bad one gets into the document. Which ones are bad
 * is the same in every format.
 */
final class Each {
  private static final Logger LOG = LoggerFactory.getLogger(Each.class);

  private Each() {}

  /** One entry after the other, each on a line of its own of an XML document. */
  static void in(XmlWriter document, Output output, BiConsumer<XmlWriter, OutputEntry> writing) {
    of(
        output,
        entry -> {
          XmlWriter one = new XmlWriter();
          writing.accept(one, entry);
          return one;
        },
        one -> document.line().append(one));
  }

  /**
   * One entry after the other.
   *
   * @param writing throws if the entry cannot be written: it is left out and logged
   * @param appending takes what was written of a good one into the document
   */
  static <W> void of(Output output, Function<OutputEntry, W> writing, Consumer<W> appending) {
    for (OutputEntry entry : output.entries()) {
      W written;
      try {
        Values.required("id", entry.id());
        Values.required("the id of its source", entry.origin().id());
        Values.required("the title of its source", entry.origin().title());
        written = writing.apply(entry);
      } catch (RuntimeException e) {
        LOG.warn("entry {} is left out of the feed: it cannot be written", entry.id(), e);
        continue;
      }
      appending.accept(written);
    }
  }
}

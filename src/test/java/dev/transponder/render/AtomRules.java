package dev.transponder.render;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What RFC 4287 asks for and its grammar cannot say. */
final class AtomRules {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final List<String> mistakes = new ArrayList<>();

  private AtomRules() {}

  /** What is wrong with a document that the grammar finds valid; empty if nothing is. */
  static List<String> mistakes(byte[] document) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element feed =
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(document)).getDocumentElement();
    AtomRules rules = new AtomRules();
    rules.feed(feed);
    return rules.mistakes;
  }

  private void feed(Element feed) {
    links(feed);
    check(children(feed, "link").stream().anyMatch(link -> is(link, "self")), "feed without self");
    Set<String> ids = new HashSet<>();
    Instant updated = date(feed, "updated");
    for (Element entry : children(feed, "entry")) {
      String id = text(entry, "id");
      check(ids.add(id), "id twice: " + id);
      check(!date(entry, "updated").isAfter(updated), "an entry newer than its feed");
      check(!children(entry, "author").isEmpty(), "no author");
      check(
          !children(entry, "content").isEmpty()
              || children(entry, "link").stream().anyMatch(link -> is(link, "alternate")),
          "neither content nor alternate");
      links(entry);
      children(entry, "source").forEach(this::links);
    }
    for (String name : List.of("name", "id", "title")) {
      for (Element element : list(feed.getElementsByTagNameNS(ATOM, name))) {
        check(!element.getTextContent().isBlank(), "blank " + name);
      }
    }
  }

  /** Absolute, and one alternate of each type and language. */
  private void links(Element parent) {
    Set<String> alternates = new HashSet<>();
    for (Element link : children(parent, "link")) {
      String href = link.getAttribute("href");
      check(
          href.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+"), "no absolute IRI: " + href);
      check(URI.create(href.replaceAll("[^ -~]", "x")).isAbsolute(), "no URI: " + href);
      if (is(link, "alternate")) {
        String kind = link.getAttribute("type") + " " + link.getAttribute("hreflang");
        check(alternates.add(kind), "two alternates of " + kind);
      }
    }
  }

  private static boolean is(Element link, String rel) {
    return link.getAttribute("rel").equals(rel);
  }

  private void check(boolean holds, String mistake) {
    if (!holds) {
      mistakes.add(mistake);
    }
  }

  private static Instant date(Element parent, String name) {
    return Instant.parse(text(parent, name));
  }

  private static String text(Element parent, String name) {
    return children(parent, name).getFirst().getTextContent();
  }

  private static List<Element> children(Element parent, String name) {
    return list(parent.getChildNodes()).stream()
        .filter(child -> ATOM.equals(child.getNamespaceURI()))
        .filter(child -> name.equals(child.getLocalName()))
        .toList();
  }

  private static List<Element> list(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }
}

package dev.transponder.clean;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The elements and attributes that may stand in safe HTML; all else is not written.
 *
 * <p>No style, class, id or name (a page's own looks and DOM clobbering) but the class that names
 * the language of code, no landmarks (a reader has its own), nothing that sends, loads a document
 * or runs.
 */
final class Markup {
  /** An attribute that may stand. */
  record Attribute(String name, Check check) {}

  private static final Set<String> KEPT =
      Set.of(
          ("a abbr audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn"
                  + " div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p"
                  + " picture pre q rp rt ruby s samp small source span strong sub summary sup table"
                  + " tbody td tfoot th thead time tr u ul var video wbr")
              .split(" "));

  private static final Map<String, String> WRITTEN_AS =
      Map.ofEntries(
          Map.entry("acronym", "abbr"),
          Map.entry("address", "div"),
          Map.entry("article", "div"),
          Map.entry("aside", "div"),
          Map.entry("center", "div"),
          Map.entry("dir", "ul"),
          Map.entry("fieldset", "div"),
          Map.entry("footer", "div"),
          Map.entry("header", "div"),
          Map.entry("hgroup", "div"),
          Map.entry("legend", "div"),
          Map.entry("listing", "pre"),
          Map.entry("main", "div"),
          Map.entry("menu", "ul"),
          Map.entry("nav", "div"),
          Map.entry("plaintext", "pre"),
          Map.entry("section", "div"),
          Map.entry("strike", "s"),
          Map.entry("tt", "code"),
          Map.entry("xmp", "pre"));

  /** Elements whose content is not text for readers. */
  private static final Set<String> DROPPED =
      Set.of(
          ("applet base basefont bgsound command datalist embed frame frameset head iframe input"
                  + " keygen link meta noembed noframes param portal script select style svg template"
                  + " textarea title track")
              .split(" "));

  static final Set<String> VOID = Set.of("br", "col", "hr", "img", "source", "wbr");

  private static final List<Attribute> GLOBAL =
      List.of(
          new Attribute("title", Check.TEXT),
          new Attribute("lang", Check.WORD),
          new Attribute("dir", Check.WORD));

  private static final Map<String, List<Attribute>> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("audio", List.of(new Attribute("src", Check.WEB_URL))),
          Map.entry("blockquote", List.of(new Attribute("cite", Check.WEB_URL))),
          Map.entry("code", List.of(new Attribute("class", Check.CODE_CLASS))),
          Map.entry("col", List.of(new Attribute("span", Check.NUMBER))),
          Map.entry("colgroup", List.of(new Attribute("span", Check.NUMBER))),
          Map.entry("del", List.of(new Attribute("cite", Check.WEB_URL), date())),
          Map.entry("details", List.of(new Attribute("open", Check.FLAG))),
          Map.entry(
              "img",
              List.of(
                  new Attribute("srcset", Check.SRCSET),
                  new Attribute("alt", Check.TEXT),
                  new Attribute("width", Check.LENGTH),
                  new Attribute("height", Check.LENGTH))),
          Map.entry("ins", List.of(new Attribute("cite", Check.WEB_URL), date())),
          Map.entry("li", List.of(new Attribute("value", Check.NUMBER))),
          Map.entry(
              "ol",
              List.of(
                  new Attribute("start", Check.NUMBER),
                  new Attribute("reversed", Check.FLAG),
                  new Attribute("type", Check.WORD))),
          Map.entry("pre", List.of(new Attribute("class", Check.CODE_CLASS))),
          Map.entry("q", List.of(new Attribute("cite", Check.WEB_URL))),
          Map.entry(
              "source",
              List.of(
                  new Attribute("src", Check.WEB_URL),
                  new Attribute("srcset", Check.SRCSET),
                  new Attribute("type", Check.TEXT),
                  new Attribute("media", Check.TEXT))),
          Map.entry("td", List.of(span("colspan"), span("rowspan"))),
          Map.entry(
              "th", List.of(span("colspan"), span("rowspan"), new Attribute("scope", Check.WORD))),
          Map.entry("time", List.of(date())),
          Map.entry(
              "video",
              List.of(
                  new Attribute("src", Check.WEB_URL),
                  new Attribute("poster", Check.WEB_URL),
                  new Attribute("width", Check.LENGTH),
                  new Attribute("height", Check.LENGTH))));

  private Markup() {}

  /** The name under which an element is written, null if only its content is. */
  static @Nullable String written(String name) {
    return KEPT.contains(name) ? name : WRITTEN_AS.get(name);
  }

  /** Whether neither the element nor its content is written. */
  static boolean isDropped(String name) {
    return DROPPED.contains(name);
  }

  /** What may stand on every element. */
  static List<Attribute> global() {
    return GLOBAL;
  }

  /** What may stand on this element besides. */
  static List<Attribute> of(String name) {
    return ATTRIBUTES.getOrDefault(name, List.of());
  }

  private static Attribute date() {
    return new Attribute("datetime", Check.DATE);
  }

  private static Attribute span(String name) {
    return new Attribute(name, Check.NUMBER);
  }
}

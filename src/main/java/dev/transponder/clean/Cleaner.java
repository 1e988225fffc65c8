package dev.transponder.clean;

import dev.transponder.model.Enclosure;
import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.Guid;
import dev.transponder.model.Media;
import dev.transponder.model.Person;
import dev.transponder.text.Edit;
import dev.transponder.text.XmlChars;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Makes what a document says fit to be stored and published: safe absolute HTML in summaries and
 * contents, plain text elsewhere, http and https URLs, XML 1.0 characters, bounded sizes.
 *
 * <p>Titles and names are plain text already: a {@code <b>} in them is three characters and stays.
 * Cleaning what is clean changes nothing. Stateless and thread safe.
 */
public final class Cleaner {
  /** Summary and content of one entry together, in characters. */
  private static final int ENTRY_LIMIT = 1_000_000;

  private static final int SUBTITLE_LIMIT = 10_000;
  private static final int TITLE_LIMIT = 500;
  private static final int NAME_LIMIT = 200;
  private static final int RIGHTS_LIMIT = 2_000;
  private static final int ID_LIMIT = 4_096;
  private static final int MOST_PERSONS = 50;
  private static final int MOST_CATEGORIES = 50;
  private static final int MOST_ENCLOSURES = 100;
  private static final int MOST_HUBS = 10;

  private static final Pattern LANGUAGE =
      Pattern.compile("[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,8}");
  private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w.+*-]{1,100}/[^/]{1,150}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\"]{1,100}@[^@\\s<>\"]{1,150}");

  /**
   * The entry as it may be stored.
   *
   * @param baseUrl what its relative URLs are relative to; where that is not http or https, they
   *     are dropped
   */
  public Entry clean(Entry entry, String baseUrl) {
    Links links = new Links(baseUrl);
    String content = SafeHtml.of(entry.content(), links, ENTRY_LIMIT);
    int used = content == null ? 0 : content.length();
    return entry.toBuilder()
        .guid(guid(entry.guid()))
        .title(XmlText.line(entry.title(), TITLE_LIMIT))
        .link(links.web(entry.link()))
        .summary(SafeHtml.of(entry.summary(), links, ENTRY_LIMIT - used))
        .content(content)
        .authors(persons(entry.authors(), links))
        .contributors(persons(entry.contributors(), links))
        .categories(categories(entry.categories()))
        .enclosures(enclosures(entry.enclosures(), links))
        .language(language(entry.language()))
        .image(links.web(entry.image()))
        .rights(XmlText.line(entry.rights(), RIGHTS_LIMIT))
        .comments(links.web(entry.comments()))
        .media(media(entry.media(), links))
        .build();
  }

  /** The head as it may be stored; {@code baseUrl} as above. */
  public FeedHead clean(FeedHead head, String baseUrl) {
    Links links = new Links(baseUrl);
    return new FeedHead(
        id(head.id()),
        XmlText.line(head.title(), TITLE_LIMIT),
        links.web(head.link()),
        links.web(head.self()),
        SafeHtml.of(head.subtitle(), links, SUBTITLE_LIMIT),
        head.updated(),
        persons(head.authors(), links),
        language(head.language()),
        XmlText.line(head.rights(), RIGHTS_LIMIT),
        links.web(head.icon()),
        urls(head.hubs(), links));
  }

  /** The visible text of HTML: block elements separated by spaces, white space folded. */
  public static String plainText(String html) {
    return VisibleText.of(html);
  }

  /** The same, each block element's own text apart. */
  public static List<String> textBlocks(String html) {
    return VisibleText.blocks(html);
  }

  /**
   * The visible text of HTML, white space folded, each paragraph, heading or cell a line of its
   * own.
   */
  public static String textLines(String html) {
    return TextLines.of(html);
  }

  /**
   * Clean HTML with its visible text edited, line by line as in {@link #textLines}: markup stays,
   * new text is text, and elements that hold nothing any more are left out.
   *
   * @param editor is given a line and says what becomes of it
   */
  public static String edited(String html, Function<String, List<Edit>> editor) {
    List<Node> nodes = TextLines.edited(html, editor);
    if (nodes == null) {
      return html;
    }
    SafeWriter writer = new SafeWriter(new Links(""), ENTRY_LIMIT);
    writer.write(nodes);
    String safe = SafeHtml.of(writer.result(), new Links(""), ENTRY_LIMIT);
    return safe == null ? "" : safe;
  }

  private static @Nullable Guid guid(@Nullable Guid guid) {
    String text = guid == null ? null : id(guid.text());
    return guid == null || text == null ? null : new Guid(text, guid.kind());
  }

  /** Byte for byte, or not at all: a cut id would be another entry's. */
  private static @Nullable String id(@Nullable String id) {
    String text = id == null ? "" : XmlChars.clean(id).strip();
    return text.isEmpty() || text.length() > ID_LIMIT ? null : text;
  }

  private static List<Person> persons(List<Person> persons, Links links) {
    return persons.stream()
        .map(p -> person(p, links))
        .filter(Objects::nonNull)
        .distinct()
        .limit(MOST_PERSONS)
        .toList();
  }

  private static @Nullable Person person(Person person, Links links) {
    String name = XmlText.line(person.name(), NAME_LIMIT);
    String written = XmlText.line(person.email(), NAME_LIMIT);
    String email = written != null && EMAIL.matcher(written).matches() ? written : null;
    String shown = name == null ? email : name;
    return shown == null ? null : new Person(shown, links.web(person.uri()), email);
  }

  private static List<String> categories(List<String> categories) {
    return categories.stream()
        .map(c -> XmlText.line(c, NAME_LIMIT))
        .filter(Objects::nonNull)
        .distinct()
        .limit(MOST_CATEGORIES)
        .toList();
  }

  private static List<Enclosure> enclosures(List<Enclosure> enclosures, Links links) {
    return enclosures.stream()
        .map(e -> enclosure(e, links))
        .filter(Objects::nonNull)
        .distinct()
        .limit(MOST_ENCLOSURES)
        .toList();
  }

  private static @Nullable Enclosure enclosure(Enclosure enclosure, Links links) {
    String url = links.web(enclosure.url());
    String written = XmlText.line(enclosure.type(), ID_LIMIT);
    String type = written != null && MEDIA_TYPE.matcher(written).matches() ? written : null;
    Long length = enclosure.length();
    return url == null
        ? null
        : new Enclosure(url, type, length != null && length >= 0 ? length : null);
  }

  private static Media media(Media media, Links links) {
    return new Media(
        media.duration(),
        media.season(),
        media.episode(),
        media.explicit(),
        enclosures(media.files(), links));
  }

  private static @Nullable String language(@Nullable String language) {
    String tag = language == null ? "" : language.strip().replace('_', '-');
    return LANGUAGE.matcher(tag).matches() ? tag : null;
  }

  private static List<String> urls(List<String> urls, Links links) {
    return urls.stream()
        .map(links::web)
        .filter(Objects::nonNull)
        .distinct()
        .limit(MOST_HUBS)
        .toList();
  }
}

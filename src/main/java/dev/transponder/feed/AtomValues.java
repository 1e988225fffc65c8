package dev.transponder.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import dev.transponder.model.Enclosure;
import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.Guid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ROME's Atom feed and our own parts to the records of model. */
final class AtomValues {
  private AtomValues() {}

  static FeedHead head(Feed feed, HeadParts parts) {
    return new FeedHead(
        text(feed.getId()),
        Limits.line(feed.getTitle()),
        parts.link(),
        parts.self(),
        Limits.body(value(feed.getSubtitle())),
        parts.updated(),
        parts.authors(),
        parts.language(),
        Limits.line(feed.getRights()),
        parts.icon(),
        parts.hubs());
  }

  static Entry entry(com.rometools.rome.feed.atom.Entry entry, EntryParts parts, FeedHead head) {
    String id = text(entry.getId());
    return Entry.builder()
        .guid(id == null ? null : new Guid(id, Guid.Kind.ATOM_ID))
        .title(Limits.line(entry.getTitle()))
        .link(link(entry.getAlternateLinks()))
        .published(parts.published())
        .updated(parts.updated())
        .summary(Limits.body(value(entry.getSummary())))
        .content(content(entry))
        .authors(parts.authors().isEmpty() ? head.authors() : parts.authors())
        .contributors(parts.contributors())
        .categories(categories(entry, parts))
        .enclosures(enclosures(entry))
        .language(parts.language() == null ? head.language() : parts.language())
        .image(parts.image())
        .rights(parts.rights())
        .comments(parts.comments())
        .media(parts.media())
        .build();
  }

  private static @Nullable String text(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static @Nullable String value(@Nullable Content content) {
    return content == null ? null : content.getValue();
  }

  private static @Nullable String content(com.rometools.rome.feed.atom.Entry entry) {
    for (Content content : entry.getContents()) {
      String html = Limits.body(content.getValue());
      if (html != null) {
        return html;
      }
    }
    return null;
  }

  /** A link to a page goes before one to another form of it. */
  private static @Nullable String link(List<Link> alternates) {
    String first = null;
    for (Link link : alternates) {
      String href = Limits.url(link.getHref());
      if (href != null && Urls.isWeb(href)) {
        String type = link.getType();
        if (type == null || type.contains("html")) {
          return href;
        }
        first = first == null ? href : first;
      }
    }
    return first;
  }

  private static List<String> categories(
      com.rometools.rome.feed.atom.Entry entry, EntryParts parts) {
    List<String> categories = new ArrayList<>(parts.categories());
    for (Category category : entry.getCategories()) {
      String name = Limits.line(name(category.getTerm(), category.getLabel()));
      if (name != null && !categories.contains(name) && categories.size() < Limits.LIST) {
        categories.add(name);
      }
    }
    return categories;
  }

  /** The term, unless it is a URL that only programs read. */
  static @Nullable String name(@Nullable String term, @Nullable String label) {
    String name = text(term);
    String shown = text(label);
    return shown == null || (name != null && !Urls.isWeb(name)) ? name : shown;
  }

  private static List<Enclosure> enclosures(com.rometools.rome.feed.atom.Entry entry) {
    List<Enclosure> enclosures = new ArrayList<>();
    for (Link link : entry.getOtherLinks()) {
      String url = Limits.url(link.getHref());
      if (url != null && "enclosure".equals(link.getRel()) && enclosures.size() < Limits.LIST) {
        long length = link.getLength();
        enclosures.add(new Enclosure(url, link.getType(), length > 0 ? length : null));
      }
    }
    return enclosures;
  }
}

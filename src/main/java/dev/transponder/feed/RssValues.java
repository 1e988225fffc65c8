package dev.transponder.feed;

import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Content;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Item;
import dev.transponder.model.Enclosure;
import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.Guid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ROME's RSS channel and our own parts to the records of model. */
final class RssValues {
  private RssValues() {}

  static FeedHead head(Channel channel, HeadParts parts) {
    String language = Limits.line(channel.getLanguage());
    return new FeedHead(
        null,
        Limits.line(channel.getTitle()),
        web(channel.getLink()),
        parts.self(),
        Limits.body(channel.getDescription()),
        parts.updated(),
        parts.authors(),
        language == null ? parts.language() : language,
        Limits.line(channel.getCopyright()),
        parts.icon(),
        parts.hubs());
  }

  static Entry entry(Item item, EntryParts parts, FeedHead head) {
    com.rometools.rome.feed.rss.Guid guid = item.getGuid();
    String id = guid == null ? null : Limits.url(guid.getValue());
    id = id == null ? null : id.strip();
    Description description = item.getDescription();
    Content content = item.getContent();
    return Entry.builder()
        .guid(id == null ? null : new Guid(id, Guid.Kind.TEXT))
        .title(Limits.line(item.getTitle()))
        .link(link(item, guid != null && guid.isPermaLink() ? id : null))
        .published(parts.published())
        .updated(parts.updated())
        .summary(Limits.body(description == null ? null : description.getValue()))
        .content(Limits.body(content == null ? null : content.getValue()))
        .authors(parts.authors().isEmpty() ? head.authors() : parts.authors())
        .contributors(parts.contributors())
        .categories(categories(item, parts))
        .enclosures(enclosures(item))
        .language(parts.language() == null ? head.language() : parts.language())
        .image(parts.image())
        .rights(parts.rights())
        .comments(parts.comments())
        .media(parts.media())
        .build();
  }

  private static @Nullable String link(Item item, @Nullable String permaLink) {
    String link = web(item.getLink());
    return link == null ? web(permaLink) : link;
  }

  private static @Nullable String web(@Nullable String url) {
    return url != null && Urls.isWeb(url.strip()) ? Limits.url(url.strip()) : null;
  }

  private static List<String> categories(Item item, EntryParts parts) {
    List<String> categories = new ArrayList<>();
    for (Category category : item.getCategories()) {
      String name = Limits.line(PlainText.ofLikelyHtml(category.getValue()));
      if (name != null && !categories.contains(name) && categories.size() < Limits.LIST) {
        categories.add(name);
      }
    }
    parts.categories().stream().filter(name -> !categories.contains(name)).forEach(categories::add);
    return categories;
  }

  private static List<Enclosure> enclosures(Item item) {
    List<Enclosure> enclosures = new ArrayList<>();
    for (com.rometools.rome.feed.rss.Enclosure enclosure : item.getEnclosures()) {
      String url = Limits.url(enclosure.getUrl());
      if (url != null && enclosures.size() < Limits.LIST) {
        long length = enclosure.getLength();
        enclosures.add(new Enclosure(url, enclosure.getType(), length > 0 ? length : null));
      }
    }
    return enclosures;
  }
}

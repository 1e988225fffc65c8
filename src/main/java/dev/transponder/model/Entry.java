package dev.transponder.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of one entry. As {@code feed} and {@code page} make it, summary and content
 * are HTML as written; {@code clean} makes them safe and absolute, and only clean entries are
 * stored.
 *
 * @param guid how the document identifies it, null if it does not
 * @param title plain text; null or not empty
 * @param link absolute, http or https
 * @param published only if the document gives a date
 * @param updated only if the document gives a date
 * @param summary HTML
 * @param content HTML
 * @param authors its own, else those of the feed
 * @param contributors who else had a part in it; those of the feed are not repeated
 * @param categories plain text
 * @param language a BCP 47 tag, its own or that of the feed
 * @param image a picture that stands for the entry
 * @param rights plain text
 * @param comments the page where it is discussed
 * @param media what belongs to a podcast or photo feed
 */
public record Entry(
    @Nullable Guid guid,
    @Nullable String title,
    @Nullable String link,
    @Nullable Instant published,
    @Nullable Instant updated,
    @Nullable String summary,
    @Nullable String content,
    List<Person> authors,
    List<Person> contributors,
    List<String> categories,
    List<Enclosure> enclosures,
    @Nullable String language,
    @Nullable String image,
    @Nullable String rights,
    @Nullable String comments,
    Media media) {

  public Entry {
    authors = List.copyOf(authors);
    contributors = List.copyOf(contributors);
    categories = List.copyOf(categories);
    enclosures = List.copyOf(enclosures);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts from this entry. */
  public Builder toBuilder() {
    return new Builder()
        .guid(guid)
        .title(title)
        .link(link)
        .published(published)
        .updated(updated)
        .summary(summary)
        .content(content)
        .authors(authors)
        .contributors(contributors)
        .categories(categories)
        .enclosures(enclosures)
        .language(language)
        .image(image)
        .rights(rights)
        .comments(comments)
        .media(media);
  }

  /** Collects an entry part by part; parts not set are null or empty. Not thread safe. */
  public static final class Builder {
    private @Nullable Guid guid;
    private @Nullable String title;
    private @Nullable String link;
    private @Nullable Instant published;
    private @Nullable Instant updated;
    private @Nullable String summary;
    private @Nullable String content;
    private List<Person> authors = List.of();
    private List<Person> contributors = List.of();
    private List<String> categories = List.of();
    private List<Enclosure> enclosures = List.of();
    private @Nullable String language;
    private @Nullable String image;
    private @Nullable String rights;
    private @Nullable String comments;
    private Media media = Media.NONE;

    private Builder() {}

    public Builder guid(@Nullable Guid value) {
      guid = value;
      return this;
    }

    public Builder title(@Nullable String value) {
      title = value;
      return this;
    }

    public Builder link(@Nullable String value) {
      link = value;
      return this;
    }

    public Builder published(@Nullable Instant value) {
      published = value;
      return this;
    }

    public Builder updated(@Nullable Instant value) {
      updated = value;
      return this;
    }

    public Builder summary(@Nullable String value) {
      summary = value;
      return this;
    }

    public Builder content(@Nullable String value) {
      content = value;
      return this;
    }

    public Builder authors(List<Person> value) {
      authors = value;
      return this;
    }

    public Builder contributors(List<Person> value) {
      contributors = value;
      return this;
    }

    public Builder categories(List<String> value) {
      categories = value;
      return this;
    }

    public Builder enclosures(List<Enclosure> value) {
      enclosures = value;
      return this;
    }

    public Builder language(@Nullable String value) {
      language = value;
      return this;
    }

    public Builder image(@Nullable String value) {
      image = value;
      return this;
    }

    public Builder rights(@Nullable String value) {
      rights = value;
      return this;
    }

    public Builder comments(@Nullable String value) {
      comments = value;
      return this;
    }

    public Builder media(Media value) {
      media = value;
      return this;
    }

    public Entry build() {
      return new Entry(
          guid,
          title,
          link,
          published,
          updated,
          summary,
          content,
          authors,
          contributors,
          categories,
          enclosures,
          language,
          image,
          rights,
          comments,
          media);
    }
  }
}

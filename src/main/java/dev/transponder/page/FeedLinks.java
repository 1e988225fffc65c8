package dev.transponder.page;

import dev.transponder.model.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Finds the feeds that a page names, in its link elements and its Link headers. */
public final class FeedLinks {
  private static final Set<String> TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/feed+json",
          "application/json",
          "application/rdf+xml",
          "application/x.atom+xml",
          "text/xml",
          "application/xml");

  /** Feeds of what visitors say: not what the page itself tells. */
  private static final Pattern COMMENTS =
      Pattern.compile(
          "(?i)comments?\\b|kommentare?|commentaires|comentarios|commenti|reacties|комментар|评论|評論"
              + "|留言|コメント|댓글");

  /** API documents that WordPress and oEmbed announce just like feeds. */
  private static final Pattern API = Pattern.compile("(?i)/wp-json/|oembed");

  private record Named(String url, String type, String title) {
    boolean ofComments() {
      return COMMENTS.matcher(title + " " + url).find();
    }

    /** Plain JSON or XML may be anything, so those come after real feed types. */
    boolean isVague() {
      return type.equals("application/json") || type.endsWith("/xml");
    }
  }

  private FeedLinks() {}

  /**
   * The absolute URLs of the feeds of a page (http, https; of a file: page also file), the best
   * first: those that may be no feeds last, those of comments not at all. Empty if the document is
   * no HTML page and names none in its headers.
   */
  public static List<String> of(Document document) {
    List<Named> found = new ArrayList<>();
    for (String header : document.headers("Link")) {
      for (LinkHeader link : LinkHeader.all(header)) {
        String url = Links.resolve(document.url(), link.target());
        add(url, link.parameter("rel"), link.parameter("type"), link.parameter("title"), found);
      }
    }
    if (Html.of(document) instanceof Html.Answer.Page(org.jsoup.nodes.Document page)) {
      for (Element link : page.select("link[rel][href], a[rel][href]")) {
        add(link.absUrl("href"), link.attr("rel"), link.attr("type"), link.attr("title"), found);
      }
    }
    // A page that names itself has been read, and is no feed.
    String own = Url.withoutFragment(document.url());
    boolean local = document.url().startsWith("file:");
    return found.stream()
        .filter(n -> Html.web(n.url()) != null || (local && n.url().startsWith("file:")))
        .filter(n -> !n.ofComments())
        .filter(n -> !Url.withoutFragment(n.url()).equals(own))
        .sorted(Comparator.comparing(Named::isVague))
        .map(Named::url)
        .distinct()
        .toList();
  }

  private static void add(String url, String rel, String written, String title, List<Named> found) {
    List<String> rels = Arrays.asList(rel.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    String type = written.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    boolean typed = rels.contains("alternate") && TYPES.contains(type);
    boolean feed = rels.contains("feed") && (type.isEmpty() || TYPES.contains(type));
    if ((typed || feed) && !rels.contains("stylesheet") && !API.matcher(url).find()) {
      // Java writes file URLs with one slash.
      found.add(new Named(Links.file(url), type, title));
    }
  }
}

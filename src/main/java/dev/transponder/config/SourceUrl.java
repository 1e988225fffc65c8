package dev.transponder.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Where a source is.
 *
 * @param url as it will be asked for: as written, {@code file:} made absolute
 * @param same equal for two URLs that name one document for certain
 * @param words what an id can be made of: host and path, without secrets; relative for files, so
 *     that the folder can be moved
 */
record SourceUrl(String url, String same, String words) {

  /** A URL that stands in no file. */
  static SourceUrl of(String url, Path folder) throws ConfigException {
    Problems problems = new Problems("");
    Context context =
        new Context(folder.toAbsolutePath().normalize(), Map.of(), SyntaxCheck.NONE, problems);
    ScalarNode node = new ScalarNode(Tag.STR, url, ScalarStyle.PLAIN);
    SourceUrl where = read(new Scalar(node, "the URL", url, context));
    if (where == null) {
      throw problems.withoutPlaces();
    }
    return where;
  }

  /** With the scheme that was meant, where none was typed. */
  static String typed(String text, Path folder) {
    return text.contains("://") || !WebUrl.looksLikeHost(text) || exists(text, folder)
        ? text
        : WebUrl.meant(text);
  }

  /** Equal for two URLs that a person takes for the same place. */
  String place() {
    return same.replaceFirst("^https?:", "").replaceFirst("/+$", "");
  }

  /** The URL, or null if it is none; then a problem says why. */
  static @Nullable SourceUrl read(Scalar scalar) {
    String text = scalar.text().strip();
    if (text.regionMatches(true, 0, "file:", 0, 5)) {
      return file(scalar, text);
    }
    if (!text.contains("://") && exists(text, scalar.context().folder())) {
      scalar.refuse("a file needs its scheme (did you mean file:" + Scalar.shown(text) + "?)");
      return null;
    }
    WebUrl web = WebUrl.web(scalar);
    if (web == null) {
      return null;
    }
    String port =
        web.port().matches(web.scheme().equals("http") ? ":80|:" : ":443|:") ? "" : web.port();
    String rest = web.rest().replaceFirst("#.*", "");
    String same = web.scheme() + "://" + web.host() + port + (rest.isEmpty() ? "/" : rest);
    return new SourceUrl(web.text(), same, web.host() + port + rest);
  }

  private static @Nullable SourceUrl file(Scalar scalar, String text) {
    if (text.matches(".*[\\s\\p{Cntrl}].*")) {
      scalar.refuse("a URL has no spaces, but " + scalar.quoted() + " has; write %20");
      return null;
    }
    try {
      String written =
          new URI(
                  text.replaceFirst("(?i)^file:(//)?", "file:///")
                      .replaceFirst("^file:////", "file:///"))
              .getPath();
      boolean absolute = text.matches("(?i)file:/.*");
      Path folder = scalar.context().folder();
      Path path = folder.resolve(absolute ? written : written.substring(1)).normalize();
      if (path.equals(folder) || written.length() < 2) {
        scalar.refuse("a file: URL should name a file, such as file:samples/feed.xml");
        return null;
      }
      if (!path.startsWith(folder)) {
        scalar.refuse("a file: URL should lead to a file below the folder of feeds.yml");
        return null;
      }
      String url = new URI("file", "", path.toString(), null).toString();
      String below = folder.relativize(path).toString();
      if (Files.notExists(path)) {
        scalar
            .context()
            .problems()
            .warn(scalar.node(), "there is no file " + Scalar.shown(below) + " yet");
      }
      return new SourceUrl(url, url, below);
    } catch (URISyntaxException | InvalidPathException e) {
      scalar.refuse("no valid file: URL: " + scalar.quoted());
      return null;
    }
  }

  private static boolean exists(String text, Path folder) {
    try {
      return !text.isEmpty() && Files.exists(folder.resolve(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}

package dev.transponder.clean;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the frames that show a video or sound: losing those would lose what an entry is about.
 */
final class Players {
  private static final Set<String> HOSTS =
      Set.of(
          "archive.org",
          "bandcamp.com",
          "codepen.io",
          "dailymotion.com",
          "embed.podcasts.apple.com",
          "open.spotify.com",
          "player.bilibili.com",
          "player.twitch.tv",
          "player.vimeo.com",
          "w.soundcloud.com",
          "youtube-nocookie.com",
          "youtube.com");

  private Players() {}

  /** A URL that shows what the frame shows, null if it is not a known player. */
  static @Nullable String link(String src, Links links) {
    String url = links.web(src);
    String host = url == null ? null : host(url);
    if (url == null || host == null || !HOSTS.contains(host)) {
      return null;
    }
    int video = url.indexOf("/embed/");
    return host.startsWith("youtube") && video > 0
        ? "https://www.youtube.com/watch?v=" + url.substring(video + 7).replaceFirst("[?].*", "")
        : url;
  }

  private static @Nullable String host(String url) {
    try {
      String host = new URI(url).getHost();
      return host == null ? null : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    } catch (URISyntaxException e) {
      return null;
    }
  }
}

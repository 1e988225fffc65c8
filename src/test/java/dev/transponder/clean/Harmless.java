package dev.transponder.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must hold of every cleaned body, judged on the characters and without the parser that
 * cleaned it: a strict reader of tags that knows nothing of nesting.
 */
final class Harmless {
  private static final Pattern TAG =
      Pattern.compile("</?([a-z][a-z0-9]*)((?: [a-z]+=\"[^\"<>]*\")*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z]+)=\"([^\"<>]*)\"");
  private static final Set<String> ACTIVE =
      Set.of(
          ("script style iframe object embed applet form input button select textarea meta base link"
                  + " frame frameset svg template noscript title xmp plaintext annotation glyph"
                  + " mglyph malignmark")
              .split(" "));
  private static final Set<String> URLS = Set.of("href", "src", "cite", "poster", "srcset");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          ("href src srcset alt title width height cite datetime dir lang rel colspan rowspan scope"
                  + " span start reversed type value open media poster controls preload display"
                  + " alttext mathvariant stretchy columnalign close")
              .split(" "));

  private Harmless() {}

  static void check(String html) {
    String rest = TAG.matcher(html).replaceAll("");
    assertThat(rest).as("text outside of tags in %s", html).doesNotContain("<", ">");
    for (Matcher tag = TAG.matcher(html); tag.find(); ) {
      assertThat(ACTIVE).as(html).doesNotContain(tag.group(1));
      for (Matcher attribute = ATTRIBUTE.matcher(tag.group(2)); attribute.find(); ) {
        assertThat(ATTRIBUTES).as(html).contains(attribute.group(1));
        if (URLS.contains(attribute.group(1))) {
          url(attribute.group(1), attribute.group(2));
        }
      }
    }
  }

  private static void url(String name, String value) {
    List<String> urls = name.equals("srcset") ? List.of(value.split(", ")) : List.of(value);
    assertThat(urls)
        .allSatisfy(
            url -> assertThat(url).matches("(?:https?://|mailto:)[^\\s]+(?: [0-9.]+[wx])?"));
  }
}

package dev.transponder.page;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What may stand in a selector that is to be used for long. */
final class Css {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w-]*");

  /** Names that a program made for one build or one entry, or that say how something looks now. */
  private static final Pattern FLEETING =
      Pattern.compile(
          "\\d{3,}|^(?:css|sc|jsx|jss|svelte|astro|emotion|ng|is|has|js|active|first|last|odd|even)(?:-|_|$)"
              + "|^[a-z]{1,3}\\d+$|__[A-Za-z0-9]{5,}$|_[A-Za-z0-9]*\\d[A-Za-z0-9]*$");

  private Css() {}

  /** Whether a name needs no escapes. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  static boolean isLasting(String name) {
    return isName(name) && !FLEETING.matcher(name).find();
  }

  /** The classes that name what an element is. */
  static List<String> lastingClasses(Element element) {
    String written = element.className();
    return written.isEmpty()
        ? List.of()
        : element.classNames().stream().filter(Css::isLasting).toList();
  }
}

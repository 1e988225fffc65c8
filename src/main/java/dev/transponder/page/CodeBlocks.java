package dev.transponder.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Takes from blocks of code what highlighters put around them, line numbers and tables of one cell,
 * and writes their language in the one form that HTML names (section 4.5.15): {@code
 * class="language-java"}.
 */
final class CodeBlocks {
  private static final String LINE_NUMBERS =
      "td:has(.lnt), td.gutter, td.linenos, td.lineno, td.rouge-gutter, .linenodiv, .line-numbers-rows,"
          + " pre .lnt, pre .lineno, pre .linenos, pre .ln, pre .line-number";

  private static final Pattern LANGUAGE =
      Pattern.compile(
          "(?:^|\\s)(?:language-|lang-|highlight-source-|brush:\\s*|^highlight\\s+|^sourceCode\\s+)"
              + "([A-Za-z0-9+#.-]{1,30})");

  /** From the {@code code} element outwards: how many elements may name the language. */
  private static final int OUTWARDS = 4;

  private CodeBlocks() {}

  static void simplify(Element page) {
    page.select(LINE_NUMBERS).remove();
    for (Element block : page.select("pre")) {
      Element table = block.closest("table");
      if (table != null && table.select("td, th").size() == 1) {
        table.replaceWith(block);
      }
      Element named = block.childrenSize() == 1 ? block.child(0) : block;
      Element code = named.nameIs("code") ? named : block;
      String language = language(code);
      if (language != null) {
        code.attr("class", "language-" + language);
      }
    }
  }

  private static @Nullable String language(Element code) {
    Element element = code;
    for (int i = 0; i < OUTWARDS && element != null; i++) {
      for (String attribute : new String[] {"data-lang", "data-language"}) {
        if (element.attr(attribute).matches("[A-Za-z0-9+#.-]{1,30}")) {
          return element.attr(attribute);
        }
      }
      Matcher named = LANGUAGE.matcher(element.className());
      if (named.find()) {
        return named.group(1);
      }
      element = element.parent();
    }
    return null;
  }
}

package dev.transponder.rules;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.transponder.model.Rules.Field;
import dev.transponder.text.Edit;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern, and how far it looks. The time that it needs is linear in the text, but also in its
 * own size: so a large pattern looks at the beginning of a long text only. Thread safe.
 */
final class Finder {
  /** Of the compiled pattern, in steps. */
  static final int LARGEST = 5_000;

  /** Steps times characters: a second or two for the worst pattern and text. */
  private static final int WORK = 100_000_000;

  private final Pattern pattern;
  private final int reach;

  Finder(Field field, String pattern) {
    // Case does not matter in the tags of languages.
    int flags = field == Field.LANGUAGE ? Pattern.CASE_INSENSITIVE : 0;
    this.pattern = Pattern.compile(pattern, flags);
    this.reach = WORK / Math.max(1, this.pattern.programSize());
  }

  String pattern() {
    return pattern.pattern();
  }

  boolean finds(String text) {
    return pattern.matcher(reached(text)).find();
  }

  /** What is found, each with what stands there instead. */
  List<Edit> edits(String text, Template with) {
    List<Edit> edits = new ArrayList<>();
    Matcher matcher = pattern.matcher(reached(text));
    while (matcher.find()) {
      edits.add(new Edit(matcher.start(), matcher.end(), with.fill(matcher::group)));
    }
    return edits;
  }

  private String reached(String text) {
    return text.length() <= reach ? text : text.substring(0, reach);
  }
}

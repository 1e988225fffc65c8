package dev.transponder.rules;

import dev.transponder.model.Rules.Field;
import dev.transponder.model.Rules.Replace;
import dev.transponder.text.Edit;
import java.util.List;

/** What one replacement of feeds.yml makes of a text. Thread safe. */
public final class Replacing {
  private final Field field;
  private final Finder finder;
  private final Template with;

  public Replacing(Replace replace) {
    this.field = replace.field();
    this.finder = new Finder(replace.field(), replace.pattern());
    this.with = new Template(replace.with());
  }

  /** The part of an entry that it is for. */
  public Field field() {
    return field;
  }

  /** What becomes of a text, in its order. */
  public List<Edit> edits(String text) {
    return finder.edits(text, with);
  }

  /** The text with what stands there instead. */
  public String apply(String text) {
    return Edit.apply(text, edits(text));
  }
}

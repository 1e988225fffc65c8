package dev.transponder.publish;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part of all entries that has feeds of its own, beside the combined one. */
sealed interface Scope {
  Pattern PATH = Pattern.compile("(category|source)/([^/]{1,500})/[^/]+");

  /** The entries of the sources under one heading. */
  record OfCategory(String slug) implements Scope {
    @Override
    public String path() {
      return "category/" + slug + "/";
    }
  }

  /** The entries of one source, whoever leads their stories, and those that were old too. */
  record OfSource(String id) implements Scope {
    @Override
    public String path() {
      return "source/" + id + "/";
    }
  }

  /** Of the folder of its documents below the base URL. */
  String path();

  /** The scope of a document with that path below the base URL, null if it is of none. */
  static @Nullable Scope at(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      return null;
    }
    return matcher.group(1).equals("category")
        ? new OfCategory(matcher.group(2))
        : new OfSource(matcher.group(2));
  }
}

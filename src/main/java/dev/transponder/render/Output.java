package dev.transponder.render;

import java.util.List;

/**
 * What a feed document of ours is to say.
 *
 * @param title plain text; a blank one becomes the base URL
 * @param subtitle plain text, may be blank: then there is none
 * @param baseUrl what we call ourselves, ends in a slash
 * @param path of this document below the base URL: "atom.xml"
 * @param entries in the order of the document, each Atom id once
 */
public record Output(
    String title, String subtitle, String baseUrl, String path, List<OutputEntry> entries) {
  public Output {
    entries = List.copyOf(entries);
  }

  /** Where this document is. */
  public String self() {
    return baseUrl + path;
  }
}

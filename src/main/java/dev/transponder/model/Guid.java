package dev.transponder.model;

/**
 * The raw text by which a document identifies an entry.
 *
 * @param text as written, white space around it removed, never empty
 */
public record Guid(String text, Kind kind) {
  /** What a GUID may be used for. */
  public enum Kind {
    /** An Atom id: published byte for byte. */
    ATOM_ID,
    /** An RSS guid, an RDF about or a JSON Feed id: a text, unique at best. */
    TEXT
  }
}

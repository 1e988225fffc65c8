package dev.transponder.model;

import java.util.List;

/**
 * What an entry tells, in a form that can be stored and looked for. Immutable; see {@code
 * story.Telling}.
 */
public final class Fingerprint {
  private final byte[] telling;
  private final List<Long> marks;
  private final List<Long> lookups;

  /**
   * @param telling handed over: the caller does not change it afterwards
   * @param marks where it is to be found
   * @param lookups the marks of others that are worth comparing with it
   */
  public Fingerprint(byte[] telling, List<Long> marks, List<Long> lookups) {
    this.telling = telling;
    this.marks = List.copyOf(marks);
    this.lookups = List.copyOf(lookups);
  }

  /** The bytes themselves, not a copy: read, never written. */
  public byte[] telling() {
    return telling;
  }

  public List<Long> marks() {
    return marks;
  }

  public List<Long> lookups() {
    return lookups;
  }
}

package dev.transponder.store;

/**
 * What a plan changed: entries that were new, and known entries that were rewritten or got their
 * full text.
 *
 * @param stored false if the whole plan was left out, see {@link Store#apply}
 * @param inserted less than the plan's inserts if some were known already
 * @param updated less than the plan's updates if some are not of this source
 */
public record Applied(boolean stored, int inserted, int updated) {
  /** Nothing of the plan was stored. */
  public static final Applied LEFT_OUT = new Applied(false, 0, 0);

  /** Of a plan that was stored. */
  Applied(int inserted, int updated) {
    this(true, inserted, updated);
  }
}

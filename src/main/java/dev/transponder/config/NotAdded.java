package dev.transponder.config;

import org.jspecify.annotations.Nullable;

/** Says why a source was not added to feeds.yml, which is as it was. */
public final class NotAdded extends Exception {
  private static final long serialVersionUID = 1L;

  private final @Nullable String followed;
  private final boolean byHand;

  private NotAdded(String message, @Nullable String followed, boolean byHand) {
    super(message);
    this.followed = followed;
    this.byHand = byHand;
  }

  /** Something else is in the way. */
  static NotAdded because(String message) {
    return new NotAdded(message, null, false);
  }

  /** A person can do it, with the lines that are shown. */
  static NotAdded byHand(String message) {
    return new NotAdded(message, null, true);
  }

  /**
   * It is there already.
   *
   * @param id of the source by which it is followed
   * @param how in words that end a sentence, "" if by its very URL
   */
  public static NotAdded followed(String id, String how) {
    return new NotAdded("followed already by the source \"" + id + "\"" + how, id, false);
  }

  /** The id of the source that is followed already; null for another reason. */
  public @Nullable String followed() {
    return followed;
  }

  /** Whether the lines should be pasted by hand. */
  public boolean byHand() {
    return byHand;
  }
}

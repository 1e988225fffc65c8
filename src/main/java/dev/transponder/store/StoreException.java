package dev.transponder.store;

import org.jspecify.annotations.Nullable;

/** The store cannot be used; the message is one plain sentence that says what to do. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why it cannot be used. */
  public enum Kind {
    /** Another process has the file. */
    LOCKED,
    /** A newer version of the program made it. */
    NEWER,
    /** Anything else: not reachable, not readable, not ours, no space. */
    UNUSABLE
  }

  private final Kind kind;

  StoreException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}

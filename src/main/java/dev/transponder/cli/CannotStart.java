package dev.transponder.cli;

/** Something outside keeps the program from starting; the message says what, and what to do. */
public final class CannotStart extends Exception {
  private static final long serialVersionUID = 1L;

  public CannotStart(String message) {
    super(message);
  }
}

package dev.transponder.cli;

/** The service that has the store could not be asked; the message says what to do. */
final class ServiceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int exit;

  /**
   * A failure.
   *
   * @param exit with which the command ends
   */
  ServiceException(int exit, String message) {
    super(message);
    this.exit = exit;
  }

  int exit() {
    return exit;
  }
}

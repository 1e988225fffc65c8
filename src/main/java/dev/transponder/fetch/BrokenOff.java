package dev.transponder.fetch;

import java.io.IOException;

/** An answer that began and did not come to its end: the site was reached. */
final class BrokenOff extends IOException {
  private static final long serialVersionUID = 1;

  private final int status;

  /**
   * @param status of the answer
   * @param cause what ended it
   */
  BrokenOff(int status, IOException cause) {
    super(cause.getMessage(), cause);
    this.status = status;
  }

  int status() {
    return status;
  }
}

package dev.transponder.fetch;

import java.io.IOException;

/** Says that an answer came but cannot be used: too much of it, or not decodable. */
final class Unusable extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message for the user
   */
  Unusable(String message) {
    super(message);
  }
}

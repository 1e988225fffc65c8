package dev.transponder.web;

/** The server cannot listen where it was told to; the message is one sentence for the user. */
public final class ListenException extends RuntimeException {
  ListenException(String message, Throwable cause) {
    super(message, cause);
  }
}

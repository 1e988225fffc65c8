package dev.transponder.cli;

/** How commands end. */
final class ExitCode {
  static final int DONE = 0;
  static final int SOME_FAILED = 1;
  static final int WRONG_USAGE = 2;
  static final int STORE_UNUSABLE = 3;

  private ExitCode() {}
}

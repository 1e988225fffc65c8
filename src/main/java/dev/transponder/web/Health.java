package dev.transponder.web;

import java.util.List;

/** Says what keeps the program from working; asked by {@code /readyz}. Thread safe. */
@FunctionalInterface
public interface Health {

  /** Each problem as a plain sentence without secrets; empty if all is well. */
  List<String> problems();
}

package dev.transponder.model;

/** What a URL is asked for, as far as that is known before its answer. */
public enum Use {
  /** Something to subscribe to: of robots.txt counts only what it says to us by name. */
  FEED,
  /** A page to be read by a program: everything counts that robots.txt says. */
  PAGE,
  /** Its first answer will tell which of the two it is; until then it counts as a feed. */
  UNKNOWN
}

package dev.transponder.model;

/** What has to happen to a page before its entries can be read. */
public enum Render {
  /** Nothing: they are in what the site sends. */
  NONE,
  /** Its scripts are run in a browser. */
  BROWSER
}

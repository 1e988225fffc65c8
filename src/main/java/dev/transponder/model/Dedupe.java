package dev.transponder.model;

/** How far entries of different sources are recognised as one story. */
public enum Dedupe {
  /** One canonical link, or nearly the same text. */
  NEAR,
  /** One canonical link. */
  EXACT,
  /** Never. */
  OFF
}

package dev.transponder.store;

/** How much the listed sources hold: all their entries, and the stories that these tell. */
public record Totals(long entries, long stories) {}

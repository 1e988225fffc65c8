package dev.transponder.feed;

/** Mends one kind of fault, or translates one dialect, in a tree in place; leaves others alone. */
@FunctionalInterface
interface Repair {
  void mend(Tree tree);
}

package dev.transponder.store;

import static dev.transponder.store.Samples.NOW;
import static dev.transponder.store.Samples.apply;
import static dev.transponder.store.Samples.insert;
import static dev.transponder.store.Samples.plan;
import static dev.transponder.store.Samples.sources;

/** Applies plans without end and prints the key of each that was committed; is killed. */
final class StoreChild {
  static final String MARK = "committed ";
  static final String END = ".";

  private StoreChild() {}

  public static void main(String[] arguments) {
    Store store = Store.open(arguments[0]);
    store.sync(sources("a"), NOW);
    for (long i = store.totals().entries(); ; i++) {
      String key = i + END;
      apply(store, plan("a", insert(key)));
      System.out.println(MARK + key);
    }
  }
}

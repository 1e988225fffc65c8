package dev.transponder.feed;

import dev.transponder.model.Budget;
import java.util.List;

/**
 * What makes any feed a plain RSS 2.0 or Atom 1.0 document: the repairs in the order in which they
 * run. Each relies on those before it.
 */
final class Repairs {
  static final List<Repair> ALL =
      List.of(
          // The shape: afterwards the root is <rss><channel> with all items, or <feed>.
          CdfChannel::mend,
          RdfFeed::mend,
          LoneChannel::mend,
          AtomWithoutNamespace::mend,
          LoneEntry::mend,
          OldAtomNames::mend,
          RssNames::mend,
          StrayEntries::mend,
          // The values: afterwards URLs are absolute, titles are text, bodies are HTML.
          RelativeUrls::mend,
          TextConstructs::mend,
          // The fallbacks: afterwards standard elements say what only others said.
          RssFallbacks::mend,
          AtomFallbacks::mend);

  private Repairs() {}

  static void mend(Tree tree, Budget budget) {
    for (Repair repair : ALL) {
      budget.check();
      repair.mend(tree);
    }
  }
}

package dev.transponder.page;

import dev.transponder.model.Reading.Parsed;
import dev.transponder.model.Selectors;
import java.util.List;

/** What became of looking for the list of a page. */
public sealed interface Detection {

  /**
   * The page lists entries.
   *
   * @param rule selects just these entries; reading the page by it gives {@code parsed} again
   * @param confidence from a half to 1
   */
  record Found(Selectors rule, double confidence, Parsed parsed) implements Detection {}

  /**
   * The page lists nothing that looks like entries, or it is no page.
   *
   * @param reason in words for the user
   * @param candidates the best of what was refused, in words; most often empty
   */
  record NoList(String reason, List<String> candidates) implements Detection {
    public NoList {
      candidates = List.copyOf(candidates);
    }

    /** Whether the page seems to show its entries by scripts alone. */
    public boolean isScripted() {
      return reason.equals(NoListReason.SCRIPTED);
    }

    /** The reason, and the best of what was refused. */
    public String inWords() {
      return candidates.isEmpty()
          ? reason
          : reason + "; the best of what it has: " + String.join(", ", candidates);
    }
  }
}

package dev.transponder.page;

import dev.transponder.model.Selectors;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Completes the selectors of a list: what is left out is voted for by all its cards. */
final class Votes {
  private Votes() {}

  /** The selectors with what was found for those that are null; null remains what is nowhere. */
  static Selectors complete(Selectors written, List<Card> cards, Facts facts) {
    Places places = Places.of(cards);
    TextVotes texts = new TextVotes(places, facts);
    Place link = place(places, written.link(), () -> LinkVote.of(places, facts));
    Place title = place(places, written.title(), () -> TitleVote.of(places, facts, link));
    Place date = place(places, written.date(), () -> DateVote.of(places, facts));
    return new Selectors(
        written.entry(),
        or(written.link(), link),
        or(written.title(), title),
        or(written.date(), date),
        or(written.summary(), () -> texts.excerpt(title, date)),
        or(written.author(), texts::author),
        or(written.category(), texts::category),
        or(written.image(), texts::image),
        written.next());
  }

  private static @Nullable Place place(
      Places places, @Nullable String written, Supplier<@Nullable Place> vote) {
    return written == null ? vote.get() : places.written(written);
  }

  private static @Nullable String or(@Nullable String written, @Nullable Place voted) {
    return or(written, () -> voted);
  }

  /** The card itself needs no selector. */
  private static @Nullable String or(@Nullable String written, Supplier<@Nullable Place> vote) {
    if (written != null) {
      return written;
    }
    Place voted = vote.get();
    return voted == null || voted.css().isEmpty() ? null : voted.css();
  }
}

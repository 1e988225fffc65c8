package dev.transponder.refresh;

import dev.transponder.clean.CanonicalLink;
import dev.transponder.model.Entry;
import dev.transponder.model.FullText;
import dev.transponder.model.Plan;
import dev.transponder.model.SourceState.State;
import dev.transponder.model.WaitingEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which entries of a full-text source have their page asked for, and what the plan of the
 * refresh becomes with the answers. Pure.
 *
 * <p>A page is asked for when its entry is new, and again in later refreshes if it could not be had
 * or there were too many. The hash of an entry is that of what its document says, so a full text is
 * no change; a real change of the document leaves the full text as it is.
 *
 * @param plan that was decided from the document alone
 * @param waiting entries known before that have no full text yet, the newest first
 */
record FullTextPlan(Plan plan, List<WaitingEntry> waiting) {
  /** Pages in one refresh; the rest is had at the next ones. */
  static final int MOST = 20;

  /** The entries whose page is asked for now: new ones first, the newest of them first. */
  List<Wanted> wanted() {
    if (plan.state().state() != State.OK) {
      return List.of();
    }
    List<Wanted> wanted = new ArrayList<>(pagesOfNew());
    for (WaitingEntry entry : undisturbed()) {
      String link = entry.stored().entry().link();
      if (link != null) {
        wanted.add(new Wanted(entry.stored().key(), link, entry.stored().entry()));
      }
    }
    return List.copyOf(wanted.subList(0, Math.min(MOST, wanted.size())));
  }

  /**
   * The plan with what was had.
   *
   * @param answers by entry key; those that are missing were not asked for
   */
  Plan with(Map<String, PageAnswer> answers, Instant now) {
    Set<String> pages = new HashSet<>();
    pagesOfNew().forEach(page -> pages.add(page.key()));
    List<Plan.Insert> inserts = new ArrayList<>();
    for (Plan.Insert insert : plan.inserts()) {
      boolean has = pages.contains(insert.key());
      inserts.add(has ? with(insert, answers.get(insert.key())) : insert);
    }
    List<Plan.Text> texts = new ArrayList<>();
    for (WaitingEntry entry : undisturbed()) {
      PageAnswer answer = answers.get(entry.stored().key());
      if (answer != null) {
        texts.add(text(entry, answer, now));
      }
    }
    return new Plan(
        plan.state().withResult(plan.state().lastResult() + result(inserts, texts, pages.size())),
        plan.head(),
        inserts,
        plan.updates(),
        texts,
        plan.roll());
  }

  private static Plan.Insert with(Plan.Insert insert, @Nullable PageAnswer answer) {
    Entry entry = insert.entry();
    return switch (answer) {
      case null -> insert.with(entry, FullText.WANTED);
      case PageAnswer.Had(String html) ->
          insert.with(entry.toBuilder().content(html).build(), FullText.HAD);
      case PageAnswer.Missed _ -> insert.with(entry, FullText.WANTED.missed());
    };
  }

  private static Plan.Text text(WaitingEntry entry, PageAnswer answer, Instant now) {
    long number = entry.stored().number();
    Instant updated = entry.stored().updated();
    return switch (answer) {
      case PageAnswer.Had(String html) ->
          new Plan.Text(number, now.isAfter(updated) ? now : updated, html, FullText.HAD);
      case PageAnswer.Missed _ -> new Plan.Text(number, updated, null, entry.fullText().missed());
    };
  }

  /** A page that several entries name (a changelog) is the text of none of them. */
  private List<Wanted> pagesOfNew() {
    Map<String, Integer> counts = new HashMap<>();
    for (Plan.Insert insert : plan.inserts()) {
      if (insert.entry().link() != null) {
        counts.merge(CanonicalLink.of(insert.entry().link()), 1, Integer::sum);
      }
    }
    List<Wanted> pages = new ArrayList<>();
    for (Plan.Insert insert : plan.inserts().reversed()) {
      String link = insert.entry().link();
      if (link != null && counts.getOrDefault(CanonicalLink.of(link), 0) == 1) {
        pages.add(new Wanted(insert.key(), link, insert.entry()));
      }
    }
    return pages;
  }

  /** Those of the waiting that this very refresh does not change otherwise. */
  private List<WaitingEntry> undisturbed() {
    Set<Long> changed = new HashSet<>();
    plan.updates().forEach(update -> changed.add(update.number()));
    return waiting.stream().filter(entry -> !changed.contains(entry.stored().number())).toList();
  }

  private static String result(List<Plan.Insert> inserts, List<Plan.Text> texts, int pages) {
    long had = inserts.stream().filter(insert -> insert.fullText().had()).count();
    long later = texts.stream().filter(text -> text.content() != null).count();
    String ofNew = pages == 0 ? "" : " (full text of %d of %d)".formatted(had, pages);
    return ofNew + (later == 0 ? "" : " (full text of %d earlier)".formatted(later));
  }
}

package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Dedupe;
import dev.transponder.model.Source;
import dev.transponder.model.StoredEntry;
import dev.transponder.refresh.Received.Item;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of one text in several sources, from the bytes to the store. */
final class NearStoriesIT {
  private static final Source PAPER = Source.of("paper", "https://paper.example/feed");
  private static final Source AGENCY = Source.of("agency", "https://agency.example/feed");
  private static final Source BLOG = Source.of("blog", "https://blog.example/feed");

  private static final String FERRY =
      """
      The ferry between the harbour and the island stays in port until further notice. During the
      autumn inspection divers found a crack of forty centimetres below the water line, the harbour
      master said on Friday morning. A replacement vessel has been ordered from the yard in the
      north and should arrive within two weeks. Until then a smaller boat takes passengers, but no
      cars, four times a day. Islanders who need their car on the mainland can leave it, free of
      charge, on the meadow behind the old customs house.
      """;

  private static final String MUSEUM =
      """
      After nine years of collecting, the town museum has bought the view of the harbour that a
      travelling painter left with an innkeeper instead of the rent. It shows the mole before the
      great flood, with the mill that nobody alive has seen. The picture hangs in the small hall
      from Tuesday on; the restorer will explain on the first evening which of the boats were added
      by another hand.
      """;

  @TempDir private Path folder;
  private Received received;

  @BeforeEach
  void open() {
    received = new Received(folder);
  }

  @AfterEach
  void close() {
    received.close();
  }

  @Test
  void aCopyOfTheTextIsOneStoryWhateverItsLinkAndTitleAre() {
    follow(PAPER, AGENCY);
    received.refresh(PAPER, item("paper.example/1", "Ferry stays in port", FERRY));
    received.refresh(AGENCY, item("agency.example/9", "Cracked hull stops island ferry", FERRY));
    assertThat(received.titles()).containsExactly("Ferry stays in port");
    assertThat(received.store().totals().stories()).isEqualTo(1);
  }

  @Test
  void otherTextsAreOtherStories() {
    follow(PAPER, AGENCY);
    received.refresh(PAPER, item("paper.example/1", "Ferry stays in port", FERRY));
    received.refresh(AGENCY, item("agency.example/2", "The museum has its picture", MUSEUM));
    assertThat(received.titles()).hasSize(2);
  }

  @Test
  void whoeverComesFirstTheStoriesAreTheSame() {
    List<Set<String>> partitions = new ArrayList<>();
    for (int seed = 0; seed < 6; seed++) {
      try (Received one = new Received(folder.resolve("order" + seed))) {
        one.follow(PAPER);
        one.follow(AGENCY);
        one.follow(BLOG);
        List<Source> order = new ArrayList<>(List.of(PAPER, AGENCY, BLOG));
        Collections.shuffle(order, new Random(seed));
        for (Source source : order) {
          one.refresh(
              source,
              item(source.id() + ".example/1", "Ferry of " + source.id(), FERRY),
              item(source.id() + ".example/2", "Museum of " + source.id(), MUSEUM));
        }
        partitions.add(stories(one));
      }
    }
    assertThat(partitions.getFirst()).hasSize(2);
    assertThat(partitions).allMatch(partitions.getFirst()::equals);
  }

  /** One shares the link of the second, the second the text of the third. */
  @Test
  void linksAndTextsJoinTogether() {
    follow(PAPER, AGENCY, BLOG);
    received.refresh(PAPER, item("paper.example/1", "Short", "More on the site."));
    received.refresh(BLOG, item("blog.example/1", "Seen in the harbour", FERRY));
    received.refresh(AGENCY, item("paper.example/1", "Ferry stays in port", FERRY));
    assertThat(received.titles()).containsExactly("Short");
  }

  @Test
  void dedupeOffTakesStoriesApartAgainAndNearPutsThemTogether() throws InterruptedException {
    follow(PAPER, AGENCY);
    received.refresh(PAPER, item("paper.example/1", "Ferry stays in port", FERRY));
    received.refresh(AGENCY, item("agency.example/9", "Island ferry stopped", FERRY));
    assertThat(received.titles()).hasSize(1);
    compareAnew(AGENCY, Dedupe.OFF);
    assertThat(received.titles()).hasSize(2);
    compareAnew(AGENCY, Dedupe.EXACT);
    assertThat(received.titles()).hasSize(2);
    compareAnew(AGENCY, Dedupe.NEAR);
    assertThat(received.titles()).containsExactly("Ferry stays in port");
  }

  @Test
  void anEntryThatTellsSomethingElseNowLeavesItsStory() {
    follow(PAPER, AGENCY);
    Item copy = item("agency.example/9", "Island ferry stopped", FERRY);
    received.refresh(PAPER, item("paper.example/1", "Ferry stays in port", FERRY));
    received.refresh(AGENCY, copy);
    received.refresh(AGENCY, copy.title("The museum has its picture").text(MUSEUM));
    assertThat(received.titles())
        .containsExactly("Ferry stays in port", "The museum has its picture");
  }

  private void follow(Source... sources) {
    for (Source source : sources) {
      received.follow(source);
    }
  }

  private void compareAnew(Source source, Dedupe dedupe) throws InterruptedException {
    received.change(source, dedupe);
    try (Workshop workshop = new Workshop(1, () -> 0)) {
      assertThat(new Retelling(received.store(), workshop).tell(10)).isTrue();
    }
  }

  private static Item item(String link, String title, String text) {
    return new Item(null, "https://" + link, title, "<p>" + text + "</p>", null);
  }

  /** The titles of the entries of each story. */
  private static Set<String> stories(Received one) {
    Map<String, List<StoredEntry>> stories =
        LongStream.rangeClosed(1, 6)
            .mapToObj(one.store()::entry)
            .collect(Collectors.groupingBy(StoredEntry::story));
    return stories.values().stream()
        .map(
            entries ->
                entries.stream()
                    .map(entry -> String.valueOf(entry.entry().title()))
                    .sorted()
                    .collect(Collectors.joining(", ")))
        .collect(Collectors.toSet());
  }
}

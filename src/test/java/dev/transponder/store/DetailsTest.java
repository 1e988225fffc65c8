package dev.transponder.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Entry;
import org.junit.jupiter.api.Test;

final class DetailsTest {
  @Test
  void whatWasStoredBeforeAFieldWasKnownIsRead() {
    Entry old = Details.entry("{\"authors\":[{\"name\":\"A\"}]}").build();
    assertThat(old.authors()).hasSize(1);
    assertThat(old.contributors()).isEmpty();
  }
}

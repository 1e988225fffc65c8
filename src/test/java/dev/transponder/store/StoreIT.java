package dev.transponder.store;

import static dev.transponder.store.Samples.HOUR;
import static dev.transponder.store.Samples.NOW;
import static dev.transponder.store.Samples.insert;
import static dev.transponder.store.Samples.plan;
import static dev.transponder.store.Samples.sources;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
final class StoreIT {
  private final TestDatabase database;
  @TempDir private Path folder;
  private Store store;

  StoreIT(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = Store.open(database.freshUrl(folder));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatAPlanBringsIsThereAfterwards() {
    store.sync(sources("a", "b"), NOW);
    assertThat(store.claim("node", NOW, HOUR, 10)).containsExactly("a", "b");
    assertThat(store.apply(plan("a", insert("1"), insert("2")))).isEqualTo(new Applied(2, 0));
    assertThat(store.newest(0, 10)).extracting(e -> e.key()).containsExactly("2", "1");
    assertThat(store.totals()).isEqualTo(new Totals(2, 2));
  }
}

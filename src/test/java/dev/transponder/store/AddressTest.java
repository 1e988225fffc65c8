package dev.transponder.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AddressTest {
  @Test
  void aServerThatFallsSilentIsNotWaitedForForEver() {
    assertThat(Address.parse("jdbc:postgresql://h/x?user=u").parameters())
        .containsEntry("user", "u")
        .containsEntry("socketTimeout", "60");
  }

  @Test
  void theUrlMaySayHowLongToWait() {
    assertThat(Address.parse("jdbc:postgresql://h/x?socketTimeout=0").parameters())
        .containsEntry("socketTimeout", "0");
  }
}

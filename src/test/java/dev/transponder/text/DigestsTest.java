package dev.transponder.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is stored and published hangs on these: each was computed by another program. */
final class DigestsTest {
  @Test
  void sha256IsTheOneThatEveryProgramComputes() {
    assertThat(Digests.sha256("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Digests.sha256("文"))
        .isEqualTo(Digests.sha256(new byte[] {(byte) 0xE6, (byte) 0x96, (byte) 0x87}))
        .hasSize(64);
  }

  @Test
  void aNamedUuidIsTheOneThatEveryLibraryMakes() {
    // RFC 9562 appendix A.4: the name space of domain names.
    UUID domains = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    assertThat(Digests.urn(domains, "www.example.com"))
        .isEqualTo("urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a2");
  }
}

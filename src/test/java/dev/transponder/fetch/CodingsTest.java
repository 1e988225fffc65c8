package dev.transponder.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.transponder.model.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CodingsTest {
  private static final byte[] HELLO = "hello hello hello hello".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "GZIP", " gzip ", "identity, gzip", "gzip,"})
  void gzipIsUndone(String coding) throws Exception {
    assertThat(decode(gzip(HELLO), coding)).isEqualTo(HELLO);
  }

  @Test
  void gzipInSeveralMembersIsUndone() throws Exception {
    byte[] member = gzip(HELLO);
    byte[] two = Arrays.copyOf(member, 2 * member.length);
    System.arraycopy(member, 0, two, member.length, member.length);
    assertThat(decode(two, "gzip")).hasSize(2 * HELLO.length);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void deflateIsUndoneWithAndWithoutItsWrapper(boolean raw) throws Exception {
    assertThat(decode(deflate(HELLO, raw), "deflate")).isEqualTo(HELLO);
  }

  @Test
  void brotliIsUndone() throws Exception {
    byte[] brotli = HexFormat.of().parseHex("1b1600f88d946ede445586966c206f214f1ce038");
    assertThat(decode(brotli, "br")).isEqualTo(HELLO);
  }

  @Test
  void aFewBytesOfBrotliThatBecomeMegabytesAreCut() {
    byte[] eightMegabytes = HexFormat.of().parseHex("9bffff7ff82700e2b14020f7fe0f");
    assertUnusable(eightMegabytes, "br", "unpacks to more than 100 times what was sent");
  }

  @Test
  void twoCodingsAreUndoneInReverseAndThreeAreRefused() throws Exception {
    assertThat(decode(gzip(deflate(HELLO, false)), "deflate, gzip")).isEqualTo(HELLO);
    assertThat(Codings.decode(document(gzip(gzip(HELLO)), "gzip", "gzip"), Bench.QUICK))
        .isEqualTo(HELLO);
    assertUnusable(gzip(gzip(gzip(HELLO))), "gzip, gzip, gzip", "coded 3 times over");
  }

  @Test
  void aCodingThatWasNotOfferedIsNotGarbageButAFailure() {
    assertUnusable(HELLO, "zstd", "sent in a coding that was not asked for");
    assertUnusable(HELLO, "compress", "sent in a coding that was not asked for");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br"})
  void aBodyThatIsNotWhatItSaysIsAFailure(String coding) {
    byte[] noise = Base64.getDecoder().decode("/////wABAgMEBQYH");
    assertUnusable(noise, coding, "not readable as " + coding);
  }

  @Test
  void aBodyThatBreaksOffIsAFailure() throws Exception {
    byte[] packed = gzip(HELLO);
    assertUnusable(Arrays.copyOf(packed, packed.length - 9), "gzip", "not readable as gzip");
    byte[] zlib = deflate(HELLO, false);
    assertUnusable(Arrays.copyOf(zlib, zlib.length - 6), "deflate", "not readable as deflate");
  }

  @Test
  void anEmptyBodyIsEmptyInEveryCoding() throws Exception {
    assertThat(decode(new byte[0], "gzip")).isEmpty();
    assertThat(decode(new byte[0], "br")).isEmpty();
  }

  @Test
  void aDocumentMayGrowByTheRatioAndNoMore() throws Exception {
    Limits limits = Bench.QUICK;
    byte[] half = new byte[limits.ratioFloor() / 2];
    assertThat(decode(gzip(half), "gzip")).as("below the floor").hasSameSizeAs(half);
    byte[] large = new byte[limits.ratioFloor() * 4];
    assertThat(gzip(large).length * limits.ratio()).isLessThan(large.length);
    assertUnusable(gzip(large), "gzip", "unpacks to more than 100 times what was sent");
  }

  @Test
  void aDocumentThatIsTooLargeSaysTheLimitThatItExceeds() throws Exception {
    byte[] large = new byte[Bench.QUICK.decodedBytes() + 1];
    byte[] noise = new byte[Bench.QUICK.decodedBytes() / Bench.QUICK.ratio() * 2];
    new Random(1).nextBytes(noise);
    System.arraycopy(noise, 0, large, 0, noise.length);
    assertUnusable(gzip(large), "gzip", "unpacks to more than 2 MB");
  }

  @Test
  void eachStageOfTwoCodingsIsLimited() throws Exception {
    assertUnusable(
        gzip(gzip(new byte[16 << 20])),
        "gzip, gzip",
        "unpacks to more than 100 times what was sent");
  }

  private static void assertUnusable(byte[] bytes, String coding, String message) {
    assertThatThrownBy(() -> decode(bytes, coding))
        .isInstanceOf(Unusable.class)
        .hasMessage(message);
  }

  private static byte[] decode(byte[] bytes, String coding) throws Unusable {
    return Codings.decode(document(bytes, coding), Bench.QUICK);
  }

  private static Document document(byte[] bytes, String... codings) {
    return new Document("http://example.org/", Map.of("Content-Encoding", List.of(codings)), bytes);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] deflate(byte[] bytes, boolean raw) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION, raw))) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}

package dev.transponder.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Document;
import dev.transponder.model.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever becomes of a document on its way, reading it ends and gives a value. The build reads
 * 10,000 mutations of the fixtures; {@code -Dmutations=1000000} reads a million.
 */
final class MutationsTest {
  private static final int COUNT = Integer.getInteger("mutations", 10_000);
  private static final List<String> TROUBLE =
      List.of(
          "<",
          ">",
          "&",
          "]]>",
          "<![CDATA[",
          "<!--",
          "-->",
          "</item>",
          "<item>",
          "<!DOCTYPE [",
          "\0",
          "&#x0;",
          "xml:base='::'",
          "<entry>",
          "\"",
          "'",
          "{",
          "]",
          "\\u",
          "=");

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void everyMutationOfAFeedIsReadToAnEnd() throws IOException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20260907);
    FeedReader reader = new FeedReader();
    List<byte[]> seeds = new ArrayList<>();
    for (Fixture fixture : Fixture.all()) {
      seeds.add(fixture.document().bytes());
    }
    int feeds = 0;
    for (int i = 0; i < COUNT; i++) {
      byte[] bytes = mutated(seeds.get(random.nextInt(seeds.size())), seeds, random);
      Document document = new Document("https://feeds.test/dir/feed.xml", Map.of(), bytes);
      feeds += reader.read(document, () -> {}) instanceof Reading.Parsed ? 1 : 0;
    }
    assertThat(feeds).as("most of them are feeds still").isGreaterThan(COUNT / 2);
  }

  private static byte[] mutated(byte[] seed, List<byte[]> seeds, RandomGenerator random) {
    byte[] bytes = seed.clone();
    for (int i = random.nextInt(1, 6); i > 0 && bytes.length > 2; i--) {
      int at = random.nextInt(bytes.length);
      int to = Math.min(bytes.length, at + random.nextInt(1, 40));
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, Math.max(at, bytes.length / 3));
            case 1 -> spliced(bytes, at, to, new byte[0]);
            case 2 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
            case 3 ->
                spliced(
                    bytes,
                    at,
                    at,
                    TROUBLE
                        .get(random.nextInt(TROUBLE.size()))
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            default -> flipped(bytes, at, random);
          };
    }
    return random.nextInt(50) == 0 ? spliced(bytes, 0, 0, seeds.getFirst()) : bytes;
  }

  private static byte[] flipped(byte[] bytes, int at, RandomGenerator random) {
    bytes[at] = (byte) random.nextInt(256);
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] with) {
    byte[] out = new byte[from + with.length + bytes.length - to];
    System.arraycopy(bytes, 0, out, 0, from);
    System.arraycopy(with, 0, out, from, with.length);
    System.arraycopy(bytes, to, out, from + with.length, bytes.length - to);
    return out;
  }
}

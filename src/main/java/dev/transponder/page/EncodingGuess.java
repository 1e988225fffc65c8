package dev.transponder.page;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Guesses the encoding of bytes that are not UTF-8 and keep no declared encoding: the one in which
 * most of the text is made of the commonest letters of a language that uses it.
 */
final class EncodingGuess {
  /** Beyond this many bytes a guess does not get better. */
  private static final int SAMPLE = 65_536;

  private record Candidate(Charset charset, String common) {
    static Candidate of(String charset, String common) {
      return new Candidate(Charset.forName(charset), common);
    }
  }

  private static final List<Candidate> CANDIDATES =
      List.of(
          Candidate.of("GB18030", "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生，。、：年月日"),
          Candidate.of("Big5-HKSCS", "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生，。、：年月日"),
          Candidate.of("windows-31j", "のにはをたがでてとしれさいるなかもらっうりまこきスンルトラー、。日年月"),
          Candidate.of("EUC-JP", "のにはをたがでてとしれさいるなかもらっうりまこきスンルトラー、。日年月"),
          Candidate.of("x-windows-949", "이다는을의에가고하지은를한로기도사니어자서인리나시대일년월"),
          Candidate.of("windows-1251", "оеаинтсрвлкмдпуяыьгзбчйхжшюОЕАИНТСРВЛКМДПУ"),
          Candidate.of("windows-1252", "éèàùâêîôûçäöüßÄÖÜñáíóúåøæãõ’‘“”–—…«»©·\u00A0"));

  private EncodingGuess() {}

  /** The text in the likeliest encoding. */
  static String decode(byte[] bytes, List<Charset> declared) {
    byte[] sample = bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes;
    Charset best =
        Stream.concat(
                declared.stream().filter(c -> damage(sample, c) < 0.01),
                CANDIDATES.stream()
                    .sorted(Comparator.comparingDouble(c -> -share(sample, c)))
                    .map(Candidate::charset))
            .findFirst()
            .orElse(StandardCharsets.UTF_8);
    return new String(bytes, best);
  }

  /** Which part of the characters beyond ASCII are common ones, less for what fits badly. */
  private static double share(byte[] sample, Candidate candidate) {
    String text = new String(sample, candidate.charset());
    long foreign = text.chars().filter(c -> c >= 0x80).count();
    long common = text.chars().filter(c -> candidate.common().indexOf(c) >= 0).count();
    long wrong = text.chars().filter(c -> c == 0xFFFD || (c >= 0xE000 && c < 0xF900)).count();
    if (foreign == 0) {
      return 0;
    }
    // In an alphabet of 128 many letters are common by chance.
    boolean alphabet = candidate.charset().newEncoder().maxBytesPerChar() == 1;
    double chance = alphabet ? candidate.common().length() / 128.0 : 0;
    return ((common - 5.0 * wrong) / foreign - chance) / (1 - chance);
  }

  private static double damage(byte[] sample, Charset charset) {
    String text = new String(sample, charset);
    return text.chars().filter(c -> c == 0xFFFD).count() / (double) Math.max(1, text.length());
  }
}

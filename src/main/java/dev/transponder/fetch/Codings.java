package dev.transponder.fetch;

import dev.transponder.model.Document;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * Undoes the content codings of a body (RFC 9110 section 8.4), within the limits.
 *
 * <p>What is offered and what is understood is the same list. Pure.
 */
final class Codings {
  /** The value of Accept-Encoding. */
  static final String OFFERED = "br, gzip, deflate";

  private static final int STACKED_AT_MOST = 2;

  private Codings() {}

  /**
   * The bytes that were meant.
   *
   * @throws Unusable if a coding was not offered, the body is broken, or it unpacks to too much
   */
  static byte[] decode(Document raw, Limits limits) throws Unusable {
    List<String> codings = codings(raw);
    if (codings.size() > STACKED_AT_MOST) {
      throw new Unusable("coded " + codings.size() + " times over");
    }
    byte[] bytes = raw.bytes();
    if (bytes.length > 0) {
      for (String coding : codings.reversed()) {
        bytes = decode(bytes, coding, raw.size(), limits);
      }
    }
    return bytes;
  }

  private static List<String> codings(Document raw) {
    List<String> codings = new ArrayList<>();
    for (String line : raw.headers("content-encoding")) {
      for (String name : line.split(",", -1)) {
        String coding = name.strip().toLowerCase(Locale.ROOT);
        if (!coding.isEmpty() && !coding.equals("identity")) {
          codings.add(coding);
        }
      }
    }
    return codings;
  }

  private static byte[] decode(byte[] bytes, String coding, int wire, Limits limits)
      throws Unusable {
    try (InputStream in = decoder(bytes, coding)) {
      return capped(in, wire, limits);
    } catch (Unusable e) {
      throw e;
    } catch (IOException e) {
      throw new Unusable("not readable as " + coding);
    }
  }

  private static InputStream decoder(byte[] bytes, String coding) throws IOException {
    InputStream in = new ByteArrayInputStream(bytes);
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(in, 8192);
      case "deflate" -> new Deflated(in, !isZlib(bytes));
      case "br" -> new BrotliInputStream(in);
      default -> throw new Unusable("sent in a coding that was not asked for");
    };
  }

  /** Ends its inflater, which the JDK leaves to whoever hands one in. */
  private static final class Deflated extends InflaterInputStream {
    Deflated(InputStream in, boolean bare) {
      super(in, new Inflater(bare));
    }

    @Override
    public void close() throws IOException {
      super.close();
      inf.end();
    }
  }

  /** Some servers send deflate without its zlib wrapper (RFC 9110 section 8.4.1.2). */
  private static boolean isZlib(byte[] bytes) {
    return bytes.length >= 2
        && (bytes[0] & 0x0f) == 8
        && ((bytes[0] & 0xff) << 8 | (bytes[1] & 0xff)) % 31 == 0;
  }

  private static byte[] capped(InputStream in, int wire, Limits limits) throws IOException {
    long byRatio = Math.max(limits.ratioFloor(), (long) wire * limits.ratio());
    long most = Math.min(limits.decodedBytes(), byRatio);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    for (int n = next(in, part, limits); n >= 0; n = next(in, part, limits)) {
      if (out.size() + n > most) {
        if (limits.cut()) {
          out.write(part, 0, (int) most - out.size());
          break;
        }
        throw new Unusable(
            "unpacks to more than "
                + (byRatio < limits.decodedBytes()
                    ? limits.ratio() + " times what was sent"
                    : Words.size(limits.decodedBytes())));
      }
      out.write(part, 0, n);
    }
    return out.toByteArray();
  }

  /** A beginning may end in the middle of a coding: what was undone till there counts. */
  private static int next(InputStream in, byte[] part, Limits limits) throws IOException {
    try {
      return in.read(part);
    } catch (IOException e) {
      if (limits.cut()) {
        return -1;
      }
      throw e;
    }
  }
}

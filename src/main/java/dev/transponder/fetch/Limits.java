package dev.transponder.fetch;

import java.time.Duration;

/**
 * How much of our time and memory one exchange may take.
 *
 * @param deadline for the whole exchange, all redirects together, without the waits of pacing
 * @param wireBytes of a body as it is sent
 * @param decodedBytes of a body after its codings are undone
 * @param ratio how many times larger a body may become by decoding
 * @param ratioFloor decoded bytes below which the ratio does not matter
 * @param headerBytes of all header fields of an answer together
 * @param hops how many redirects are followed
 * @param cut whether a body that is too large is cut off, instead of refused
 */
record Limits(
    Duration deadline,
    int wireBytes,
    int decodedBytes,
    int ratio,
    int ratioFloor,
    int headerBytes,
    int hops,
    boolean cut) {

  static final Limits USUAL =
      new Limits(Duration.ofSeconds(30), 10 << 20, 20 << 20, 100, 1 << 20, 64 << 10, 5, false);

  /** The same, but of a larger body just the beginning is read. */
  Limits beginning(int bytes) {
    return new Limits(deadline, bytes, bytes, ratio, ratioFloor, headerBytes, hops, true);
  }
}

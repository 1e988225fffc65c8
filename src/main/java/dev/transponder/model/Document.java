package dev.transponder.model;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bytes that a URL answered with, decompressed, and what was said about them. */
public final class Document {
  private final String url;
  private final Map<String, List<String>> headers;
  private final byte[] bytes;

  /**
   * Keeps the bytes without copying them.
   *
   * @param url where the bytes came from, after redirects
   * @param headers of the answer; names in any case
   * @param bytes handed over: the caller does not change them afterwards
   */
  public Document(String url, Map<String, List<String>> headers, byte[] bytes) {
    this.url = url;
    this.headers =
        headers.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    e -> e.getKey().toLowerCase(Locale.ROOT),
                    e -> List.copyOf(e.getValue()),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
    this.bytes = bytes;
  }

  /** Where the bytes came from, after redirects; the base of relative URLs. */
  public String url() {
    return url;
  }

  /** The first value of a header, null if it was not sent. */
  public @Nullable String header(String name) {
    List<String> values = headers(name);
    return values.isEmpty() ? null : values.getFirst();
  }

  /** All values of a header in order, one for each line. */
  public List<String> headers(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /** The names of all headers, in lower case. */
  public Set<String> headerNames() {
    return headers.keySet();
  }

  public int size() {
    return bytes.length;
  }

  public InputStream stream() {
    return new ByteArrayInputStream(bytes);
  }

  /** The bytes themselves, not a copy (documents are large): read, never written. */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return "Document[" + url + ", " + bytes.length + " bytes]";
  }
}

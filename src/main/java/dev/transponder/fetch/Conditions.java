package dev.transponder.fetch;

import dev.transponder.model.Validators;
import java.util.function.Predicate;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The validators of a known document and which URLs may see them.
 *
 * @param at says of a URL whether the validators are its own
 */
record Conditions(Validators validators, Predicate<HttpUrl> at) {

  /** What is sent to that URL: a value that cannot be sent byte for byte is not sent at all. */
  Validators to(HttpUrl url) {
    return at.test(url)
        ? new Validators(sendable(validators.etag()), sendable(validators.lastModified()))
        : Validators.NONE;
  }

  /** Those of a 200, to be kept until the next one. */
  static Validators of(Headers headers) {
    return new Validators(present(headers.get("ETag")), present(headers.get("Last-Modified")));
  }

  /** Those of a 304: what it does not say stays as it was (RFC 9111 section 4.3.4). */
  static Validators renewed(Validators sent, Headers headers) {
    Validators renewed = of(headers);
    return new Validators(
        renewed.etag() == null ? sent.etag() : renewed.etag(),
        renewed.lastModified() == null ? sent.lastModified() : renewed.lastModified());
  }

  private static @Nullable String present(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  /**
   * Bytes that were not UTF-8 have become U+FFFD and are lost; control characters could end the
   * line.
   */
  private static @Nullable String sendable(@Nullable String value) {
    return value == null || value.chars().anyMatch(Conditions::isUnsendable) ? null : value;
  }

  private static boolean isUnsendable(int c) {
    return c == 0xfffd || c == 0x7f || (c < ' ' && c != '\t');
  }
}

package dev.transponder.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.transponder.publish.Rendition;
import dev.transponder.publish.Renditions;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers one request. */
final class Reply {
  private final Request request;
  private final Response response;
  private final Callback callback;

  Reply(Request request, Response response, Callback callback) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    Headers.protect(response.getHeaders());
  }

  Reply header(String name, String value) {
    response.getHeaders().put(name, value);
    return this;
  }

  /** 200 with the rendition that the request accepts, or 304 if it has that already. */
  void renditions(Renditions renditions, Duration fresh) {
    Rendition rendition = Conditions.accepted(request.getHeaders(), renditions);
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.ETAG, rendition.etag());
    headers.put(HttpHeader.VARY, "Accept-Encoding");
    headers.put(HttpHeader.CACHE_CONTROL, "public, max-age=" + fresh.toSeconds());
    if (renditions.lastModified() != null) {
      headers.put(HttpHeader.LAST_MODIFIED, DateGenerator.formatDate(renditions.lastModified()));
    }
    if (Conditions.unchanged(request.getHeaders(), rendition, renditions.lastModified())) {
      response.setStatus(HttpStatus.NOT_MODIFIED_304);
      response.write(true, ByteBuffer.allocate(0), callback);
      return;
    }
    if (rendition.encoding() != null) {
      headers.put(HttpHeader.CONTENT_ENCODING, rendition.encoding());
    }
    bytes(HttpStatus.OK_200, renditions.type(), rendition.bytes());
  }

  /** An answer that nobody keeps: errors and health. */
  void passing(int status, String type, String text) {
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    bytes(status, type, text.getBytes(UTF_8));
  }

  void redirect(String location) {
    response.getHeaders().put(HttpHeader.LOCATION, location);
    passing(HttpStatus.MOVED_PERMANENTLY_301, "text/plain; charset=utf-8", location + "\n");
  }

  private void bytes(int status, String type, byte[] bytes) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    boolean head = request.getMethod().equals("HEAD");
    response.write(true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(bytes), callback);
  }
}

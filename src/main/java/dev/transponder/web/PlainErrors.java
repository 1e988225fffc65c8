package dev.transponder.web;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what went wrong before or within the site, in one line of text: requests that are no
 * HTTP, headers that are too large, our own failures. Shows nothing of the request or the cause.
 */
final class PlainErrors implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Headers.protect(response.getHeaders());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    int status = response.getStatus();
    Content.Sink.write(
        response, true, status + " " + HttpStatus.getMessage(status) + "\n", callback);
    return true;
  }
}

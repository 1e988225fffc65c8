package dev.transponder.fetch;

import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Lets the parts of a page pass: not to other ports of the source's own host, which is trusted to
 * be reached also where it is private, and for which the user has named one port. Asked before
 * robots.txt is, so that not even that is read there.
 *
 * @param home the URL in feeds.yml
 * @param page the document of which they are parts
 * @param anyPort whether the source may reach private addresses anyway
 * @param next asked if this gate is open
 */
record PartGate(@Nullable HttpUrl home, @Nullable HttpUrl page, boolean anyPort, Journey.Gate next)
    implements Journey.Gate {

  @Override
  public @Nullable Outcome refusal(HttpUrl at) throws InterruptedException {
    boolean ownHost = home != null && home.host().equals(at.host());
    if (ownHost && !anyPort && !isAt(home, at) && !isAt(page, at)) {
      return new Failed(
          Failure.REFUSED,
          0,
          at.host()
              + ":"
              + at.port()
              + " is not the port of the page (allow-private: true would"
              + " permit it)");
    }
    return next.refusal(at);
  }

  private static boolean isAt(@Nullable HttpUrl one, HttpUrl other) {
    return one != null && Requests.sameOrigin(one, other);
  }
}

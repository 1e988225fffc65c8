package dev.transponder;

import dev.transponder.browser.Browser;
import dev.transponder.fetch.Fetcher;
import dev.transponder.model.Document;
import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Fetched;
import dev.transponder.model.Render;
import dev.transponder.model.Source;
import dev.transponder.model.Use;
import dev.transponder.model.Validators;
import dev.transponder.refresh.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Fetches, and hands the pages of sources with {@code render: browser} to the browser. Such a page
 * is asked for whole each time: that its document is the same says nothing of what its scripts
 * show.
 */
record RenderingExchange(Fetcher fetcher, Browser browser) implements Exchange {
  @Override
  public Outcome fetch(
      Source source, String url, Use use, Validators validators, @Nullable String validatorsUrl)
      throws InterruptedException {
    return source.render() == Render.NONE || use == Use.FEED
        ? fetcher.fetch(source, url, use, validators, validatorsUrl)
        : rendered(source, fetcher.fetch(source, url, Use.PAGE, Validators.NONE, null));
  }

  private Outcome rendered(Source source, Outcome outcome) throws InterruptedException {
    return switch (outcome) {
      case Outcome.Moved(String to, Outcome there) ->
          new Outcome.Moved(to, rendered(source, there));
      case Fetched fetched when Browser.isPage(fetched.document()) -> render(source, fetched);
      case Outcome other -> other;
    };
  }

  private Outcome render(Source source, Fetched fetched) throws InterruptedException {
    Document document = fetched.document();
    Outcome outcome =
        browser.render(
            document,
            (wanted, use, accept) -> fetcher.part(source, document.url(), wanted, use, accept));
    return outcome instanceof Fetched page
        ? new Fetched(page.document(), Validators.NONE, fetched.fresh())
        : outcome;
  }

  @Override
  public @Nullable Outcome refusal(Source source, String page) throws InterruptedException {
    return fetcher.refusal(source, page);
  }
}

package dev.transponder;

import dev.transponder.fetch.Fetcher;
import dev.transponder.model.Outcome;
import dev.transponder.model.Source;
import dev.transponder.model.Use;
import dev.transponder.model.Validators;
import dev.transponder.refresh.Exchange;
import org.jspecify.annotations.Nullable;

/** Hands the fetcher to those who look at sources. */
record FetcherExchange(Fetcher fetcher) implements Exchange {
  @Override
  public Outcome fetch(
      Source source, String url, Use use, Validators validators, @Nullable String validatorsUrl)
      throws InterruptedException {
    return fetcher.fetch(source, url, use, validators, validatorsUrl);
  }

  @Override
  public @Nullable Outcome refusal(Source source, String page) throws InterruptedException {
    return fetcher.refusal(source, page);
  }
}

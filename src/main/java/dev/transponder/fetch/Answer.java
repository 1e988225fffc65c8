package dev.transponder.fetch;

import dev.transponder.model.Document;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * What one request was answered with.
 *
 * @param from the URL that was asked, without credentials and fragment
 * @param raw the body as it was sent, its codings not yet undone; empty where nobody needs it
 */
record Answer(HttpUrl from, int status, Headers headers, Document raw) {}

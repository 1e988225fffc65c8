package dev.transponder.refresh;

import dev.transponder.model.Entry;

/**
 * An entry whose page is to be asked for.
 *
 * @param key of the entry, unique within its source
 * @param link of the entry
 */
record Wanted(String key, String link, Entry entry) {}

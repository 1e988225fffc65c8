package dev.transponder.refresh;

/**
 * What one refresh came to.
 *
 * @param ok false if the source could not be read, or was left alone for a reason
 * @param message in words, as stored in the source's last result
 */
public record RefreshResult(
    String sourceId, boolean ok, int inserted, int updated, String message) {}

package dev.transponder.store;

/**
 * A source whose time has come and that nobody is refreshing.
 *
 * @param host that is asked for it, empty for a file
 * @param fresh whether it was never read before
 */
public record Due(String id, String host, boolean fresh) {}

package dev.transponder.model;

/** A stored entry whose full text could not be had yet. */
public record WaitingEntry(StoredEntry stored, FullText fullText) {}

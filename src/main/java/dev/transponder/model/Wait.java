package dev.transponder.model;

import java.time.Duration;

/**
 * A time that somebody asks us to wait, and why.
 *
 * @param duration not negative
 * @param reason ends a sentence: "the site asked for 12 h (max-age)"
 */
public record Wait(Duration duration, String reason) {}

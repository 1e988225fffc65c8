package dev.transponder.schedule;

import java.time.Duration;

/**
 * Something to be done again and again.
 *
 * @param name unique among the jobs, as it stands in the log
 * @param interval from start to start, at least a millisecond
 */
public record Repeated(String name, Duration interval, Runnable work) {}

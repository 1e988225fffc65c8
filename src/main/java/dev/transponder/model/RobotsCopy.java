package dev.transponder.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the robots.txt of one origin.
 *
 * @param origin scheme, host and port: {@code https://example.org:443}
 * @param askedAt when it was last asked for
 * @param nextLook not asked for again before this moment
 * @param failingSince since when it cannot be had (RFC 9309 section 2.3.1.4); null if it can
 * @param problem why it cannot be had, in words; null if it can
 * @param text of the last copy that could be had, empty where the site has none; null if none could
 *     ever be had
 * @param validators of {@code text}
 * @param validatorsUrl the URL that gave the validators
 */
public record RobotsCopy(
    String origin,
    Instant askedAt,
    Instant nextLook,
    @Nullable Instant failingSince,
    @Nullable String problem,
    @Nullable String text,
    Validators validators,
    @Nullable String validatorsUrl) {}

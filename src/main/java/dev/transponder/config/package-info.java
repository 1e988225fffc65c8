/**
 * Reads {@code feeds.yml}: its text becomes immutable records, its mistakes become messages with
 * file, line and column.
 *
 * <p>Start with {@link dev.transponder.config.FeedsFile}. {@code Keys} lists every key that may be
 * written, {@code Nodes}, {@code Section} and {@code Scalar} know the forms of values, {@code
 * SettingsReader} and {@code SourceReader} know what each key means.
 *
 * <p>{@link dev.transponder.config.Addition} puts one more source into the file and changes nothing
 * else; {@code Insertion} finds its place.
 *
 * <p>Does not fetch anything, does not check selectors (who reads pages does) and does not watch
 * the file. Hides the YAML library.
 */
@NullMarked
package dev.transponder.config;

import org.jspecify.annotations.NullMarked;

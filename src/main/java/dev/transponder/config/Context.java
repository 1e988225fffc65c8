package dev.transponder.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What reading one file needs everywhere.
 *
 * @param folder of the file, absolute
 * @param environment where <code>${NAME}</code> is looked up
 * @param selectors what is wrong with a selector, null if nothing is
 * @param problems collects what is wrong
 */
record Context(
    Path folder,
    Map<String, String> environment,
    Function<String, @Nullable String> selectors,
    Problems problems) {}

package dev.transponder.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * What reading one file needs everywhere.
 *
 * @param folder of the file, absolute
 * @param environment where <code>${NAME}</code> is looked up
 * @param syntax says what is wrong with patterns and selectors
 * @param problems collects what is wrong
 */
record Context(
    Path folder, Map<String, String> environment, SyntaxCheck syntax, Problems problems) {}

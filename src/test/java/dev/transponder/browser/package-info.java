/** Tests with a real browser on real sockets; skipped where there is no Chromium or Node.js. */
@NullMarked
package dev.transponder.browser;

import org.jspecify.annotations.NullMarked;

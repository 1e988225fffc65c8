/**
 * The store on real H2 files and on a real PostgreSQL server of its own.
 *
 * <p>Start with {@link dev.transponder.store.TestDatabase}. Tests of behaviour run on both
 * databases.
 */
@NullMarked
package dev.transponder.store;

import org.jspecify.annotations.NullMarked;

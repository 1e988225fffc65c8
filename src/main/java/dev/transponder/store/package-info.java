/**
 * Everything that is remembered: sources and how they are doing, entries and their names, stories,
 * tombstones, claims, robots.txt.
 *
 * <p>Start with {@link dev.transponder.store.Store}; the tables are in {@code db/migration}. One
 * SQL text runs on H2 and on PostgreSQL.
 *
 * <p>Decides nothing: what to remember comes as a {@link dev.transponder.model.Plan}. Hides JDBC,
 * the pool (HikariCP), jdbi, Flyway, both drivers, and the JSON of two columns.
 */
@NullMarked
package dev.transponder.store;

import org.jspecify.annotations.NullMarked;

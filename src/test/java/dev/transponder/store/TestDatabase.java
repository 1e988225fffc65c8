package dev.transponder.store;

import java.nio.file.Path;

/** The databases that every behaviour is tested on. */
enum TestDatabase {
  H2 {
    @Override
    String freshUrl(Path folder) {
      return "jdbc:h2:file:" + folder.resolve("store");
    }
  },

  POSTGRESQL {
    @Override
    String freshUrl(Path folder) {
      return PostgreSqlServer.running().freshSchema();
    }
  };

  /** The URL of an empty database; the same folder gives H2 the same file. */
  abstract String freshUrl(Path folder);
}

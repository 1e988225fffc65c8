package dev.transponder.store;

import org.flywaydb.core.api.logging.Log;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets only errors of Flyway through: the rest is thrown anyway, or of no use to anybody. */
final class FlywayLog implements Log {
  private final Logger logger;

  FlywayLog(Class<?> of) {
    logger = LoggerFactory.getLogger(of);
  }

  @Override
  public void debug(String message) {}

  @Override
  public void info(String message) {}

  @Override
  public void warn(String message) {}

  @Override
  public void notice(String message) {}

  @Override
  public void error(String message) {
    logger.error(message);
  }

  @Override
  public void error(String message, Exception e) {
    logger.error(message, e);
  }
}

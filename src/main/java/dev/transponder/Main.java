package dev.transponder;

import dev.transponder.cli.CommandLineInterface;
import dev.transponder.cli.Terminal;
import java.io.Console;
import java.security.Security;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/** Starts the program. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // The JDK would remember for 10 s that a name was not found, and forget whether it exists.
    Security.setProperty("networkaddress.cache.negative.ttl", "0");
    InstantSource clock = InstantSource.system();
    // Since JDK 25 there is a console only where somebody sits at it; 22 to 24 always gave one.
    boolean interactive =
        Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    Terminal terminal =
        new Terminal(System.out, System.err, interactive, clock, ZoneId.systemDefault());
    App app = new App(clock, System.getenv());
    System.exit(new CommandLineInterface(app, terminal, System.getenv()).run(args));
  }
}

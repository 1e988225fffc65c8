package dev.transponder;

import dev.transponder.cli.CommandLineInterface;
import dev.transponder.cli.Terminal;
import java.time.InstantSource;
import java.time.ZoneId;

/** Starts the program. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    InstantSource clock = InstantSource.system();
    boolean interactive = System.console().isTerminal();
    Terminal terminal =
        new Terminal(System.out, System.err, interactive, clock, ZoneId.systemDefault());
    App app = new App(clock, System.getenv());
    System.exit(new CommandLineInterface(app, terminal, System.getenv()).run(args));
  }
}

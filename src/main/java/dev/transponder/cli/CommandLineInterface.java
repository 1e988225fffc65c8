package dev.transponder.cli;

import dev.transponder.config.ConfigException;
import dev.transponder.config.Problem;
import dev.transponder.store.StoreException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * Runs the command that was typed. Whatever goes wrong becomes one line on standard error and an
 * exit code: 0 done, 1 some work failed, 2 wrong usage or configuration, 3 store unusable or of a
 * newer version.
 */
public final class CommandLineInterface {
  private static final Logger log = LoggerFactory.getLogger(CommandLineInterface.class);

  /** More mistakes than one corrects at a time. */
  private static final int PROBLEMS_SHOWN = 50;

  private final Program program;
  private final Terminal terminal;
  private final Map<String, String> environment;

  /**
   * An interface to a program.
   *
   * @param environment where feeds.yml finds its variables
   */
  public CommandLineInterface(Program program, Terminal terminal, Map<String, String> environment) {
    this.program = program;
    this.terminal = terminal;
    this.environment = environment;
  }

  /** Runs one command and answers its exit code. */
  public int run(String... arguments) {
    return new CommandLine(new Commands(program, terminal, environment))
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()))
        .setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()))
        .setParameterExceptionHandler((wrong, _) -> usage(wrong))
        .setExecutionExceptionHandler((failure, _, _) -> failed(failure))
        .execute(arguments);
  }

  private int usage(CommandLine.ParameterException wrong) {
    String advice = "; \"transponder --help\" lists what there is";
    if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched) {
      List<String> close = unmatched.getSuggestions();
      advice = close.isEmpty() ? advice : " (did you mean \"" + close.getFirst() + "\"?)" + advice;
    }
    terminal.complain(wrong.getMessage() + advice);
    return ExitCode.WRONG_USAGE;
  }

  private int failed(Exception failure) {
    switch (failure) {
      case ConfigException mistakes -> {
        print(mistakes.problems());
        return ExitCode.WRONG_USAGE;
      }
      case CannotStart cannot -> {
        terminal.complain(String.valueOf(cannot.getMessage()));
        return ExitCode.WRONG_USAGE;
      }
      case StoreException store -> {
        terminal.complain(String.valueOf(store.getMessage()));
        return ExitCode.STORE_UNUSABLE;
      }
      case ServiceException service -> {
        terminal.complain(String.valueOf(service.getMessage()));
        return service.exit();
      }
      case InterruptedException _ -> {
        terminal.complain("interrupted");
        return ExitCode.SOME_FAILED;
      }
      case Exception bug -> {
        log.error("unexpected", bug);
        terminal.complain("this is a mistake of Transponder, please report it: " + bug);
        return ExitCode.SOME_FAILED;
      }
    }
  }

  private void print(List<Problem> problems) {
    problems.stream().limit(PROBLEMS_SHOWN).map(Problem::toString).forEach(terminal::complain);
    if (problems.size() > PROBLEMS_SHOWN) {
      terminal.complain("and " + (problems.size() - PROBLEMS_SHOWN) + " more");
    }
  }
}

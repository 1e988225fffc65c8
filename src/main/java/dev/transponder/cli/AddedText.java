package dev.transponder.cli;

import dev.transponder.config.Addition;
import dev.transponder.config.NotAdded;
import dev.transponder.config.Secrets;
import dev.transponder.config.YamlValue;
import dev.transponder.refresh.Found;
import java.nio.file.Path;
import java.util.List;

/** What came of {@code add}, in words or as JSON; no secret of the URL is shown. */
final class AddedText {
  private final Terminal terminal;
  private final String file;
  private final String typed;

  /**
   * @param typed the URL as it was typed
   */
  AddedText(Terminal terminal, Path file, String typed) {
    this.terminal = terminal;
    this.typed = typed;
    this.file = Plain.line(file.toString());
  }

  void print(Adding.Result result) {
    Found found = result.found();
    if (found != null) {
      new FoundText(terminal).print(found, typed, result.url());
    }
    NotAdded refusal = result.refusal();
    Addition addition = result.addition();
    if (refusal != null) {
      terminal.complain(refusal.getMessage() + "; nothing was added");
      if (refusal.byHand()) {
        terminal.out().println("To add it by hand:");
        terminal.out().println();
        terminal.out().println("sources:");
        terminal.out().println("  - " + YamlValue.of(Secrets.hidden(Plain.line(result.url()))));
      }
    } else if (addition != null && result.written()) {
      String where = addition.isNewFile() ? " (a new file)" : "";
      terminal.out().println();
      terminal.out().println("Added to " + file + where + ", line " + addition.line() + ":");
      lines(addition).forEach(terminal.out()::println);
      terminal.out().println("Its id is " + addition.source().id() + ".");
    } else {
      if (found != null && found.parsed() != null) {
        terminal.complain("no entries found");
      }
      terminal.complain("nothing was added to " + file);
    }
  }

  /** As {@code preview --json}, and what was written where; empty and null if nothing was. */
  String json(Adding.Result result) {
    Addition addition = result.written() ? result.addition() : null;
    NotAdded refusal = result.refusal();
    return Json.object(
        json -> {
          json.text("id", result.addition() == null ? null : result.addition().source().id());
          if (result.found() == null) {
            FoundJson.error(
                json, refusal == null ? "nobody was asked" : String.valueOf(refusal.getMessage()));
          } else {
            FoundJson.write(json, result.found());
          }
          json.text("refused", refusal == null ? null : refusal.getMessage());
          json.text("followed", refusal == null ? null : refusal.followed());
          json.text("file", addition == null ? null : file);
          json.number("line", addition == null ? null : (long) addition.line());
          json.texts("added", addition == null ? List.of() : lines(addition));
        });
  }

  private static List<String> lines(Addition addition) {
    return addition.lines().stream().map(AddedText::shown).toList();
  }

  private static String shown(String line) {
    String margin = line.substring(0, line.length() - line.stripLeading().length());
    return margin + Secrets.hidden(Plain.line(line));
  }
}

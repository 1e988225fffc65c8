package dev.transponder.cli;

/** Prints what was recognised as one story, for people. */
final class StoriesText {
  private final Terminal terminal;

  StoriesText(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(StoriesReport report) {
    Table table = new Table();
    table.add("WHY", "SOURCE", "LINK");
    for (StoriesReport.Line story : report.stories()) {
      String why = Plain.line(story.reason());
      for (StoriesReport.Told entry : story.entries()) {
        table.add(why, Plain.line(entry.source()), place(entry));
        why = "";
      }
    }
    table.lines().forEach(terminal.out()::println);
    int count = report.stories().size();
    terminal
        .out()
        .println(
            (count == 1 ? "1 story" : count + " stories")
                + " of more than one source"
                + (report.complete() ? "" : ", the newest; there are more"));
  }

  private static String place(StoriesReport.Told entry) {
    String place = entry.link() == null ? entry.id() : entry.link();
    return place == null ? "-" : Plain.line(place);
  }
}

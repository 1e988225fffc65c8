package dev.transponder.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The plan of the rooms: which package may use which others and which libraries.
 * docs/ARCHITECTURE.md shows the same table to people.
 */
record Rooms(String root) {
  private static final List<String> CORE = List.of("model", "text");
  private static final List<String> LEAVES =
      List.of(
          "config", "fetch", "feed", "page", "browser", "clean", "story", "rules", "store",
          "render");
  private static final List<String> FLOWS = List.of("refresh", "publish");
  private static final List<String> EDGES = List.of("schedule", "web", "cli");

  /**
   * What every room may use: the JDK (but see {@link RoomsTest}), annotations, the logging facade.
   */
  private static final Set<String> EVERYWHERE =
      Set.of(
          "java..", "javax..", "org.w3c.dom..", "org.xml.sax..", "org.jspecify..", "org.slf4j..");

  private static final String JSON = "tools.jackson.core..";

  /** One room. */
  record Room(String name, Set<String> uses) {}

  List<Room> all() {
    return Stream.of(
            CORE.stream().map(name -> room(name, List.of())),
            LEAVES.stream().map(name -> room(name, CORE)),
            FLOWS.stream().map(name -> room(name, join(CORE, LEAVES))),
            EDGES.stream()
                .map(name -> room(name, join(join(CORE, FLOWS), List.of("config", "store")))))
        .flatMap(rooms -> rooms)
        .toList();
  }

  private Room room(String name, List<String> others) {
    List<String> uses = new ArrayList<>(EVERYWHERE);
    uses.add(root + "." + name);
    others.forEach(other -> uses.add(root + "." + other));
    uses.addAll(libraries(name));
    return new Room(name, Set.copyOf(uses));
  }

  private static List<String> libraries(String room) {
    return switch (room) {
      case "config" -> List.of("org.snakeyaml..");
      case "fetch" ->
          List.of("okhttp3..", "okio..", "kotlin..", "org.brotli..", "crawlercommons..");
      case "feed" -> List.of("com.rometools..", "org.jdom2..", JSON);
      case "browser" -> List.of("com.microsoft.playwright..", "com.google.gson..");
      case "page" -> List.of("org.jsoup..", "net.dankito.readability4j..", JSON);
      case "clean" -> List.of("org.jsoup..");
      case "rules" -> List.of("com.google.re2j..");
      case "store" ->
          List.of(
              "com.zaxxer..", "org.jdbi..", "org.flywaydb..", "org.h2..", "org.postgresql..", JSON);
      case "render" -> List.of(JSON);
      case "schedule" -> List.of("org.quartz..");
      case "web" -> List.of("org.eclipse.jetty..", "gg.jte..", JSON);
      case "cli" -> List.of("picocli..", "me.tongfei..", JSON);
      default -> List.of();
    };
  }

  boolean isLeaf(String room) {
    return LEAVES.contains(room);
  }

  private static List<String> join(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}

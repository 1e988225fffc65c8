package dev.transponder.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plan of the rooms holds, and each of its rules refuses what breaks it. */
final class RoomsTest {
  private static final ArchitectureRules RULES =
      new ArchitectureRules(new Rooms("dev.transponder"));

  private static JavaClasses program;

  @TempDir Path folder;

  @BeforeAll
  static void importProgram() {
    program =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.transponder");
  }

  @Test
  void everyRuleHolds() {
    assertThat(program).hasSizeGreaterThan(50);
    for (ArchRule rule : RULES.all()) {
      rule.check(program);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "feed  | A | class A { Object o = new dev.transponder.page.PageReader(); }"
            + " | room feed keeps to its imports",
        "page  | A | class A { Object o = okhttp3.HttpUrl.class; } | room page keeps to its imports",
        "config | A | class A { Object o = com.google.re2j.Pattern.class; }"
            + " | room config keeps to its imports",
        "model | A | class A { Object o = org.jsoup.Jsoup.class; } | room model keeps to its imports",
        "cli   | A | class A { Object o = dev.transponder.fetch.Fetcher.class; }"
            + " | room cli keeps to its imports",
        "web   | A | class A { Object o = dev.transponder.Main.class; } | reside in a package",
        "extra | A | final class A {} | every package is a planned room",
        "text  | A | final class A { java.time.Instant i = java.time.Instant.now(); }"
            + " | time and randomness are injected",
        "text  | A | final class A { Object o = new java.util.Random(); }"
            + " | time and randomness are injected",
        "page  | A | final class A { java.sql.Connection c; } | only the store speaks SQL",
        "page  | A | public final class A { public org.jsoup.nodes.Node a() { return null; } }"
            + " | show no type of a library",
        "text  | DateUtil | final class DateUtil {} | have name matching",
        "text  | A | final class A {} | @NullMarked",
        "text  | A | class A {} | be final",
        "text  | A | record A(byte[] bytes) {} | hold no arrays"
      })
  void aPlantedViolationIsRefused(String room, String name, String source, String rule)
      throws IOException {
    String text = "package dev.transponder." + room + ";\n" + source;
    new Planted(folder).compile("dev.transponder." + room + "." + name, text);
    JavaClasses planted = new ClassFileImporter().importPath(folder);
    assertThat(planted).isNotEmpty();
    List<String> broken =
        RULES.all().stream()
            .filter(each -> each.evaluate(planted).hasViolation())
            .map(each -> each.evaluate(planted).getFailureReport().toString())
            .toList();
    assertThat(broken).anyMatch(report -> report.contains(rule));
  }

  @Test
  void aCycleIsRefused() throws IOException {
    Planted planted = new Planted(folder);
    planted.compile("dev.transponder.model.A", "package dev.transponder.model; public class A {}");
    planted.compile(
        "dev.transponder.text.B",
        "package dev.transponder.text; public class B { dev.transponder.model.A a; }");
    planted.compile(
        "dev.transponder.model.A",
        "package dev.transponder.model; public class A { dev.transponder.text.B b; }");
    JavaClasses cycle = new ClassFileImporter().importPath(folder);
    assertThat(RULES.noCycles().evaluate(cycle).hasViolation()).isTrue();
  }
}

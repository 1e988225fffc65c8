package dev.transponder.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compiler, called with the very arguments of the pom, refuses what the build must refuse. */
final class CompilerChecksTest {
  private static final String HEAD =
      "package planted;\nimport org.jspecify.annotations.*;\n/** Planted. */ @NullMarked final class A {\n";

  @TempDir Path folder;

  @Test
  void acceptsCleanCode() throws Exception {
    assertThat(compile("int two() { return 2; }")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int length(@Nullable String text) { return text.length(); } | [NullAway]",
        "boolean same(String text) { return text.equals(1); } | [EqualsIncompatibleType]",
        "java.util.List raw = java.util.List.of(); | [rawtypes]",
        "void cast(String text) { String copy = (String) text; copy.trim(); } | [cast]"
      })
  void refusesAPlantedMistake(String member, String check) throws Exception {
    assertThat(compile(member)).contains(check);
  }

  /** What the compiler says; empty if it accepts. */
  private String compile(String member) throws Exception {
    Path source = Files.writeString(folder.resolve("A.java"), HEAD + member + "\n}\n");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(pomArguments());
    command.addAll(List.of("-d", folder.toString(), "-cp", Planted.classPath(), "-processorpath"));
    command.addAll(List.of(Planted.classPath(), source.toString()));
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(javac.getInputStream().readAllBytes());
    int exit = javac.waitFor();
    assertThat(exit == 0).as(output).isEqualTo(output.isEmpty());
    return output;
  }

  private static List<String> pomArguments() throws Exception {
    var pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml");
    var arguments = pom.getElementsByTagName("compilerArgs").item(0).getChildNodes();
    List<String> found = new ArrayList<>();
    for (int i = 0; i < arguments.getLength(); i++) {
      if (arguments.item(i).getNodeName().equals("arg")) {
        found.add(arguments.item(i).getTextContent());
      }
    }
    assertThat(found).contains("-Werror");
    return found;
  }
}

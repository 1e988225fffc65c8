package dev.transponder.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiler, called with the very arguments of the pom, refuses what the build must refuse. */
final class CompilerChecksTest {
  @TempDir Path folder;

  @Test
  void acceptsCleanCode() throws Exception {
    assertThat(compile(Map.of("Clean", "int two() { return 2; }"))).isEmpty();
  }

  @Test
  void refusesANullDereference() throws Exception {
    String member = "int length(@Nullable String text) { return text.length(); }";
    assertThat(compile(Map.of("Dereference", member)))
        .containsPattern("Dereference.java:4: error: \\[NullAway\\]");
  }

  @Test
  void refusesWhatErrorProneFinds() throws Exception {
    String member = "boolean same(String text) { return text.equals(1); }";
    assertThat(compile(Map.of("Incompatible", member)))
        .contains("[EqualsIncompatibleType]")
        .contains("error: warnings found and -Werror specified");
  }

  @Test
  void refusesEachPlantedWarning() throws Exception {
    Map<String, String> warnings =
        Map.of(
            "RawType", "java.util.List raw = java.util.List.of();",
            "Cast", "void cast(String text) { String copy = (String) text; copy.trim(); }");
    assertThat(compile(warnings))
        .containsPattern("RawType.java:4: warning: \\[rawtypes\\]")
        .containsPattern("Cast.java:4: warning: \\[cast\\]")
        .contains("error: warnings found and -Werror specified");
  }

  /** What the compiler says of classes with one member each; empty if it accepts them. */
  private String compile(Map<String, String> members) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(pomArguments());
    command.addAll(List.of("-d", folder.toString(), "-cp", Planted.classPath()));
    command.addAll(List.of("-processorpath", Planted.classPath()));
    for (Map.Entry<String, String> member : members.entrySet()) {
      Path source = folder.resolve(member.getKey() + ".java");
      Files.writeString(source, planted(member.getKey(), member.getValue()));
      command.add(source.toString());
    }
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = javac.waitFor();
    assertThat(exit == 0).as(output).isEqualTo(output.isEmpty());
    return output;
  }

  private static String planted(String name, String member) {
    return """
        package planted;
        import org.jspecify.annotations.*;
        /** Planted. */ @NullMarked final class %s {
        %s
        }
        """
        .formatted(name, member);
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

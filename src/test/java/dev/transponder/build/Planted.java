package dev.transponder.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** Compiles small classes that break a rule, without the checks of the build. */
record Planted(Path folder) {

  void compile(String name, String source) throws IOException {
    Path file = folder.resolve(name.replace('.', '/') + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      String path = folder + System.getProperty("path.separator") + classPath();
      List<String> options = List.of("-d", folder.toString(), "-cp", path, "-proc:none", "-nowarn");
      StringWriter messages = new StringWriter();
      boolean done =
          compiler
              .getTask(messages, files, null, options, null, files.getJavaFileObjects(file))
              .call();
      assertThat(done).as(messages.toString()).isTrue();
    }
  }

  static String classPath() {
    return System.getProperty("java.class.path");
  }
}

package dev.transponder.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own with the classes of this one, whose output is read line by line. */
final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private ChildProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  static ChildProcess start(Class<?> main, String argument) throws IOException {
    return new ChildProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                argument)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** The next number that it has printed; waits for it. */
  String line() throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(StoreChild.MARK)) {
        return line.substring(StoreChild.MARK.length());
      }
    }
    throw new IOException("the child has ended");
  }

  /** Kills it without any warning, and gives what it had printed until then. */
  List<String> kill() throws IOException, InterruptedException {
    // Through its handle, as Process itself would close the output before it is read.
    process.toHandle().destroyForcibly();
    List<String> lines = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(StoreChild.MARK) && line.endsWith(StoreChild.END)) {
        lines.add(line.substring(StoreChild.MARK.length()));
      }
    }
    process.waitFor();
    return lines;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}

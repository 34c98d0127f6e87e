package org.hearsay.systemtests;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hearsay.local.LocalCluster;

/** A command, such as {@code hearsay run}, in a process of its own, so that it can be killed. */
final class StageProcess implements AutoCloseable {
  private final Process process;
  private final Path log;

  private StageProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts stages on topics with the given prefix.
   *
   * @param folder where its state and its log lie
   * @param arguments the stages, and more options of {@code run}
   */
  static StageProcess start(LocalCluster cluster, String prefix, Path folder, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "run",
                "--application-prefix",
                prefix,
                "--state-dir",
                folder.resolve("state").toString(),
                "--catalogue",
                root().resolve("samples/catalogue/outlets.yaml").toString(),
                "--health-port",
                "-1",
                "--threads",
                "1",
                // A killed process is noticed soon.
                "--set",
                "session.timeout.ms=6000",
                "--set",
                "heartbeat.interval.ms=1500"));
    Collections.addAll(command, arguments);
    return hearsay(folder, cluster, prefix, command);
  }

  /**
   * Starts a command on topics with the given prefix.
   *
   * @param folder where its log lies
   * @param arguments the command and its other options
   */
  static StageProcess hearsay(
      Path folder, LocalCluster cluster, String prefix, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(arguments);
    command.addAll(
        List.of(
            "--bootstrap-servers",
            cluster.bootstrapServers(),
            "--schema-registry",
            cluster.registryUrl(),
            "--prefix",
            prefix));
    return hearsay(folder, command);
  }

  /**
   * Starts a command.
   *
   * @param folder where its log lies
   * @param arguments the command and its options
   */
  static StageProcess hearsay(Path folder, List<String> arguments) throws IOException {
    return hearsay(folder, System.getProperty("java.class.path"), arguments);
  }

  /**
   * The same without a library, as where an installation is broken.
   *
   * @param library what its file's name begins with
   */
  static StageProcess hearsayWithout(String library, Path folder, List<String> arguments)
      throws IOException {
    String[] all = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    String left =
        Arrays.stream(all)
            .filter(path -> !Path.of(path).getFileName().toString().startsWith(library))
            .collect(Collectors.joining(File.pathSeparator));
    return hearsay(folder, left, arguments);
  }

  private static StageProcess hearsay(Path folder, String classPath, List<String> arguments)
      throws IOException {
    Path log = Files.createTempFile(folder, "hearsay-", ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-Dhearsay.registry.home=" + System.getProperty("hearsay.registry.home"),
                "-cp",
                classPath,
                "org.hearsay.cli.Hearsay"));
    command.addAll(arguments);
    return new StageProcess(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(),
        log);
  }

  /** The project's root, given by the build. */
  static Path root() {
    return Path.of(System.getProperty("hearsay.root"));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it has logged. */
  String log() {
    try {
      return Files.readString(log, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Waits for its end; says how it ended. */
  int await() {
    return process.onExit().join().exitValue();
  }

  /** Whether it ends within that time. */
  boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends it as Ctrl-C does, and waits. */
  int stop() {
    process.destroy();
    return await();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}

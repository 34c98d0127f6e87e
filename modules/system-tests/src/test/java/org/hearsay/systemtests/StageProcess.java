package org.hearsay.systemtests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.local.LocalCluster;

/** The command {@code hearsay run} in a process of its own, so that it can be killed. */
final class StageProcess implements AutoCloseable {
  private final Process process;

  private StageProcess(Process process) {
    this.process = process;
  }

  static StageProcess start(LocalCluster cluster, String prefix, Path folder, String log)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                "org.hearsay.cli.Hearsay",
                "run",
                "--bootstrap-servers",
                cluster.bootstrapServers(),
                "--schema-registry",
                cluster.registryUrl(),
                "--prefix",
                prefix,
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
    return new StageProcess(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(log).toFile())
            .start());
  }

  /** The project's root, given by the build. */
  static Path root() {
    return Path.of(System.getProperty("hearsay.root"));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}

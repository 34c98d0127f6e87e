package org.hearsay.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.hearsay.local.LocalCluster;

/** Flink in a process of its own, which has nothing of Hearsay's but the class that starts it. */
final class FlinkProcess {
  private static final long PATIENCE_SECONDS = 240;

  /** The folder with the files of Flink SQL that people are given. */
  static final Path RECIPES = StageProcess.root().resolve("docs/sql/flink");

  private FlinkProcess() {}

  /**
   * Runs files of Flink SQL as people do: with the addresses of a cluster instead of those that
   * stand there.
   *
   * @param folder where the files with the right addresses and the log lie
   * @param names the files: tables first, then queries
   * @return for each query's file the rows that it gives, each a list of texts, NULL where there is
   *     nothing
   */
  static Map<String, List<List<String>>> run(LocalCluster cluster, Path folder, List<String> names)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "flink-", ".tsv");
    Path log = Files.createTempFile(folder, "flink-", ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                // As Flink's own scripts start it.
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath(),
                "org.hearsay.flink.RunSql"));
    for (String name : names) {
      command.add(addressed(cluster, folder, name).toString());
    }
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("Flink ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(() -> read(log)).isZero();
    return rows(Files.readAllLines(out, StandardCharsets.UTF_8));
  }

  private static Map<String, List<List<String>>> rows(List<String> lines) {
    Map<String, List<List<String>>> rows = new TreeMap<>();
    for (String line : lines) {
      List<String> cells = List.of(line.split("\t", -1));
      rows.computeIfAbsent(cells.get(0), file -> new ArrayList<>())
          .add(cells.subList(1, cells.size()));
    }
    return rows;
  }

  private static Path addressed(LocalCluster cluster, Path folder, String name) throws IOException {
    String sql = Files.readString(RECIPES.resolve(name), StandardCharsets.UTF_8);
    return Files.writeString(
        folder.resolve(name),
        sql.replace("broker:9092", cluster.bootstrapServers())
            .replace("http://registry:8081", cluster.registryUrl()));
  }

  /** As the module flink has laid it out. */
  private static String classPath() throws IOException {
    Path built = StageProcess.root().resolve("modules/flink/target");
    return String.join(
        File.pathSeparator,
        built.resolve("classes").toString(),
        Files.readString(built.resolve("class-path"), StandardCharsets.UTF_8).strip(),
        built.resolve("lib") + File.separator + "*");
  }

  private static String read(Path log) {
    try {
      return Files.readString(log, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }
}

package org.hearsay.cli.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hearsay.cli.Hearsay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stages and the broker log, in a process of its own: loggers are made once. */
class StageLogsIT {
  private static final String LOGGED = "(INFO|WARN|ERROR|DEBUG|TRACE) .*";

  private static final int PATIENCE_SECONDS = 300;

  @TempDir Path folder;

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file), StandardCharsets.UTF_8);
  }

  @Test
  void whatStagesLogDoesNotMixWithResults() throws IOException, InterruptedException {
    Path samples = Files.createDirectory(folder.resolve("samples"));
    Files.writeString(
        samples.resolve("page.txt"),
        "A bridge\n\nThe bridge over the Drava stays closed, the minister Mara Lind said.\n");
    Files.writeString(
        samples.resolve("pages.tsv"),
        "file\turl\tcontent-type\npage.txt\thttps://brod.example/bridge\ttext/plain\n");
    Process demo =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx2g",
                "-Dhearsay.registry.home=" + System.getProperty("hearsay.registry.home"),
                "-cp",
                System.getProperty("java.class.path"),
                Hearsay.class.getName(),
                "demo",
                "--verbose",
                "--data",
                folder.resolve("data").toString(),
                "--samples",
                samples.toString())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    boolean ended = demo.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    demo.destroyForcibly().waitFor();
    assertThat(ended).as("it ends: %s", lines("err")).isTrue();
    assertThat(demo.exitValue()).as("%s", lines("err")).isZero();
    assertThat(lines("out"))
        .anyMatch(line -> line.contains("Mara Lind"))
        .noneMatch(line -> line.matches(LOGGED));
    assertThat(lines("err")).anyMatch(line -> line.matches(LOGGED));
  }
}

package org.hearsay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code bin/hearsay} as people start it: a process, on what {@code package} has put together. It
 * lies in a folder of its own, where it finds everything built.
 */
class LauncherIT {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  /** What a process ends with that was told to stop. */
  private static final int TERMINATED = 143;

  private static final int PATIENCE_SECONDS = 120;

  /** In the file of a Java that says which it is. */
  private static final Pattern NEWER = Pattern.compile("JAVA_VERSION=\"(2[4-9]|[3-9][0-9])");

  @TempDir Path folder;

  private Path launcher;

  /** What a run said, and how it ended. */
  private record Said(int status, String out, String err) {
    /** That it failed, and the one line that it said. */
    String refusal() {
      assertThat(status).as(err).isEqualTo(1);
      assertThat(out).isEmpty();
      assertThat(err.lines()).as(err).hasSize(1);
      return err;
    }
  }

  @BeforeEach
  void layOut() throws IOException {
    launcher = home(folder.resolve("home of hearsay"));
  }

  /** Links out of a temporary folder are no business of JUnit's. */
  @AfterEach
  void removeLinks() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(file);
      }
    }
  }

  /** A copy of the launcher in a home where all is built. */
  private static Path home(Path home) throws IOException {
    Path dist = Files.createDirectories(home.resolve("modules/cli/target/dist"));
    for (String part : List.of("app", "lib", "models")) {
      Files.createSymbolicLink(
          dist.resolve(part), Path.of("target/dist", part).toAbsolutePath().normalize());
    }
    Files.createDirectories(home.resolve("modules/cli/src/main"));
    Files.createDirectories(home.resolve("modules/local/target"));
    Files.createSymbolicLink(
        home.resolve("modules/local/target/apicurio-registry"),
        ROOT.resolve("modules/local/target/apicurio-registry"));
    Files.createDirectories(home.resolve("schemas"));
    Files.createFile(home.resolve("pom.xml"));
    Files.createFile(home.resolve("modules/cli/pom.xml"));
    Files.createSymbolicLink(home.resolve("samples"), ROOT.resolve("samples"));
    Files.createDirectories(home.resolve("bin"));
    Files.createFile(dist.resolve(".built"));
    return Files.copy(ROOT.resolve("bin/hearsay"), home.resolve("bin/hearsay"));
  }

  /**
   * Starts lines of a shell, in which {@code $hearsay} is the launcher. They come from a file: the
   * arguments of a process are in the letters of this one's locale.
   */
  private Process start(String lines) throws IOException {
    Path script = Files.createTempFile(folder, "lines", ".sh");
    Files.writeString(script, "hearsay='" + launcher + "'\n" + lines, StandardCharsets.UTF_8);
    ProcessBuilder builder = new ProcessBuilder("bash", script.toString());
    // What the shell that runs the tests has set must not decide.
    builder.environment().keySet().removeIf(name -> name.startsWith("HEARSAY_"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private Said ended(Process process) throws InterruptedException, IOException {
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertThat(ended).as("it ends: %s", text("err")).isTrue();
    return new Said(process.exitValue(), text("out"), text("err"));
  }

  private Said run(String lines) throws IOException, InterruptedException {
    return ended(start(lines));
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
  }

  @Test
  void filesAndFoldersWithLettersThatTheLocaleLacksAreRead()
      throws IOException, InterruptedException {
    Said said =
        run(
            """
            mkdir 'Überfälle — März'
            printf 'A title\\n\\nThe bridge over the Drava stays closed.\\n' > 'Überfälle — März/böse — Š.txt'
            export LC_ALL=C
            "$hearsay" analyze --extract-only 'Überfälle — März' 'nö.txt'
            """);
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("Überfälle — März/böse — Š.txt", "The bridge over"),
            line -> assertThat(line).contains("nö.txt", "no such file"));
    assertThat(said.err().strip()).isEqualTo("hearsay: nö.txt: no such file");
  }

  @Test
  void itRunsFromAnotherFolderThroughALinkAndInAFolderWithSpacesAndUmlauts()
      throws IOException, InterruptedException {
    Said said =
        run(
            """
            mkdir 'Žuta kuća — zwei'
            cp -a 'home of hearsay' 'Žuta kuća — zwei/höme'
            ln -s "$PWD/Žuta kuća — zwei/höme/bin/hearsay" 'my hearsay'
            mkdir elsewhere
            cd elsewhere
            LC_ALL=C '../my hearsay' --version
            '../my hearsay' catalogue show kfor
            """);
    assertThat(said.err()).isEmpty();
    assertThat(said.status()).isZero();
    assertThat(said.out()).startsWith("hearsay ").contains("  - id: kfor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3 giga", "1m", "9000000g", "x", "-3g"})
  void aHeapThatJavaWouldNotStartWithIsRefusedInOneLine(String heap)
      throws IOException, InterruptedException {
    assertThat(run("HEARSAY_HEAP='" + heap + "' \"$hearsay\" --version").refusal())
        .startsWith("hearsay: HEARSAY_HEAP is " + heap);
  }

  @Test
  void aHeapThatIsTooSmallForTheWorkIsNamedInTheLastLine()
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("page.txt"), "A title\n\nThe bridge stays closed.\n");
    assertThat(run("HEARSAY_HEAP=64m \"$hearsay\" analyze page.txt").refusal())
        .startsWith("hearsay: Java's memory is too small")
        .contains("HEARSAY_HEAP");
  }

  /** Where distributions put them; CI has one beside that which builds. */
  private static List<Path> newerJavas() throws IOException {
    Path all = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    List<Path> out = new ArrayList<>();
    try (Stream<Path> files = Files.list(all)) {
      for (Path home : files.filter(file -> !Files.isSymbolicLink(file)).sorted().toList()) {
        Path release = home.resolve("release");
        if (Files.isExecutable(home.resolve("bin/java"))
            && Files.isRegularFile(release)
            && NEWER.matcher(Files.readString(release)).find()) {
          out.add(home);
        }
      }
    }
    return out;
  }

  /** Such Javas warn of native code and of access to memory that they were not told of. */
  @Test
  void aNewerJavaHasNothingToWarnOf() throws IOException, InterruptedException {
    List<Path> newer = newerJavas();
    assumeThat(newer).as("Javas from 24 on in /usr/lib/jvm").isNotEmpty();
    Files.writeString(
        folder.resolve("page.txt"), "A title\n\nThe bridge stays closed, Mara Lind said.\n");
    for (Path java : newer) {
      Said said =
          run(
              "export JAVA_HOME='%s'\n".formatted(java)
                  + "\"$hearsay\" query --pages page.txt --format csv"
                  + " 'select count(*) as n from claims'");
      assertThat(said.status()).as("%s: %s", java, said.err()).isZero();
      assertThat(said.out()).as("%s", java).isEqualTo("n\r\n1\r\n");
      assertThat(said.err().lines())
          .as("%s", java)
          .allSatisfy(line -> assertThat(line).startsWith("hearsay: "));
    }
  }

  /** At what moment a command is told to stop: when its output has this, empty for at once. */
  @ParameterizedTest
  @CsvSource({
    "demo, ''",
    "demo, starting a broker",
    "demo, they run",
    "demo, pages sent",
    "analyze --threads 2 samples, ''",
    "analyze --threads 2 samples, addresses as",
    "analyze --threads 2 samples, {",
    "clusters samples, addresses as",
  })
  void aCommandThatIsToldToStopEndsQuietlyAtAnyMoment(String command, String moment)
      throws IOException, InterruptedException {
    // Stopped while Java itself starts, too.
    Process process =
        start(
            "exec \"$hearsay\" "
                + command.replace("samples", "'" + ROOT.resolve("samples/pages") + "'"));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!(text("err") + text("out")).contains(moment) && System.nanoTime() < end) {
      assertThat(process.isAlive()).as(text("err")).isTrue();
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    // All of them, as Ctrl-C does.
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    Said said = ended(process);
    assertThat(said.status()).as(said.err()).isEqualTo(TERMINATED);
    assertThat(said.err().lines()).allSatisfy(line -> assertThat(line).startsWith("hearsay: "));
    assertThat(said.out().lines()).allSatisfy(line -> assertThat(line).startsWith("{"));
    assertThat(crashes()).as("reports of a crash").isEmpty();
  }

  private List<Path> crashes() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("hs_err")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

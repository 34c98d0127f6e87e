package org.hearsay.systemtests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearsay.systemtests.rules.SourceSizes.Kind;
import org.hearsay.systemtests.rules.SourceSizes.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No package, file, method or parameter list grows past what can be read at once. */
class SourceSizeTest {
  private static final String EXCEPTIONS = "size-exceptions.txt";

  @TempDir Path folder;

  private static List<Path> sources() throws IOException {
    try (Stream<Path> modules = Files.list(House.MODULES)) {
      return modules
          .map(module -> module.resolve("src"))
          .filter(Files::isDirectory)
          .flatMap(SourceSizeTest::javaFiles)
          .sorted()
          .toList();
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nothingIsTooLargeButWhatIsExceptedWithAReason() throws IOException {
    Map<String, String> exceptions = House.reasons(EXCEPTIONS);
    List<Path> sources = sources();
    List<Measure> large =
        Stream.concat(SourceSizes.of(sources).stream(), SourceSizes.ofPackages(sources).stream())
            .filter(Measure::isTooLarge)
            .toList();
    assertThat(
            large.stream()
                .filter(measure -> !exceptions.containsKey(measure.key()))
                .map(m -> m.key() + " has " + m.size() + ", at most " + m.kind().most()))
        .as("make these smaller, or say in %s why they are so large", EXCEPTIONS)
        .isEmpty();
    TreeSet<String> unneeded = new TreeSet<>(exceptions.keySet());
    large.forEach(measure -> unneeded.remove(measure.key()));
    assertThat(unneeded).as("these are small enough: take them out of %s", EXCEPTIONS).isEmpty();
  }

  @Test
  void ofAPackageTheFilesOfMainCodeAreCounted() {
    Path main = Path.of("..", "tea", "src", "main", "java", "org", "tea");
    Path test = Path.of("..", "tea", "src", "test", "java", "org", "tea");
    List<Path> files =
        List.of(
            main.resolve("Cup.java"),
            main.resolve("Pot.java"),
            main.resolve("package-info.java"),
            main.resolve("leaves").resolve("Green.java"),
            test.resolve("CupTest.java"));
    assertThat(SourceSizes.ofPackages(files).stream().map(m -> m.key() + " " + m.size()))
        .containsExactly("PACKAGE org.tea 2", "PACKAGE org.tea.leaves 1");
    assertThat(new Measure(Kind.PACKAGE, "org.tea", 15, main).isTooLarge()).isFalse();
    assertThat(new Measure(Kind.PACKAGE, "org.tea", 16, main).isTooLarge()).isTrue();
  }

  @Test
  void linesAndParametersAreCountedAsTheyStand() throws IOException {
    Path file = folder.resolve("Wide.java");
    Files.writeString(
        file,
        """
        /** A record. */
        record Wide(int a, int b, int c) {
          static final int NONE = 0;

          Wide(int a) {
            this(a, NONE, NONE);
          }

          @Override
          public String toString() {
            return "wide";
          }

          enum Kind {
            ONE;

            Kind() {}
          }
        }
        """);
    assertThat(
            SourceSizes.of(List.of(file)).stream()
                .map(m -> m.key() + " " + m.size())
                .collect(Collectors.toList()))
        .containsExactlyInAnyOrder(
            "FILE Wide.java 19",
            "PARAMETERS Wide 3",
            "METHOD Wide 3",
            "PARAMETERS Wide 1",
            "METHOD Wide.toString 4",
            "METHOD Kind 1",
            "PARAMETERS Kind 0");
  }
}

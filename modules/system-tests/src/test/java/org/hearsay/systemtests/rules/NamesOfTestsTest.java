package org.hearsay.systemtests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Maven runs what is called …Test or …IT, and leaves out the rest without a word. */
class NamesOfTestsTest {
  private static final Pattern TEST =
      Pattern.compile("(?m)^\\s*@(?:Test|ParameterizedTest|RepeatedTest|Property|Example)\\b");

  @Test
  void everyClassWithTestsIsCalledSoThatTheyRun() throws IOException {
    List<String> left = new ArrayList<>();
    int run = 0;
    for (Path file : sources()) {
      String name = String.valueOf(file.getFileName());
      if (!TEST.matcher(Files.readString(file, StandardCharsets.UTF_8)).find()) {
        continue;
      }
      if (name.endsWith("Test.java") || name.endsWith("IT.java")) {
        run++;
      } else {
        left.add(name);
      }
    }
    assertThat(left).isEmpty();
    assertThat(run).isGreaterThan(100);
  }

  private static List<Path> sources() throws IOException {
    List<Path> out = new ArrayList<>();
    try (Stream<Path> modules = Files.list(House.MODULES)) {
      for (Path module : modules.toList()) {
        Path tests = module.resolve("src/test/java");
        if (Files.isDirectory(tests)) {
          out.addAll(javaFiles(tests));
        }
      }
    }
    return out;
  }

  private static List<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

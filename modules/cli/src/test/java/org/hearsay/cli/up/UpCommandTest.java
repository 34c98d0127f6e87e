package org.hearsay.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hearsay.cli.Hearsay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class UpCommandTest {
  @TempDir Path folder;

  @Test
  void mistakesInSearchesAreAllToldBeforeAnythingIsStarted() throws IOException {
    Path searches =
        Files.writeString(
            folder.resolve("searches.yaml"), "- name: a\n  filter: x=1\n- filter: form=WRONG\n");
    Path data = folder.resolve("data");
    StringWriter err = new StringWriter();
    CommandLine line = Hearsay.commandLine(Map.of(), () -> false);
    line.setErr(new PrintWriter(err, true));

    assertThat(line.execute("up", data.toString(), "--searches", searches.toString())).isNotZero();

    assertThat(err.toString())
        .contains("searches.yaml:2: filter: x", "searches.yaml:3: name is missing")
        .contains("searches.yaml:3: filter: form");
    assertThat(data).doesNotExist();
  }
}

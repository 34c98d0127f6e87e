package org.hearsay.cli.stages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.cli.options.UserException;
import org.jspecify.annotations.Nullable;

/**
 * One page of the demo.
 *
 * @param file where it lies
 * @param url the address that it is said to come from
 * @param contentType as an HTTP response would name it
 */
record SamplePage(Path file, String url, String contentType) {

  /** The pages that pages.tsv in the folder lists. */
  static List<SamplePage> in(Path folder) throws IOException {
    List<SamplePage> out = new ArrayList<>();
    List<String> lines = Files.readAllLines(folder.resolve("pages.tsv"), StandardCharsets.UTF_8);
    for (int i = 1; i < lines.size(); i++) {
      String[] columns = lines.get(i).split("\t", -1);
      if (columns.length < 3) {
        throw new UserException(
            folder.resolve("pages.tsv") + ":" + (i + 1) + ": needs file, url and content-type");
      }
      out.add(new SamplePage(folder.resolve(columns[0]), columns[1], columns[2]));
    }
    return out;
  }

  /**
   * The folder of the project's own.
   *
   * @throws UserException when it is not where the launcher says
   */
  static Path folder() {
    @Nullable String home = System.getProperty("hearsay.home");
    Path out = Path.of(home == null ? "." : home, "samples");
    if (!Files.exists(out.resolve("pages.tsv"))) {
      throw new UserException("no sample pages in " + out + "; name their folder with --samples");
    }
    return out;
  }
}

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
  private static final String LIST = "pages.tsv";

  /**
   * The pages that pages.tsv in the folder lists.
   *
   * @throws UserException when it cannot be read, or names a file that there is not
   */
  static List<SamplePage> in(Path folder) {
    Path list = folder.resolve(LIST);
    List<String> lines;
    try {
      lines = Files.readAllLines(list, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UserException(
          list + ": " + UserException.why(e) + "; --samples wants a folder with " + LIST, e);
    }
    List<SamplePage> out = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String place = list + ":" + (i + 1) + ": ";
      String[] columns = lines.get(i).split("\t", -1);
      if (columns.length < 3) {
        throw new UserException(place + "needs file, url and content-type, with tabs between them");
      }
      Path file = folder.resolve(columns[0]);
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new UserException(place + file + ": no such file");
      }
      out.add(new SamplePage(file, columns[1], columns[2]));
    }
    if (out.isEmpty()) {
      throw new UserException(list + ": names no page");
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
    if (!Files.exists(out.resolve(LIST))) {
      throw new UserException("no sample pages in " + out + "; name their folder with --samples");
    }
    return out;
  }
}

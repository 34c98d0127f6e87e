package org.hearsay.cli.up;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The addresses that were fetched, a line each in a file: no feed names them anew. Of very many the
 * oldest are forgotten, which no feed has any more. Not safe for use by several threads.
 */
final class FetchedNames {
  private static final int MOST = 200_000;

  private final Path file;
  private final Set<String> names;

  /**
   * Those of a file, which need not be there yet.
   *
   * @throws IOException when it cannot be read
   */
  FetchedNames(Path file) throws IOException {
    this.file = file;
    List<String> lines =
        Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    if (lines.size() > MOST) {
      lines = lines.subList(lines.size() - MOST / 2, lines.size());
      Path shorter = file.resolveSibling(file.getFileName() + ".tmp");
      Files.write(shorter, lines, StandardCharsets.UTF_8);
      Files.move(shorter, file, StandardCopyOption.REPLACE_EXISTING);
    }
    // What a process was killed in the middle of writing is a name that nothing has.
    this.names = new LinkedHashSet<>(lines);
  }

  boolean has(String name) {
    return names.contains(name);
  }

  /**
   * Notes one.
   *
   * @throws IOException when that cannot be written
   */
  void add(String name) throws IOException {
    if (names.add(name)) {
      Files.writeString(
          file,
          name + System.lineSeparator(),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }
}

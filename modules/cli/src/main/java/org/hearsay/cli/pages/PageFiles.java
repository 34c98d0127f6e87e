package org.hearsay.cli.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.cli.options.UserException;
import org.hearsay.sources.Sources;

/** The files that a command line names. */
final class PageFiles {
  private PageFiles() {}

  /**
   * The files in the order named; of a folder those in it and under it, by name.
   *
   * @throws UserException when a folder cannot be read or holds no file
   */
  static List<String> of(List<String> named) {
    List<String> out = new ArrayList<>();
    for (String name : named) {
      if (name.equals("-") || !Files.isDirectory(Path.of(name))) {
        out.add(name);
        continue;
      }
      List<Path> files;
      try {
        files = Sources.files(Path.of(name));
      } catch (IOException e) {
        throw new UserException(name + ": the folder cannot be read: " + UserException.why(e), e);
      }
      if (files.isEmpty()) {
        throw new UserException(name + ": no file in this folder");
      }
      files.forEach(file -> out.add(file.toString()));
    }
    return out;
  }
}

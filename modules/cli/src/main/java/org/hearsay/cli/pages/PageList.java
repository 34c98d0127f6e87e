package org.hearsay.cli.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.options.UserException;
import org.hearsay.entities.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * The file pages.tsv of a folder: a line for each page under it, with where it was fetched. A file
 * catalogue/outlets.yaml beside it says whom those addresses belong to.
 *
 * @param folder where it lies
 * @param pages the pages, in its order
 */
public record PageList(Path folder, List<ListedPage> pages) {
  private static final String LIST = "pages.tsv";
  private static final String HEADER = "file\turl\tcontent-type";
  private static final String OUTLETS = "catalogue/outlets.yaml";

  /**
   * One page.
   *
   * @param file where it lies
   * @param url the address that it was fetched from
   * @param contentType as the HTTP response named it
   */
  public record ListedPage(Path file, String url, String contentType) {}

  /** Keeps its own copy of the list. */
  public PageList {
    pages = List.copyOf(pages);
  }

  /**
   * The one of a folder.
   *
   * @throws UserException when it cannot be read, or names a file that there is not
   */
  public static PageList in(Path folder) {
    return read(folder, true);
  }

  /**
   * The same where pages come and go: what it names need not be there.
   *
   * @throws UserException when it cannot be read
   */
  public static PageList whereverItsPagesAre(Path folder) {
    return read(folder, false);
  }

  private static PageList read(Path folder, boolean there) {
    Path list = folder.resolve(LIST);
    List<ListedPage> out = new ArrayList<>();
    int number = 0;
    for (String line : lines(list)) {
      number++;
      String place = list + ":" + number + ": ";
      if (number == 1) {
        if (!line.equals(HEADER)) {
          throw new UserException(
              place + "needs the words file, url and content-type, with tabs between them");
        }
        continue;
      }
      String[] columns = line.split("\t", -1);
      if (columns.length < 3) {
        throw new UserException(place + "needs file, url and content-type, with tabs between them");
      }
      Path file = folder.resolve(columns[0]);
      if (there && (!Files.isReadable(file) || Files.isDirectory(file))) {
        throw new UserException(place + file + ": no such file");
      }
      out.add(new ListedPage(file, columns[1], columns[2]));
    }
    if (there && out.isEmpty()) {
      throw new UserException(list + ": names no page");
    }
    return new PageList(folder, out);
  }

  private static List<String> lines(Path list) {
    try {
      return Files.readAllLines(list, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UserException(
          list + ": " + UserException.why(e) + "; --samples wants a folder with " + LIST, e);
    }
  }

  /** Whether a folder has one; a file of that name may be anything. */
  static boolean isIn(Path folder) {
    Path list = folder.resolve(LIST);
    if (!Files.isReadable(list) || Files.isDirectory(list)) {
      return false;
    }
    List<String> lines = lines(list);
    return !lines.isEmpty() && lines.get(0).equals(HEADER);
  }

  /**
   * The folder of the project's own.
   *
   * @throws UserException when it is not where the launcher says
   */
  public static Path samples() {
    @Nullable String home = System.getProperty("hearsay.home");
    Path out = Path.of(home == null ? "." : home, "samples");
    if (!isIn(out)) {
      throw new UserException("no sample pages in " + out + "; name their folder with --samples");
    }
    return out;
  }

  /** Where the list of a folder is, if there is one. */
  public static Path at(Path folder) {
    return folder.resolve(LIST);
  }

  /** The list itself. */
  Path file() {
    return at(folder);
  }

  /** The file of outlets beside it, where there is one. */
  Optional<Path> outlets() {
    return Optional.of(outletsAt(folder)).filter(Files::isRegularFile);
  }

  /** Where the file of outlets beside the list of a folder is, if there is one. */
  public static Path outletsAt(Path folder) {
    return folder.resolve(OUTLETS);
  }

  /** The built-in catalogue, and the outlets beside the list. */
  public Catalogue catalogue() {
    return CatalogueOptions.with(outlets().stream().toList());
  }
}

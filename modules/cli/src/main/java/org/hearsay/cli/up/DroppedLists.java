package org.hearsay.cli.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.pages.PageList;
import org.hearsay.cli.pages.PageList.ListedPage;
import org.jspecify.annotations.Nullable;

/**
 * The lists pages.tsv in a folder and in those under it: they say where the pages beside and under
 * them were fetched, and stay when those are taken. Not safe for use by several threads.
 */
final class DroppedLists {
  private final Path root;
  private final Map<Path, Read> lists = new HashMap<>();

  /**
   * A list as it was at some time.
   *
   * @param at when it was changed last
   * @param pages what it names, by path
   * @param fault what is wrong with it, or null
   */
  private record Read(FileTime at, Map<Path, ListedPage> pages, @Nullable String fault) {}

  /** In that folder. */
  DroppedLists(Path root) {
    this.root = root;
  }

  /**
   * What the nearest list says of a page; nothing where none names it.
   *
   * @throws UserException when the list above it cannot be read: who mends it has its pages taken
   */
  Optional<ListedPage> of(Path file) {
    Path above = file.getParent();
    while (above != null && above.startsWith(root)) {
      Optional<Read> list = list(above);
      if (list.isPresent()) {
        @Nullable String fault = list.get().fault();
        if (fault != null) {
          throw new UserException(fault);
        }
        @Nullable ListedPage page = list.get().pages().get(file.normalize());
        if (page != null) {
          return Optional.of(page);
        }
      }
      above = above.getParent();
    }
    return Optional.empty();
  }

  /** Whether a file is a list, or lies in the catalogue beside one: no page. */
  boolean isPartOfOne(Path file) {
    Path above = file.getParent();
    Path from = file;
    while (above != null && above.startsWith(root)) {
      Path list = PageList.at(above);
      if (file.equals(list)
          || (from.getFileName().toString().equals("catalogue") && Files.exists(list))) {
        return true;
      }
      from = above;
      above = above.getParent();
    }
    return false;
  }

  /** Whether a file says whose the addresses of a list are. */
  static boolean isOfOutlets(Path file) {
    Path above = file.getParent();
    Path folder = above == null ? null : above.getParent();
    return folder != null
        && file.equals(PageList.outletsAt(folder))
        && Files.exists(PageList.at(folder));
  }

  private Optional<Read> list(Path folder) {
    Path file = PageList.at(folder);
    FileTime at;
    try {
      at = Files.getLastModifiedTime(file);
    } catch (IOException e) {
      lists.remove(folder);
      return Optional.empty();
    }
    @Nullable Read known = lists.get(folder);
    if (known == null || !known.at().equals(at)) {
      known = read(folder, at);
      lists.put(folder, known);
    }
    return Optional.of(known);
  }

  private static Read read(Path folder, FileTime at) {
    Map<Path, ListedPage> pages = new LinkedHashMap<>();
    try {
      PageList.whereverItsPagesAre(folder)
          .pages()
          .forEach(page -> pages.put(page.file().normalize(), page));
      return new Read(at, pages, null);
    } catch (UserException e) {
      return new Read(at, pages, e.getMessage());
    }
  }
}

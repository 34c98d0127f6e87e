package org.hearsay.cli.pages;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.pages.PageList.ListedPage;
import org.hearsay.entities.Catalogue;
import org.hearsay.sources.Sources;
import org.jspecify.annotations.Nullable;

/**
 * The files that a command line names, and the lists that say where they were fetched.
 *
 * @param files in the order named, each once; of a folder those that its list names, else those in
 *     it and under it, by name
 * @param lists the lists that have one of them, see {@link PageList}
 */
public record PageFiles(List<PageFile> files, List<PageList> lists) {
  /** How far above a page its list may lie, in folders. */
  private static final int FURTHEST = 3;

  /** Keeps its own copies of the lists. */
  public PageFiles {
    files = List.copyOf(files);
    lists = List.copyOf(lists);
  }

  /**
   * The files that are named.
   *
   * @throws UserException when a folder cannot be read or holds no file
   */
  public static PageFiles of(List<String> named) {
    FoundLists found = new FoundLists();
    List<PageFile> files = new ArrayList<>();
    for (String name : new LinkedHashSet<>(names(named))) {
      files.add(found.file(name));
    }
    return new PageFiles(files, List.copyOf(found.used));
  }

  private static List<String> names(List<String> named) {
    List<String> out = new ArrayList<>();
    for (String name : named) {
      if (name.equals("-") || !Files.isDirectory(Path.of(name))) {
        out.add(name);
        continue;
      }
      if (PageList.isIn(Path.of(name))) {
        PageList.in(Path.of(name)).pages().forEach(page -> out.add(page.file().toString()));
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

  /**
   * The built-in catalogue, what the options add, and the outlets beside the lists.
   *
   * @param err is told which lists and outlets are used
   */
  public Catalogue catalogue(CatalogueOptions options, PrintWriter err) {
    Set<Path> more = new LinkedHashSet<>(options.files);
    for (PageList list : lists) {
      Optional<Path> outlets = list.outlets();
      outlets.ifPresent(more::add);
      err.printf(
          "hearsay: addresses as %s says%s%n",
          shown(list.file()),
          outlets.map(file -> ", outlets as " + shown(file) + " does").orElse(""));
    }
    return CatalogueOptions.with(List.copyOf(more));
  }

  /** As one would type it here. */
  private static Path shown(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return file.startsWith(here) ? here.relativize(file) : file;
  }

  /** The lists found so far. */
  private static final class FoundLists {
    private final Map<Path, Map<Path, ListedPage>> byFolder = new HashMap<>();
    private final Map<Path, PageList> lists = new HashMap<>();
    private final Set<PageList> used = new LinkedHashSet<>();

    PageFile file(String name) {
      if (name.equals("-")) {
        return PageFile.of(name);
      }
      Path file = Path.of(name).toAbsolutePath().normalize();
      @Nullable Path above = file.getParent();
      for (int i = 0; i <= FURTHEST && above != null; i++) {
        @Nullable ListedPage listed = pages(above).get(file);
        if (listed != null) {
          used.add(Objects.requireNonNull(lists.get(above)));
          return new PageFile(name, listed.url(), listed.contentType());
        }
        above = above.getParent();
      }
      return PageFile.of(name);
    }

    /** The pages that a folder's list names, by their paths; none without a list. */
    private Map<Path, ListedPage> pages(Path folder) {
      return byFolder.computeIfAbsent(
          folder,
          one -> {
            Map<Path, ListedPage> out = new HashMap<>();
            if (PageList.isIn(one)) {
              PageList list = PageList.in(one);
              lists.put(one, list);
              list.pages().forEach(page -> out.put(page.file().normalize(), page));
            }
            return out;
          });
    }
  }
}

package org.hearsay.cli.options;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.CatalogueException;
import org.hearsay.entities.CatalogueSource;
import picocli.CommandLine.Option;

/** Which catalogue of entities and outlets is used. */
public final class CatalogueOptions {
  @Option(
      names = "--catalogue",
      paramLabel = "FILE",
      description = "A YAML file of entities or outlets beside the built-in ones; may be repeated.")
  public List<Path> files = new ArrayList<>();

  /** The built-in catalogue and what the files add. */
  public Catalogue load() {
    return with(files);
  }

  /**
   * The built-in catalogue and what the given files add.
   *
   * @throws UserException when a file cannot be read or holds a problem
   */
  public static Catalogue with(List<Path> files) {
    try {
      return Catalogue.builtInAnd(sources(files));
    } catch (CatalogueException e) {
      int more = e.problems().size() - 1;
      throw new UserException(
          e.problems().get(0)
              + (more == 0 ? "" : "; and " + more + " more, which hearsay catalogue check lists"),
          e);
    }
  }

  /**
   * The files as they are, not checked yet.
   *
   * @throws UserException when one cannot be read
   */
  public static List<CatalogueSource> sources(List<Path> files) {
    List<CatalogueSource> sources = new ArrayList<>();
    for (Path file : files) {
      try {
        sources.add(
            new CatalogueSource(file.toString(), Files.readString(file, StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UserException(
            "cannot read the catalogue file " + file + ": " + UserException.why(e), e);
      }
    }
    return sources;
  }
}

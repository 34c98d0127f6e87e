package org.hearsay.cli.catalogue;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.CatalogueException;
import org.hearsay.entities.CatalogueSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with catalogue files. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Says what is wrong with catalogue files, beside the built-in catalogue: each problem with",
      "its file and line. Exit status 1 where there is one. Names that may be taken for something",
      "else, such as acronyms that are words or that others have too, are told as notes; without a",
      "FILE, those of the built-in catalogue."
    })
final class CheckCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "FILE", description = "YAML files.")
  List<Path> files = List.of();

  @Option(names = "--alone", description = "Check the files without the built-in catalogue.")
  boolean alone;

  @Option(names = "--strict", description = "Exit status 1 also where there is a note.")
  boolean strict;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      List<CatalogueSource> sources = CatalogueOptions.sources(files);
      Catalogue catalogue = alone ? Catalogue.load(sources) : Catalogue.builtInAnd(sources);
      List<String> doubtful = Catalogue.doubtful(sources);
      doubtful.forEach(doubt -> out.println(doubt.replaceFirst(": ", ": note: ")));
      out.println(
          catalogue.entities().size()
              + " entities and "
              + catalogue.outlets().size()
              + " outlets, nothing wrong"
              + (doubtful.isEmpty() ? "" : ", " + doubtful.size() + " notes"));
      return strict && !doubtful.isEmpty() ? 1 : 0;
    } catch (CatalogueException e) {
      e.problems().forEach(out::println);
      return 1;
    }
  }
}

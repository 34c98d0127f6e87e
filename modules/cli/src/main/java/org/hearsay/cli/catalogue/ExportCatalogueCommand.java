package org.hearsay.cli.catalogue;

import java.util.concurrent.Callable;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.CatalogueWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the whole catalogue. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Prints the whole catalogue as YAML that can be edited and published again.")
final class ExportCatalogueCommand implements Callable<Integer> {
  @Mixin Looked looked;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    Catalogue catalogue = looked.load();
    spec.commandLine()
        .getOut()
        .print(CatalogueWriter.yaml(catalogue.entities(), catalogue.outlets()));
    spec.commandLine().getOut().flush();
    return 0;
  }
}

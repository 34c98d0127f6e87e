package org.hearsay.cli.catalogue;

import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.cli.options.UserException;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.CatalogueWriter;
import org.hearsay.entities.Entity;
import org.hearsay.entities.Outlet;
import org.hearsay.text.Fold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows entries. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows the entries of an id, or of a name or a part of one, as YAML.")
final class ShowCommand implements Callable<Integer> {
  @Mixin Looked looked;

  @Parameters(paramLabel = "NAME", description = "An id, or a name or a part of one.")
  String name;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    Catalogue catalogue = looked.load();
    String folded = Fold.name(name);
    List<Entity> entities =
        catalogue.entities().stream()
            .filter(
                e ->
                    e.id().equals(name)
                        || has(folded, e.name(), e.aliases())
                        || has(folded, e.name(), e.shared())
                        || has(folded, e.name(), e.bare()))
            .toList();
    List<Outlet> outlets =
        catalogue.outlets().stream()
            .filter(
                o ->
                    o.id().equals(name)
                        || has(folded, o.name(), o.aliases())
                        || has(folded, o.name(), o.shared())
                        || o.hosts().contains(name))
            .toList();
    if (entities.isEmpty() && outlets.isEmpty()) {
      throw new UserException("the catalogue knows nothing by the name " + name);
    }
    spec.commandLine().getOut().print(CatalogueWriter.yaml(entities, outlets));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private static boolean has(String folded, String name, List<String> names) {
    return Fold.name(name).contains(folded)
        || names.stream().anyMatch(n -> Fold.name(n).contains(folded));
  }
}

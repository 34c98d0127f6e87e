package org.hearsay.cli.catalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.topics.RecordPublisher;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.Entity;
import org.hearsay.entities.EntityType;
import org.hearsay.entities.Outlet;
import org.hearsay.records.topics.Topics;
import org.hearsay.topology.records.CatalogueRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts catalogue files into the catalogue's topics. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Puts the entries of catalogue files into the catalogue's topics: each takes the place of the",
      "entry with its id. Files that hold a problem are refused as a whole."
    })
final class PublishCommand implements Callable<Integer> {
  @Mixin ClusterOptions cluster;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "YAML files.")
  List<Path> files = List.of();

  @Option(names = "--built-in", description = "Publish the built-in catalogue too.")
  boolean builtIn;

  @Option(
      names = "--remove",
      paramLabel = "ID",
      description = "Leave the entry with this id out, built-in or not; may be repeated.")
  List<String> removed = List.of();

  @Option(
      names = "--reset",
      paramLabel = "ID",
      description = "Take back what was published for this id; may be repeated.")
  List<String> reset = List.of();

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Catalogue known = Catalogue.builtIn();
    Catalogue catalogue = CatalogueOptions.with(files);
    int sent;
    try (RecordPublisher publisher = new RecordPublisher(cluster.client(), cluster.registry())) {
      sent =
          entries(known, catalogue, publisher) + leftOut(known, publisher) + takenBack(publisher);
      publisher.confirm();
    }
    spec.commandLine()
        .getErr()
        .println("hearsay: " + sent + (sent == 1 ? " entry" : " entries") + " published");
    return 0;
  }

  /** Sends the entries that the built-in catalogue does not have as they are. */
  private int entries(Catalogue known, Catalogue catalogue, RecordPublisher publisher) {
    Topics topics = cluster.topics();
    int sent = 0;
    for (Entity entity : catalogue.entities()) {
      if (builtIn || known.entity(entity.id()).filter(entity::equals).isEmpty()) {
        publisher.send(topics.entities(), entity.id(), CatalogueRecords.record(entity));
        sent++;
      }
    }
    for (Outlet outlet : catalogue.outlets()) {
      if (builtIn || known.outlet(outlet.id()).filter(outlet::equals).isEmpty()) {
        publisher.send(topics.outlets(), outlet.id(), CatalogueRecords.record(outlet));
        sent++;
      }
    }
    return sent;
  }

  private int leftOut(Catalogue known, RecordPublisher publisher) {
    Topics topics = cluster.topics();
    for (String id : removed) {
      if (known.outlet(id).isPresent()) {
        publisher.send(
            topics.outlets(),
            id,
            org.hearsay.records.Outlet.newBuilder().setId(id).setName(id).setRemoved(true).build());
      } else {
        publisher.send(
            topics.entities(),
            id,
            org.hearsay.records.Entity.newBuilder()
                .setId(id)
                .setName(id)
                .setType(EntityType.OTHER.name())
                .setRemoved(true)
                .build());
      }
    }
    return removed.size();
  }

  private int takenBack(RecordPublisher publisher) {
    Topics topics = cluster.topics();
    for (String id : reset) {
      publisher.send(topics.entities(), id, null);
      publisher.send(topics.outlets(), id, null);
    }
    return reset.size();
  }
}

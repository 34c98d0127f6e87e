package org.hearsay.cli;

import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.hearsay.analysis.Analyzer;
import org.hearsay.analysis.Publisher;
import org.hearsay.entities.Catalogue;
import org.hearsay.page.PageReader;
import org.hearsay.registry.AvroSerdes;
import org.hearsay.server.StageRunner;
import org.hearsay.server.StageSettings;
import org.hearsay.topology.AnnotateStage;
import org.hearsay.topology.ReadStage;
import org.hearsay.topology.ValueSerdes;
import org.jspecify.annotations.Nullable;

/** The stages of one process with all that they hold: models, serdes, stream threads. */
final class Stages implements AutoCloseable {
  /** Every stage, in the order of the stream. */
  static final List<String> NAMES = List.of(ReadStage.NAME, AnnotateStage.NAME);

  private final AvroSerdes serdes;
  private final @Nullable Analyzer analyzer;
  private final StageRunner runner;

  private Stages(AvroSerdes serdes, @Nullable Analyzer analyzer, StageRunner runner) {
    this.serdes = serdes;
    this.analyzer = analyzer;
    this.runner = runner;
  }

  /** Builds the named stages; models are loaded only where a stage needs them. */
  static Stages build(StageSettings settings, Catalogue catalogue, Set<String> names) {
    AvroSerdes avro = AvroSerdes.create(settings.registry());
    ValueSerdes serdes =
        new ValueSerdes() {
          @Override
          public <V extends SpecificRecord> Serde<V> of(Class<V> type) {
            return avro.value(type);
          }
        };
    StageRunner runner = new StageRunner(settings);
    if (names.contains(ReadStage.NAME)) {
      runner.add(
          ReadStage.NAME,
          new ReadStage(settings.topics(), serdes, new PageReader(), new Publisher(catalogue))
              .topology());
    }
    @Nullable Analyzer analyzer = null;
    if (names.contains(AnnotateStage.NAME)) {
      analyzer = Analyzer.load(catalogue);
      runner.add(
          AnnotateStage.NAME, new AnnotateStage(settings.topics(), serdes, analyzer).topology());
    }
    return new Stages(avro, analyzer, runner);
  }

  StageRunner runner() {
    return runner;
  }

  @Override
  public void close() {
    runner.close();
    if (analyzer != null) {
      analyzer.close();
    }
    serdes.close();
  }
}

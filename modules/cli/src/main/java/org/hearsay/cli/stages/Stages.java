package org.hearsay.cli.stages;

import java.util.Set;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.Topology;
import org.hearsay.analysis.Analyzer;
import org.hearsay.analysis.publishing.Publisher;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.encoder.sentences.MeaningEncoder;
import org.hearsay.entities.Catalogue;
import org.hearsay.page.PageReader;
import org.hearsay.records.topics.Stage;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.hearsay.registry.AvroSerdes;
import org.hearsay.server.StageRunner;
import org.hearsay.server.StageSettings;
import org.hearsay.text.languages.ReadingLanguage;
import org.hearsay.topology.ValueSerdes;
import org.hearsay.topology.annotate.AnnotateStage;
import org.hearsay.topology.profile.ProfileStage;
import org.hearsay.topology.profile.ProfileWindows;
import org.hearsay.topology.read.ReadStage;
import org.hearsay.topology.stores.FormerState;
import org.hearsay.topology.trace.TraceStage;
import org.jspecify.annotations.Nullable;

/** The stages of one process with all that they hold: models, serdes, stream threads. */
final class Stages implements AutoCloseable {
  private final AvroSerdes serdes;
  private final Models models;
  private final StageRunner runner;
  private boolean closed;

  private Stages(AvroSerdes serdes, Models models, StageRunner runner) {
    this.serdes = serdes;
    this.models = models;
    this.runner = runner;
  }

  /**
   * Builds stages.
   *
   * @param models is asked for them once the registry has been: it may refuse
   * @throws org.hearsay.registry.RegistryException when the registry is away or refuses a schema
   */
  static Stages build(
      StageSettings settings,
      Catalogue catalogue,
      Supplier<Models> models,
      ProfileWindows windows,
      Set<Stage> wanted) {
    AvroSerdes avro = ClusterOptions.serdes(settings.registry());
    Topics topics = settings.topics();
    wanted.forEach(stage -> topics.writtenBy(stage).forEach(topic -> prepare(avro, topic)));
    ValueSerdes serdes = values(avro);
    Models loaded = models.get();
    @Nullable Analyzer analyzer = loaded.analyzer();
    @Nullable MeaningEncoder meanings = loaded.meanings();
    StageRunner runner = new StageRunner(settings);
    if (wanted.contains(Stage.READ)) {
      Publisher publisher = new Publisher(catalogue);
      add(
          runner,
          Stage.READ,
          new ReadStage(topics, serdes, new PageReader(), publisher).topology(),
          FormerState.NONE);
    }
    if (analyzer != null) {
      add(
          runner,
          Stage.ANNOTATE,
          new AnnotateStage(topics, serdes, analyzer).topology(),
          FormerState.NONE);
    }
    if (wanted.contains(Stage.TRACE)) {
      add(
          runner,
          Stage.TRACE,
          new TraceStage(topics, serdes, TraceStage.RETENTION, ReadingLanguage.CODE).topology(),
          TraceStage.FORMER);
    }
    if (meanings != null) {
      add(
          runner,
          Stage.PROFILE,
          new ProfileStage(topics, serdes, windows, meanings::meaning, ReadingLanguage.CODE)
              .topology(),
          ProfileStage.FORMER);
    }
    return new Stages(avro, loaded, runner);
  }

  private static void add(StageRunner runner, Stage stage, Topology topology, FormerState former) {
    runner.add(stage.label(), topology, former);
  }

  private static ValueSerdes values(AvroSerdes avro) {
    return new ValueSerdes() {
      @Override
      public <V extends SpecificRecord> Serde<V> of(Class<V> type) {
        return avro.value(type);
      }
    };
  }

  /** A registry that is away, or refuses a schema, is noticed before the first record. */
  private static void prepare(AvroSerdes serdes, Topic<?> output) {
    @Nullable Class<? extends SpecificRecord> type = output.value();
    if (type != null) {
      serdes.value(type).prepare(output.name());
    }
  }

  StageRunner runner() {
    return runner;
  }

  /** Stops the stages and lets go of the models. A second call does nothing, but waits. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    runner.close();
    models.close();
    serdes.close();
  }
}

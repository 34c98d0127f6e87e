package org.hearsay.cli.stages;

import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.hearsay.analysis.Analyzer;
import org.hearsay.analysis.Publisher;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.encoder.sentences.MeaningEncoder;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.entities.Catalogue;
import org.hearsay.framing.Lexicon;
import org.hearsay.page.PageReader;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.hearsay.registry.AvroSerdes;
import org.hearsay.server.StageRunner;
import org.hearsay.server.StageSettings;
import org.hearsay.topology.ProfileStage;
import org.hearsay.topology.ProfileWindows;
import org.hearsay.topology.ValueSerdes;
import org.hearsay.topology.annotate.AnnotateStage;
import org.hearsay.topology.read.ReadStage;
import org.hearsay.topology.trace.TraceStage;
import org.jspecify.annotations.Nullable;

/** The stages of one process with all that they hold: models, serdes, stream threads. */
final class Stages implements AutoCloseable {
  /** Every stage, in the order of the stream. */
  static final List<String> NAMES =
      List.of(ReadStage.NAME, AnnotateStage.NAME, TraceStage.NAME, ProfileStage.NAME);

  private final AvroSerdes serdes;
  private final @Nullable Analyzer analyzer;
  private final @Nullable MeaningEncoder meanings;
  private final StageRunner runner;
  private boolean closed;

  private Stages(
      AvroSerdes serdes,
      @Nullable Analyzer analyzer,
      @Nullable MeaningEncoder meanings,
      StageRunner runner) {
    this.serdes = serdes;
    this.analyzer = analyzer;
    this.meanings = meanings;
    this.runner = runner;
  }

  /** Builds the named stages; models are loaded only where a stage needs them. */
  static Stages build(
      StageSettings settings,
      Catalogue catalogue,
      Lexicon lexicon,
      ProfileWindows windows,
      Set<String> names) {
    AvroSerdes avro = ClusterOptions.serdes(settings.registry());
    ValueSerdes serdes =
        new ValueSerdes() {
          @Override
          public <V extends SpecificRecord> Serde<V> of(Class<V> type) {
            return avro.value(type);
          }
        };
    Topics topics = settings.topics();
    if (names.contains(ReadStage.NAME)) {
      prepare(avro, List.of(topics.articles(), topics.comments()));
    }
    if (names.contains(AnnotateStage.NAME)) {
      prepare(
          avro,
          List.of(topics.mentions(), topics.claims(), topics.framing(), topics.annotations()));
    }
    if (names.contains(TraceStage.NAME)) {
      prepare(avro, List.of(topics.lineage(), topics.claims()));
    }
    if (names.contains(ProfileStage.NAME)) {
      prepare(
          avro,
          List.of(
              topics.outletProfiles(),
              topics.entityProfiles(),
              topics.outletEntityProfiles(),
              topics.claimClusters()));
    }
    StageRunner runner = new StageRunner(settings);
    if (names.contains(ReadStage.NAME)) {
      runner.add(
          ReadStage.NAME,
          new ReadStage(topics, serdes, new PageReader(), new Publisher(catalogue)).topology());
    }
    @Nullable Analyzer analyzer = null;
    if (names.contains(AnnotateStage.NAME)) {
      analyzer = Analyzer.load(catalogue, lexicon);
      runner.add(AnnotateStage.NAME, new AnnotateStage(topics, serdes, analyzer).topology());
    }
    if (names.contains(TraceStage.NAME)) {
      runner.add(
          TraceStage.NAME,
          new TraceStage(settings.topics(), serdes, TraceStage.RETENTION).topology());
    }
    @Nullable MeaningEncoder meanings = null;
    if (names.contains(ProfileStage.NAME)) {
      meanings = MeaningEncoder.load();
      runner.add(ProfileStage.NAME, new ProfileStage(topics, serdes, windows, meanings).topology());
    }
    return new Stages(avro, analyzer, meanings, runner);
  }

  /** A registry that is away, or refuses a schema, is noticed before the first record. */
  private static void prepare(AvroSerdes serdes, List<? extends Topic<?>> outputs) {
    for (Topic<?> output : outputs) {
      @Nullable Class<? extends SpecificRecord> type = output.value();
      if (type != null) {
        serdes.value(type).prepare(output.name());
      }
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
    if (analyzer != null) {
      analyzer.close();
    }
    if (meanings != null) {
      meanings.close();
    }
    serdes.close();
  }
}

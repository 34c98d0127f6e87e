package org.hearsay.topology;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.hearsay.records.Article;
import org.hearsay.records.Claim;
import org.hearsay.records.Republication;
import org.hearsay.records.topics.Topics;

/**
 * Articles to the copies among them, and claims to chains completed with the origins found.
 *
 * <p>An article is kept on the partition of its id; its fingerprints travel in shards to the
 * partitions that keep lists of who has which; what two articles share travels to the partition of
 * the one that was seen later, one record a shard, and is counted there; once it is enough, that
 * one's text travels to the other's partition and both are compared. Whichever of two articles
 * comes first, the same fingerprints meet and the same pair is compared, so that the order of
 * arrival does not matter. No list grows beyond a cap, nothing is kept beyond the retention, and no
 * step looks at all articles.
 */
public final class TraceStage {
  /** The stage's name, the end of its application id. */
  public static final String NAME = "trace";

  /** How long articles are remembered unless told otherwise. */
  public static final Duration RETENTION = Duration.ofDays(14);

  static final String ARTICLES = "trace-articles-store";
  static final String POSTINGS = "trace-postings-store";
  static final String PAIRS = "trace-pairs-store";
  static final String ORIGINS = "trace-origins-store";
  static final String CLAIMS = "trace-claims-store";

  private final Topics topics;
  private final ValueSerdes serdes;
  private final Duration retention;

  /**
   * On the given topics.
   *
   * @param retention how long articles are remembered, by the time they were first seen: a copy
   *     that appears later is not recognised
   */
  public TraceStage(Topics topics, ValueSerdes serdes, Duration retention) {
    this.topics = topics;
    this.serdes = serdes;
    this.retention = retention;
  }

  /** The topology. Every internal topic has as many partitions as the articles topic. */
  public Topology topology() {
    StreamsBuilder builder = new StreamsBuilder();
    KStream<String, Republication> edges = copies(builder);
    edges.to(
        topics.lineage().name(),
        Produced.with(Serdes.String(), serdes.of(Republication.class)).withName("egress-lineage"));
    completeClaims(builder, edges);
    return builder.build();
  }

  private KStream<String, Republication> copies(StreamsBuilder builder) {
    // Added here and connected by name: steps that share a store are then one sub-topology, with
    // one
    // store a partition. Stores that suppliers bring along would be a store each (KAFKA-20464).
    builder.addStateStore(
        TraceStore.builder(ARTICLES, retention, Serdes.String(), TraceSerdes.article()));
    builder.addStateStore(
        TraceStore.builder(POSTINGS, retention, Serdes.Long(), TraceSerdes.postings()));
    builder.addStateStore(
        TraceStore.builder(PAIRS, retention, Serdes.String(), TraceSerdes.pairs()));
    return builder.stream(
            topics.articles().name(),
            Consumed.with(Serdes.String(), serdes.of(Article.class)).withName("ingest-articles"))
        .process(CopySteps.Keep::new, Named.as("keep-what-is-traced"))
        .repartition(repartitioned("trace-articles", TraceSerdes.article()))
        .process(
            () -> new CopySteps.Fingerprint(retention, topics.articles().partitions()),
            Named.as("fingerprint-article"),
            ARTICLES)
        .repartition(
            repartitioned("trace-fingerprints", TraceSerdes.fingerprinted())
                .withStreamPartitioner(new CopySteps.ByShard()))
        .process(
            () -> new CopySteps.LookUp(retention, topics.articles().partitions()),
            Named.as("look-up-fingerprints"),
            POSTINGS)
        .repartition(repartitioned("trace-hits", TraceSerdes.hits()))
        .process(() -> new CopySteps.Count(retention), Named.as("count-hits"), PAIRS, ARTICLES)
        .repartition(repartitioned("trace-candidates", TraceSerdes.candidate()))
        .process(() -> new CopySteps.Compare(retention), Named.as("compare-candidates"), ARTICLES);
  }

  private void completeClaims(StreamsBuilder builder, KStream<String, Republication> edges) {
    Serde<Republication> rows = serdes.of(Republication.class);
    Serde<Claim> claims = serdes.of(Claim.class);
    builder.addStateStore(TraceStore.builder(ORIGINS, retention, Serdes.String(), rows));
    builder.addStateStore(TraceStore.builder(CLAIMS, retention, Serdes.String(), claims));
    Produced<String, Claim> produced = Produced.with(Serdes.String(), claims);
    edges
        .process(ClaimSteps.ToBothArticles::new, Named.as("edge-to-both-articles"))
        .repartition(repartitioned("trace-edges", rows))
        .process(
            () -> new ClaimSteps.CompleteKept(retention),
            Named.as("complete-kept-claims"),
            ORIGINS,
            CLAIMS)
        .to(topics.claims().name(), produced.withName("egress-claims-of-found-copies"));
    builder.stream(
            topics.claims().name(),
            Consumed.with(Serdes.String(), claims).withName("ingest-claims"))
        .process(ClaimSteps.ByArticle::new, Named.as("claims-by-article"))
        .repartition(repartitioned("trace-claims", claims))
        .process(
            () -> new ClaimSteps.CompleteNew(retention),
            Named.as("complete-new-claims"),
            ORIGINS,
            CLAIMS)
        .to(topics.claims().name(), produced.withName("egress-claims-of-known-copies"));
  }

  private <V> Repartitioned<String, V> repartitioned(String name, Serde<V> values) {
    return Repartitioned.with(Serdes.String(), values)
        .withName(name)
        .withNumberOfPartitions(topics.articles().partitions());
  }
}

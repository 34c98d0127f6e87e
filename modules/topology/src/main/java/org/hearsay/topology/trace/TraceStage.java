package org.hearsay.topology.trace;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.lineage.candidates.KnownPairs;
import org.hearsay.lineage.candidates.PreparedArticles;
import org.hearsay.lineage.candidates.TracedArticle;
import org.hearsay.lineage.fingerprints.Listing;
import org.hearsay.lineage.masks.MaskWords;
import org.hearsay.records.Claim;
import org.hearsay.records.Republication;
import org.hearsay.records.topics.Topics;
import org.hearsay.topology.TopicNodes;
import org.hearsay.topology.ValueSerdes;
import org.hearsay.topology.facts.FactForms;
import org.hearsay.topology.facts.ToBothArticles;
import org.hearsay.topology.stores.ByShard;
import org.hearsay.topology.stores.FormerState;
import org.hearsay.topology.stores.StoreDefinition;
import org.hearsay.topology.trace.fingerprints.FingerprintForms;
import org.hearsay.topology.trace.fingerprints.FingerprintStore;
import org.hearsay.topology.trace.fingerprints.LookUpFingerprints;

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

  /** What earlier forms of the stage kept, and nothing reads on. */
  public static final FormerState FORMER =
      new FormerState(Set.of("trace-origins-store"), Set.of("trace-articles"));

  /** How long articles are remembered unless told otherwise. */
  public static final Duration RETENTION = Duration.ofDays(14);

  /** Articles of one family come together; some 30 KB each, once a process. */
  private static final int PREPARED = 256;

  private final Topics topics;
  private final TopicNodes nodes;
  private final Duration retention;
  private final String language;
  private final StoreDefinition<String, TracedArticle> articles;
  private final StoreDefinition<Long, List<Listing>> fingerprints;
  private final StoreDefinition<String, KnownPairs> pairs;
  private final StoreDefinition<String, CopyEdge> origins;
  private final StoreDefinition<String, Claim> claims;

  /**
   * On the given topics.
   *
   * @param retention how long articles are remembered, by the time they were first seen: a copy
   *     that appears later is not recognised
   * @param language the ISO 639-1 code of the language whose stock phrases are no sign of copying
   */
  public TraceStage(Topics topics, ValueSerdes serdes, Duration retention, String language) {
    this.language = language;
    this.topics = topics;
    this.nodes = new TopicNodes(serdes);
    this.retention = retention;
    articles = store("trace-articles-store", Serdes.String(), TraceForms.article());
    fingerprints = FingerprintStore.of(NAME, retention);
    pairs = store("trace-pairs-store", Serdes.String(), TraceForms.pairs());
    origins = store("trace-edges-store", Serdes.String(), FactForms.edge(NAME));
    claims = store("trace-claims-store", Serdes.String(), nodes.values(topics.claims()));
  }

  private <K, V> StoreDefinition<K, V> store(String name, Serde<K> keys, Serde<V> values) {
    return new StoreDefinition<>(name, retention, keys, values);
  }

  /** The topology. Every internal topic has as many partitions as the articles topic. */
  public Topology topology() {
    StreamsBuilder builder = new StreamsBuilder();
    KStream<String, Republication> edges = copies(builder);
    nodes.sink(edges, "egress-lineage", topics.lineage());
    completeClaims(builder, edges);
    return builder.build();
  }

  private KStream<String, Republication> copies(StreamsBuilder builder) {
    // Added here and connected by name: steps that share a store are then one sub-topology, with
    // one store a partition. Stores that suppliers bring along would be a store each (KAFKA-20464).
    builder.addStateStore(articles.builder());
    builder.addStateStore(fingerprints.builder());
    builder.addStateStore(pairs.builder());
    int shards = topics.articles().partitions();
    PreparedArticles prepared = new PreparedArticles(PREPARED, MaskWords.load(language));
    // Articles are read where they lie, by their ids, as everything that is told of them does.
    return nodes.stream(builder, "ingest-articles", topics.articles())
        .process(
            () -> new CopySteps.TellFingerprints(articles, prepared, shards),
            Named.as("fingerprint-article"),
            articles.name())
        .repartition(
            asArticles("trace-fingerprints", FingerprintForms.shard(NAME))
                .withStreamPartitioner(new ByShard<>()))
        .process(
            () -> new LookUpFingerprints(fingerprints, shards),
            Named.as("look-up-fingerprints"),
            fingerprints.name())
        .repartition(asArticles("trace-hits", FingerprintForms.hits(NAME)))
        .process(
            () -> new CopySteps.Count(pairs, articles),
            Named.as("count-hits"),
            pairs.name(),
            articles.name())
        .repartition(asArticles("trace-candidates", TraceForms.candidate()))
        .process(
            () -> new CopySteps.Compare(articles, prepared),
            Named.as("compare-candidates"),
            articles.name());
  }

  private void completeClaims(StreamsBuilder builder, KStream<String, Republication> edges) {
    builder.addStateStore(origins.builder());
    builder.addStateStore(claims.builder());
    KStream<String, Claim> ofFoundCopies =
        edges
            .process(
                () -> new ToBothArticles<CopyEdge>(edge -> edge), Named.as("edge-to-both-articles"))
            .repartition(
                TopicNodes.repartitioned("trace-edges", FactForms.edge(NAME), topics.articles()))
            .process(
                () -> new ClaimSteps.CompleteKept(origins, claims),
                Named.as("complete-kept-claims"),
                origins.name(),
                claims.name());
    nodes.sink(ofFoundCopies, "egress-claims-of-found-copies", topics.claims());
    KStream<String, Claim> ofKnownCopies =
        nodes.stream(builder, "ingest-claims", topics.claims())
            .process(ClaimSteps.ByArticle::new, Named.as("claims-by-article"))
            .repartition(
                TopicNodes.repartitioned(
                    "trace-claims", nodes.values(topics.claims()), topics.articles()))
            .process(
                () -> new ClaimSteps.CompleteNew(origins, claims),
                Named.as("complete-new-claims"),
                origins.name(),
                claims.name());
    nodes.sink(ofKnownCopies, "egress-claims-of-known-copies", topics.claims());
  }

  /**
   * With no number of its own, a topic has as many partitions as the articles topic really has:
   * what is told of an article has to come to where the article lies.
   */
  private static <V> Repartitioned<String, V> asArticles(String name, Serde<V> values) {
    return Repartitioned.with(Serdes.String(), values).withName(name);
  }
}

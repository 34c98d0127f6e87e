package org.hearsay.topology.clusters;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.hearsay.coverage.clusters.ClaimReport;
import org.hearsay.coverage.clusters.ClusterNode;
import org.hearsay.coverage.clusters.Posting;
import org.hearsay.coverage.clusters.ReportChange;
import org.hearsay.coverage.clusters.Said;
import org.hearsay.coverage.facts.Learnt;
import org.hearsay.coverage.sameness.SamenessLanguage;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.hearsay.topology.TopicNodes;
import org.hearsay.topology.stores.ByShard;
import org.hearsay.topology.stores.StoreDefinition;

/**
 * The part of the profile stage that puts claims together: each article's report travels to those
 * that keep its speaker's claims; reports without a name, to those who are said elsewhere to have
 * said much the same.
 */
public final class ClusterTopology {
  private final Topic<?> articles;
  private final Function<String, float[]> meaning;
  private final SamenessLanguage language;
  private final StoreDefinition<String, ClusterNode> wordings;
  private final StoreDefinition<String, List<Posting>> postings;
  private final StoreDefinition<String, List<Said>> said;
  private final StoreDefinition<String, List<ClaimReport>> unnamed;

  /**
   * On the given topics.
   *
   * @param retention how long reports are remembered
   * @param meaning what a text means; called by all threads
   * @param language the language that the claims are in
   */
  public ClusterTopology(
      Topics topics,
      Duration retention,
      Function<String, float[]> meaning,
      SamenessLanguage language) {
    this.articles = topics.articles();
    this.meaning = meaning;
    this.language = language;
    wordings = store("profile-wordings-store", retention, ClusterForms.node(language));
    postings = store("profile-postings-store", retention, ClusterForms.postings());
    said = store("profile-said-store", retention, ClusterForms.said());
    unnamed = store("profile-unnamed-store", retention, ClusterForms.reports());
  }

  private static <V> StoreDefinition<String, V> store(
      String name, Duration retention, Serde<V> values) {
    return new StoreDefinition<>(name, retention, Serdes.String(), values);
  }

  /** Adds it: from what is learnt of articles to rows of clusters. */
  public KStream<String, ClaimCluster> add(StreamsBuilder builder, KStream<String, Learnt> learnt) {
    builder.addStateStore(wordings.builder());
    builder.addStateStore(postings.builder());
    KStream<String, ReportChange> reports =
        learnt.process(() -> new ClusterSteps.TellSpeakers(language), Named.as("all-reports"));
    return reports
        .process(ClusterSteps.OnlyNamed::new, Named.as("only-named-speakers"))
        .repartition(TopicNodes.repartitioned("profile-reports", ClusterForms.change(), articles))
        .merge(guests(builder, reports), Named.as("named-and-unnamed"))
        .process(
            () -> new ClusterSteps.PutTogether(wordings, postings, meaning, language),
            Named.as("cluster-claims"),
            wordings.name(),
            postings.name());
  }

  private KStream<String, ReportChange> guests(
      StreamsBuilder builder, KStream<String, ReportChange> reports) {
    builder.addStateStore(said.builder());
    builder.addStateStore(unnamed.builder());
    return reports
        .process(
            () -> new ClusterSteps.ToRuns(articles.partitions(), language),
            Named.as("claims-by-runs-of-words"))
        .repartition(
            TopicNodes.repartitioned("profile-runs", ClusterForms.indexed(), articles)
                .withStreamPartitioner(new ByShard<>()))
        .process(
            () -> new ClusterSteps.FindSpeakers(said, unnamed, language),
            Named.as("find-speakers"),
            said.name(),
            unnamed.name())
        .repartition(TopicNodes.repartitioned("profile-guests", ClusterForms.change(), articles));
  }
}

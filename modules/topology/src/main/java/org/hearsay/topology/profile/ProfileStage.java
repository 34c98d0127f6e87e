package org.hearsay.topology.profile;

import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.kstream.Suppressed;
import org.apache.kafka.streams.kstream.Suppressed.BufferConfig;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.WindowStore;
import org.hearsay.coverage.facts.Fact;
import org.hearsay.coverage.facts.Learnt;
import org.hearsay.coverage.profiles.Tally;
import org.hearsay.coverage.sameness.SamenessLanguage;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.hearsay.topology.TopicNodes;
import org.hearsay.topology.ValueSerdes;
import org.hearsay.topology.clusters.ClusterTopology;
import org.hearsay.topology.facts.FactForms;
import org.hearsay.topology.facts.ToBothArticles;
import org.hearsay.topology.stores.FormerState;
import org.hearsay.topology.stores.StoreDefinition;
import org.hearsay.topology.trace.TraceStage;

/**
 * Articles, their framing and the copies among them to profiles of outlets, of entities, and of
 * outlets' view of entities, in hopping windows; and claims to clusters of those that say the same.
 *
 * <p>What is known of an article is kept on the partition of its id. When any of it comes, or comes
 * again and differs, the difference between what the article gave to profiles before and what it
 * gives now travels to the profiles' partitions and is added up there. An article so counts once,
 * however often it and its parts are written and in whatever order. The differences carry the
 * article's time, so that they land in the windows that it counts in.
 *
 * <p>Claims go the same way: an article's report of one, joined with what is known of the article,
 * travels to the partition of its speaker, where reports that say the same make a cluster.
 */
public final class ProfileStage {
  /** The stage's name, the end of its application id. */
  public static final String NAME = "profile";

  /** What earlier forms of the stage kept, and nothing reads on. */
  public static final FormerState FORMER =
      new FormerState(
          Set.of(
              "profile-articles-store",
              "profile-claims-store",
              "profile-edges-store",
              "profile-reports-store",
              "profile-texts-store",
              "profile-twins-store"),
          Set.of(
              "profile-articles",
              "profile-claims",
              "profile-edges",
              "profile-passages",
              "profile-texts"));

  private static final String WINDOWS = "profile-windows-store";

  private final Topics topics;
  private final TopicNodes nodes;
  private final ProfileWindows windows;
  private final Function<String, float[]> meaning;
  private final String language;
  private final StoreDefinition<String, Fact> facts;

  /**
   * On the given topics, in the given windows.
   *
   * @param meaning what a text means, as a direction; asked by all threads
   * @param language the ISO 639-1 code of the language of the claims that are put together
   */
  public ProfileStage(
      Topics topics,
      ValueSerdes serdes,
      ProfileWindows windows,
      Function<String, float[]> meaning,
      String language) {
    this.topics = topics;
    this.nodes = new TopicNodes(serdes);
    this.windows = windows;
    this.meaning = meaning;
    this.language = language;
    this.facts =
        new StoreDefinition<>(
            "profile-facts-store", retention(), Serdes.String(), FactForms.fact(NAME));
  }

  /** The topology. Every internal topic has as many partitions as the articles topic. */
  public Topology topology() {
    StreamsBuilder builder = new StreamsBuilder();
    KStream<String, Learnt> learnt = learnt(builder);
    profiles(learnt);
    KStream<String, ClaimCluster> clusters =
        new ClusterTopology(topics, retention(), meaning, SamenessLanguage.load(language))
            .add(builder, learnt);
    nodes.sink(clusters, "egress-claim-clusters", topics.claimClusters());
    return builder.build();
  }

  /** Everything that is known of articles, by their ids, to what each fact changes. */
  private KStream<String, Learnt> learnt(StreamsBuilder builder) {
    builder.addStateStore(facts.builder());
    KStream<String, Fact> articles =
        nodes.stream(builder, "ingest-articles", topics.articles())
            .process(ProfileSteps.FromArticle::new, Named.as("keep-what-is-profiled"));
    KStream<String, Fact> texts =
        nodes.stream(builder, "ingest-framing", topics.framing())
            .process(ProfileSteps.FromFraming::new, Named.as("keep-what-is-counted"));
    KStream<String, Fact> edges =
        nodes.stream(builder, "ingest-lineage", topics.lineage())
            .process(
                () -> new ToBothArticles<Fact>(edge -> edge), Named.as("edge-to-both-articles"));
    KStream<String, Fact> claims =
        nodes.stream(builder, "ingest-claims", topics.claims())
            .process(ProfileSteps.FromClaim::new, Named.as("claims-by-article"));
    KStream<String, Fact> lists =
        nodes.stream(builder, "ingest-annotations", topics.annotations())
            .process(ProfileSteps.FromAnnotation::new, Named.as("claims-there-are"));
    return articles
        .merge(texts, Named.as("articles-and-texts"))
        .merge(edges, Named.as("articles-texts-and-edges"))
        .merge(claims, Named.as("articles-texts-edges-and-claims"))
        .merge(lists, Named.as("all-facts"))
        .repartition(repartitioned("profile-facts", FactForms.fact(NAME)))
        .process(() -> new ProfileSteps.Learn(facts), Named.as("learn-facts"), facts.name());
  }

  private void profiles(KStream<String, Learnt> learnt) {
    KTable<Windowed<String>, Tally> counted =
        counted(learnt.process(ProfileSteps.TellProfiles::new, Named.as("all-differences")));
    KStream<String, SpecificRecord> rows =
        counted
            .suppress(
                Suppressed.untilWindowCloses(BufferConfig.unbounded())
                    .withName("profile-final-windows"))
            .toStream(Named.as("final-windows"))
            .process(() -> new ProfileSteps.ToRow(true), Named.as("final-rows"));
    if (windows.live()) {
      rows =
          rows.merge(
              counted
                  .toStream(Named.as("changed-windows"))
                  .process(() -> new ProfileSteps.ToRow(false), Named.as("live-rows")),
              Named.as("all-rows"));
    }
    write(rows, topics.outletProfiles(), "outlet-profiles");
    write(rows, topics.entityProfiles(), "entity-profiles");
    write(rows, topics.outletEntityProfiles(), "outlet-entity-profiles");
  }

  private KTable<Windowed<String>, Tally> counted(KStream<String, Tally> differences) {
    Serde<Tally> tallies = TallyForm.serde();
    return differences
        .repartition(repartitioned("profile-differences", tallies))
        .groupByKey(Grouped.with("profile-differences", Serdes.String(), tallies))
        .windowedBy(
            TimeWindows.ofSizeAndGrace(windows.size(), windows.grace())
                .advanceBy(windows.advance()))
        .aggregate(
            () -> Tally.NONE,
            (key, difference, sum) -> sum.plus(difference).capped(),
            Named.as("count-windows"),
            Materialized.<String, Tally, WindowStore<Bytes, byte[]>>as(WINDOWS)
                .withKeySerde(Serdes.String())
                .withValueSerde(tallies));
  }

  /** Long enough that a row that comes again finds what its article gave to open windows. */
  private Duration retention() {
    Duration open = windows.size().plus(windows.grace());
    return open.compareTo(TraceStage.RETENTION) > 0 ? open : TraceStage.RETENTION;
  }

  private <V extends SpecificRecord> void write(
      KStream<String, SpecificRecord> rows, Topic<V> topic, String name) {
    KStream<String, V> own =
        rows.process(
            () -> new ProfileSteps.Only<>(TopicNodes.type(topic)), Named.as("only-" + name));
    nodes.sink(own, "egress-" + name, topic);
  }

  private <V> Repartitioned<String, V> repartitioned(String name, Serde<V> values) {
    return TopicNodes.repartitioned(name, values, topics.articles());
  }
}

package org.hearsay.topology;

import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.kstream.Suppressed;
import org.apache.kafka.streams.kstream.Suppressed.BufferConfig;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.WindowStore;
import org.hearsay.encoder.sentences.MeaningEncoder;
import org.hearsay.records.Article;
import org.hearsay.records.Claim;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.EntityProfile;
import org.hearsay.records.Framing;
import org.hearsay.records.OutletEntityProfile;
import org.hearsay.records.OutletProfile;
import org.hearsay.records.Republication;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.hearsay.topology.ClusterNode.Change;
import org.hearsay.topology.state.RetainedStore;
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

  static final String ARTICLES = "profile-articles-store";
  static final String TEXTS = "profile-texts-store";
  static final String EDGES = "profile-edges-store";
  static final String CLAIMS = "profile-claims-store";
  static final String TWINS = "profile-twins-store";
  static final String REPORTS = "profile-reports-store";
  static final String SAID = "profile-said-store";
  static final String UNNAMED = "profile-unnamed-store";
  static final String NODES = "profile-wordings-store";
  static final String POSTINGS = "profile-postings-store";
  private static final String WINDOWS = "profile-windows-store";

  private final Topics topics;
  private final ValueSerdes serdes;
  private final ProfileWindows windows;
  private final MeaningEncoder meanings;

  /**
   * On the given topics, in the given windows.
   *
   * @param meanings what claims mean; shared by all threads
   */
  public ProfileStage(
      Topics topics, ValueSerdes serdes, ProfileWindows windows, MeaningEncoder meanings) {
    this.topics = topics;
    this.serdes = serdes;
    this.windows = windows;
    this.meanings = meanings;
  }

  /** The topology. Every internal topic has as many partitions as the articles topic. */
  public Topology topology() {
    StreamsBuilder builder = new StreamsBuilder();
    KStream<String, Article> articles = articles(builder);
    KStream<String, Republication> edges =
        builder.stream(
            topics.lineage().name(),
            Consumed.with(Serdes.String(), serdes.of(Republication.class))
                .withName("ingest-lineage"));
    KTable<Windowed<String>, Tally> counted = counted(differences(builder, articles, edges));
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
    write(rows, OutletProfile.class, topics.outletProfiles(), "outlet-profiles");
    write(rows, EntityProfile.class, topics.entityProfiles(), "entity-profiles");
    write(rows, OutletEntityProfile.class, topics.outletEntityProfiles(), "outlet-entity-profiles");
    clusters(builder, articles, edges);
    return builder.build();
  }

  private KStream<String, Article> articles(StreamsBuilder builder) {
    Serde<Article> articles = serdes.of(Article.class);
    return builder.stream(
            topics.articles().name(),
            Consumed.with(Serdes.String(), articles).withName("ingest-articles"))
        .process(ProfileSteps.KeepArticle::new, Named.as("keep-what-is-profiled"))
        .repartition(repartitioned("profile-articles", articles));
  }

  private KStream<String, Tally> differences(
      StreamsBuilder builder,
      KStream<String, Article> byArticle,
      KStream<String, Republication> copies) {
    Duration retention = retention();
    Serde<Article> articles = serdes.of(Article.class);
    Serde<Framing> texts = serdes.of(Framing.class);
    Serde<Republication> edges = serdes.of(Republication.class);
    builder.addStateStore(RetainedStore.builder(ARTICLES, retention, Serdes.String(), articles));
    builder.addStateStore(RetainedStore.builder(TEXTS, retention, Serdes.String(), texts));
    builder.addStateStore(RetainedStore.builder(EDGES, retention, Serdes.String(), edges));
    String[] stores = {ARTICLES, TEXTS, EDGES};
    KStream<String, Tally> ofArticles =
        byArticle.process(
            () -> new ProfileSteps.CountArticle(retention), Named.as("count-article"), stores);
    KStream<String, Tally> ofTexts =
        builder.stream(
                topics.framing().name(),
                Consumed.with(Serdes.String(), texts).withName("ingest-framing"))
            .process(ProfileSteps.KeepText::new, Named.as("keep-what-is-counted"))
            .repartition(repartitioned("profile-texts", texts))
            .process(() -> new ProfileSteps.CountText(retention), Named.as("count-text"), stores);
    KStream<String, Tally> ofEdges =
        copies
            .process(ProfileSteps.EdgeToBothArticles::new, Named.as("edge-to-both-articles"))
            .repartition(repartitioned("profile-edges", edges))
            .process(() -> new ProfileSteps.CountEdge(retention), Named.as("count-edge"), stores);
    return ofArticles
        .merge(ofTexts, Named.as("articles-and-texts"))
        .merge(ofEdges, Named.as("all-differences"));
  }

  private KTable<Windowed<String>, Tally> counted(KStream<String, Tally> differences) {
    Serde<Tally> tallies = TallySerde.serde();
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

  /** Claims to clusters: each article's report travels to those that keep its speaker's claims. */
  private void clusters(
      StreamsBuilder builder,
      KStream<String, Article> articles,
      KStream<String, Republication> edges) {
    Duration retention = retention();
    Serde<Claim> claims = serdes.of(Claim.class);
    Serde<Republication> rows = serdes.of(Republication.class);
    builder.addStateStore(RetainedStore.builder(CLAIMS, retention, Serdes.String(), claims));
    builder.addStateStore(RetainedStore.builder(TWINS, retention, Serdes.String(), rows));
    builder.addStateStore(
        RetainedStore.builder(REPORTS, retention, Serdes.String(), ClusterSerdes.report()));
    builder.addStateStore(
        RetainedStore.builder(NODES, retention, Serdes.String(), ClusterSerdes.node()));
    builder.addStateStore(
        RetainedStore.builder(POSTINGS, retention, Serdes.String(), ClusterSerdes.postings()));
    String[] stores = {ARTICLES, CLAIMS, TWINS, REPORTS};
    KStream<String, Change> ofArticles =
        articles.process(
            () -> new ClusterSteps.ReportArticle(retention), Named.as("report-article"), stores);
    KStream<String, Change> ofClaims =
        builder.stream(
                topics.claims().name(),
                Consumed.with(Serdes.String(), claims).withName("ingest-claims"))
            .process(ClusterSteps.ByArticle::new, Named.as("claims-by-article"))
            .repartition(repartitioned("profile-claims", claims))
            .process(
                () -> new ClusterSteps.ReportClaim(retention), Named.as("report-claim"), stores);
    KStream<String, Change> ofEdges =
        edges
            .process(ClusterSteps.EdgeToBothArticles::new, Named.as("passages-to-both-articles"))
            .repartition(repartitioned("profile-passages", rows))
            .process(() -> new ClusterSteps.ReportEdge(retention), Named.as("report-edge"), stores);
    KStream<String, Change> reports =
        ofArticles
            .merge(ofClaims, Named.as("reports-of-articles-and-claims"))
            .merge(ofEdges, Named.as("all-reports"));
    reports
        .process(ClusterSteps.OnlyNamed::new, Named.as("only-named-speakers"))
        .repartition(repartitioned("profile-reports", ClusterSerdes.change()))
        .merge(unnamed(builder, reports), Named.as("named-and-unnamed"))
        .process(
            () -> new ClusterSteps.Cluster(retention, meanings::meaning),
            Named.as("cluster-claims"),
            NODES,
            POSTINGS)
        .to(
            topics.claimClusters().name(),
            Produced.with(Serdes.String(), serdes.of(ClaimCluster.class))
                .withName("egress-claim-clusters"));
  }

  /** Reports without a name, to those who are said elsewhere to have said much the same. */
  private KStream<String, Change> unnamed(StreamsBuilder builder, KStream<String, Change> reports) {
    Duration retention = retention();
    builder.addStateStore(
        RetainedStore.builder(SAID, retention, Serdes.String(), ClusterSerdes.said()));
    builder.addStateStore(
        RetainedStore.builder(UNNAMED, retention, Serdes.String(), ClusterSerdes.reports()));
    return reports
        .process(
            () -> new ClusterSteps.ToRuns(topics.articles().partitions()),
            Named.as("claims-by-runs-of-words"))
        .repartition(
            repartitioned("profile-runs", ClusterSerdes.indexed())
                .withStreamPartitioner(new ClusterSteps.ByShard()))
        .process(
            () -> new ClusterSteps.FindSpeakers(retention),
            Named.as("find-speakers"),
            SAID,
            UNNAMED)
        .repartition(repartitioned("profile-guests", ClusterSerdes.change()));
  }

  /** Long enough that a row that comes again finds what its article gave to open windows. */
  private Duration retention() {
    Duration open = windows.size().plus(windows.grace());
    return open.compareTo(TraceStage.RETENTION) > 0 ? open : TraceStage.RETENTION;
  }

  private <V extends SpecificRecord> void write(
      KStream<String, SpecificRecord> rows, Class<V> type, Topic<V> topic, String name) {
    rows.process(() -> new ProfileSteps.Only<>(type), Named.as("only-" + name))
        .to(
            topic.name(),
            Produced.with(Serdes.String(), serdes.of(type)).withName("egress-" + name));
  }

  private <V> Repartitioned<String, V> repartitioned(String name, Serde<V> values) {
    return Repartitioned.with(Serdes.String(), values)
        .withName(name)
        .withNumberOfPartitions(topics.articles().partitions());
  }
}

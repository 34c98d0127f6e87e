package org.hearsay.topology.clusters;

import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.coverage.clusters.ClaimReport;
import org.hearsay.coverage.clusters.Cluster;
import org.hearsay.coverage.clusters.ClusterNode;
import org.hearsay.coverage.clusters.Guests;
import org.hearsay.coverage.clusters.Guests.Invitation;
import org.hearsay.coverage.clusters.Posting;
import org.hearsay.coverage.clusters.ReportChange;
import org.hearsay.coverage.clusters.ReportsOfArticle;
import org.hearsay.coverage.clusters.ReportsOfArticle.SpeakersClaim;
import org.hearsay.coverage.clusters.Said;
import org.hearsay.coverage.clusters.SpeakerClusters;
import org.hearsay.coverage.facts.Change;
import org.hearsay.coverage.facts.Learnt;
import org.hearsay.coverage.sameness.SamenessLanguage;
import org.hearsay.records.ClaimCluster;
import org.hearsay.topology.RoutingHeaders;
import org.hearsay.topology.stores.Step;
import org.hearsay.topology.stores.StoreDefinition;
import org.jspecify.annotations.Nullable;

/** The steps from what is learnt of articles to clusters of claims, see {@link ClusterTopology}. */
final class ClusterSteps {
  private ClusterSteps() {}

  /** Tells how an article's reports have changed to those who keep their speakers' claims. */
  static final class TellSpeakers extends Step<Learnt, ReportChange> {
    private final ReportsOfArticle reports;

    TellSpeakers(SamenessLanguage language) {
      this.reports = new ReportsOfArticle(language);
    }

    @Override
    protected void process(String article, Learnt learnt, Record<String, @Nullable Learnt> record) {
      for (Change<SpeakersClaim, ClaimReport> change : learnt.changes(reports::of)) {
        send(
            change.key().speaker(),
            new ReportChange(change.before(), change.after()),
            record.timestamp());
      }
    }
  }

  /** Only claims whose speaker is named. */
  static final class OnlyNamed extends Step<ReportChange, ReportChange> {
    @Override
    protected void process(
        String speaker, ReportChange change, Record<String, @Nullable ReportChange> record) {
      if (ClaimReport.isNamed(speaker)) {
        send(speaker, change, record.timestamp());
      }
    }
  }

  /** A claim to the shards of its runs of words. */
  static final class ToRuns extends Step<ReportChange, IndexedReport> {
    private final int shards;
    private final SamenessLanguage language;

    /**
     * @param shards the partitions of the topic that the claims go to
     */
    ToRuns(int shards, SamenessLanguage language) {
      this.shards = shards;
      this.language = language;
    }

    @Override
    protected void process(
        String speaker, ReportChange change, Record<String, @Nullable ReportChange> record) {
      Guests.byShard(speaker, change, shards, language)
          .forEach(
              (shard, keys) ->
                  send(
                      shard.toString(),
                      new IndexedReport(speaker, change, keys),
                      record.timestamp()));
    }
  }

  /** Brings claims whose speaker is not named to those who may have said them. */
  static final class FindSpeakers extends Step<IndexedReport, ReportChange> {
    private final Guests guests;

    FindSpeakers(
        StoreDefinition<String, List<Said>> said,
        StoreDefinition<String, List<ClaimReport>> unnamed,
        SamenessLanguage language) {
      this.guests = new Guests(store(said), store(unnamed), language);
    }

    @Override
    protected void process(
        String shard, IndexedReport indexed, Record<String, @Nullable IndexedReport> record) {
      for (Invitation guest :
          guests.take(indexed.speaker(), indexed.change(), indexed.keys(), record.timestamp())) {
        send(guest.speaker(), guest.change(), record.timestamp());
      }
    }
  }

  /** Puts reports of one speaker's claims together. */
  static final class PutTogether extends Step<ReportChange, ClaimCluster> {
    private final SpeakerClusters clusters;

    /**
     * @param meaning what a text means
     */
    PutTogether(
        StoreDefinition<String, ClusterNode> wordings,
        StoreDefinition<String, List<Posting>> postings,
        Function<String, float[]> meaning,
        SamenessLanguage language) {
      this.clusters = new SpeakerClusters(store(wordings), store(postings), meaning, language);
    }

    @Override
    protected void process(
        String speaker, ReportChange change, Record<String, @Nullable ReportChange> record) {
      for (Cluster cluster : clusters.take(speaker, change, record.timestamp())) {
        ClaimCluster row = ClusterRecords.row(cluster);
        context()
            .forward(new Record<>(row.getId(), row, record.timestamp(), RoutingHeaders.of(null)));
      }
    }
  }
}

package org.hearsay.coverage.clusters;

import java.util.List;
import java.util.function.Function;
import org.hearsay.coverage.sameness.Sameness;
import org.hearsay.coverage.sameness.SamenessLanguage;
import org.hearsay.lineage.TimedStore;
import org.jspecify.annotations.Nullable;

/**
 * Puts reports of one speaker's claims together. A wording is held against those that it meets
 * under a key, and each joins an earlier one or none (see {@link Settling}). Whatever comes in
 * whatever order, the outcome is that of taking all in order.
 */
public final class SpeakerClusters {
  private final TimedStore<String, ClusterNode> wordings;
  private final TimedStore<String, List<Posting>> postings;
  private final Function<String, float[]> meaning;
  private final SamenessLanguage language;

  /**
   * In the given stores.
   *
   * @param wordings by their ids
   * @param postings by the keys that wordings meet under
   * @param meaning what a text means: a direction, its squares sum to 1
   * @param language the language that the reports are in
   */
  public SpeakerClusters(
      TimedStore<String, ClusterNode> wordings,
      TimedStore<String, List<Posting>> postings,
      Function<String, float[]> meaning,
      SamenessLanguage language) {
    this.wordings = wordings;
    this.postings = postings;
    this.meaning = meaning;
    this.language = language;
  }

  /**
   * Takes a report in place of its earlier state.
   *
   * @param speaker as {@link ClaimReport#speakerKey}
   * @param time when it came, in milliseconds; what is new is forgotten by that time
   * @return the clusters that are others now, those that are no more among them
   */
  public List<Cluster> take(String speaker, ReportChange change, long time) {
    KeyIndex index = new KeyIndex(postings, speaker);
    WordingGraph graph = new WordingGraph(wordings, index, meaning, language, speaker, time);
    Settling settling = new Settling(graph, new Sameness(language));
    @Nullable ClaimReport before = change.before();
    @Nullable ClusterNode left = before == null ? null : graph.of(before);
    if (before != null && left != null) {
      left.remove(before);
      settling.wake(left);
    }
    @Nullable ClaimReport after = change.after();
    if (after != null) {
      ClusterNode joined = graph.make(after);
      joined.add(after);
      settling.wake(joined);
    }
    settling.settle();
    List<Cluster> news = new Telling(graph, language).tell(settling.touched());
    graph.keep();
    return news;
  }
}

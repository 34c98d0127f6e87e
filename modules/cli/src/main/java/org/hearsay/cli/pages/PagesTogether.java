package org.hearsay.cli.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.hearsay.analysis.ArticleClaim;
import org.hearsay.coverage.Coverage;
import org.hearsay.coverage.chains.CompletedChains;
import org.hearsay.coverage.clusters.Cluster;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.coverage.facts.ReportedClaim;
import org.hearsay.coverage.profiles.Profile;
import org.hearsay.coverage.profiles.ProfileKey;
import org.hearsay.coverage.profiles.Tally;
import org.hearsay.coverage.sameness.SamenessLanguage;
import org.hearsay.entities.Catalogue;
import org.hearsay.lineage.CopyGraph;
import org.hearsay.lineage.Copying;
import org.hearsay.lineage.candidates.TracedArticle;
import org.hearsay.lineage.masks.MaskWords;
import org.hearsay.records.Claim;
import org.hearsay.records.Comment;
import org.hearsay.records.Framing;
import org.hearsay.text.languages.ReadingLanguage;
import org.hearsay.topology.clusters.ClusterRecords;
import org.hearsay.topology.facts.FactRecords;
import org.hearsay.topology.profile.ProfileRecords;
import org.hearsay.topology.records.ArticleRecords;
import org.hearsay.topology.records.CatalogueRecords;
import org.hearsay.topology.records.ClaimRecords;
import org.hearsay.topology.records.FramingRecords;
import org.hearsay.topology.records.LineageRecords;

/** What several page files say together, found as the stages find it, without Kafka. */
public final class PagesTogether {
  private final List<AnalysedPage> pages;
  private final Map<String, AnalysedPage> byId = new HashMap<>();
  private final Map<String, List<CopyEdge>> edges = new HashMap<>();
  private final CopyGraph graph;

  /** Compares the pages with each other. */
  public PagesTogether(List<AnalysedPage> pages) {
    this.pages = List.copyOf(pages);
    pages.forEach(page -> byId.put(page.id(), page));
    this.graph =
        new CopyGraph(
            pages.stream().map(p -> LineagePages.piece(p.publication())).toList(),
            MaskWords.load(ReadingLanguage.CODE));
    for (Copying edge : graph.edges()) {
      CopyEdge told = CopyEdge.of(edge, page(edge.origin().id()).outlet());
      edges.computeIfAbsent(edge.copy().id(), id -> new ArrayList<>()).add(told);
      edges.computeIfAbsent(edge.origin().id(), id -> new ArrayList<>()).add(told);
    }
  }

  private AnalysedPage page(String id) {
    return Objects.requireNonNull(byId.get(id));
  }

  private List<CopyEdge> edges(String id) {
    return edges.getOrDefault(id, List.of());
  }

  /**
   * The claims that several of the pages share, those of most outlets first.
   *
   * @param meaning what a text means
   */
  public List<Cluster> clusters(Function<String, float[]> meaning) {
    return coverage(meaning).clusters();
  }

  private Coverage coverage(Function<String, float[]> meaning) {
    Coverage coverage = new Coverage(SamenessLanguage.load(ReadingLanguage.CODE), meaning);
    for (AnalysedPage page : pages) {
      coverage.learn(page.id(), page.summary());
      edges(page.id()).forEach(edge -> coverage.learn(page.id(), edge));
      page.claims(edges(page.id())).forEach(claim -> coverage.learn(page.id(), claim));
    }
    return coverage;
  }

  /**
   * Hands on every record that the stages would write of the pages, with its time: that of the
   * page's file.
   *
   * @param catalogue what the pages were read with: its outlets and entities come, too
   * @param meaning what a text means
   */
  public void records(
      Catalogue catalogue,
      Function<String, float[]> meaning,
      BiConsumer<SpecificRecord, Instant> sink) {
    Instant latest = Instant.EPOCH;
    Coverage coverage = coverage(meaning);
    for (AnalysedPage page : pages) {
      latest = page.written().isAfter(latest) ? page.written() : latest;
      page(page, catalogue, coverage, sink);
    }
    for (Copying edge : graph.edges()) {
      AnalysedPage copy = page(edge.copy().id());
      sink.accept(
          LineageRecords.republication(edge, traced(copy), traced(page(edge.origin().id()))),
          copy.written());
    }
    for (Cluster cluster : coverage.clusters()) {
      sink.accept(ClusterRecords.row(cluster), latest);
    }
    profiles(coverage, latest, sink);
    for (var outlet : catalogue.outlets()) {
      sink.accept(CatalogueRecords.record(outlet), latest);
    }
    for (var entity : catalogue.entities()) {
      sink.accept(CatalogueRecords.record(entity), latest);
    }
  }

  private static TracedArticle traced(AnalysedPage page) {
    return LineageRecords.traced(page.article(), page.written());
  }

  private void page(
      AnalysedPage page,
      Catalogue catalogue,
      Coverage coverage,
      BiConsumer<SpecificRecord, Instant> sink) {
    Instant at = page.written();
    sink.accept(page.article(), at);
    for (ArticleClaim claim : page.annotation().claims()) {
      Claim row = ClaimRecords.claim(page.publication(), claim);
      ReportedClaim completed = CompletedChains.complete(FactRecords.claim(row), edges(page.id()));
      sink.accept(FactRecords.withChain(row, completed.chain()), at);
    }
    ArticleRecords.mentions(page.publication(), page.annotation().mentions())
        .forEach(mention -> sink.accept(mention, at));
    Framing framing = FramingRecords.article(page.publication(), page.annotation(), catalogue);
    sink.accept(framing, at);
    coverage.learn(page.id(), FactRecords.framing(framing));
    for (int i = 0; i < page.comments().size(); i++) {
      AnalysedPage.ReadComment read = page.comments().get(i);
      Comment comment = ArticleRecords.comment(page.publication(), i, read.comment());
      sink.accept(comment, at);
      ArticleRecords.mentions(comment, read.annotation().mentions())
          .forEach(mention -> sink.accept(mention, at));
      Framing worded = FramingRecords.comment(comment, read.annotation());
      sink.accept(worded, at);
      coverage.learn(page.id(), FactRecords.framing(worded));
    }
    sink.accept(ArticleRecords.summary(page.publication(), page.annotation()), at);
  }

  /** One window that holds every page. */
  private static void profiles(
      Coverage coverage, Instant latest, BiConsumer<SpecificRecord, Instant> sink) {
    Map<ProfileKey, Tally> sums = new HashMap<>();
    TreeMap<Long, Boolean> times = new TreeMap<>();
    coverage
        .profiles()
        .forEach(
            (moment, tally) -> {
              sums.merge(moment.profile(), tally, Tally::plus);
              times.put(moment.time(), true);
            });
    if (times.isEmpty()) {
      return;
    }
    Instant start = Instant.ofEpochMilli(times.firstKey());
    Instant end = Instant.ofEpochMilli(times.lastKey() + 1);
    sums.forEach(
        (key, tally) ->
            sink.accept(ProfileRecords.row(new Profile(key, tally), start, end), latest));
  }
}

package org.hearsay.cli.stages;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearsay.cli.output.ClusterTable;
import org.hearsay.cli.output.EdgeTable;
import org.hearsay.cli.output.Phrases;
import org.hearsay.cli.output.ProfileTable;
import org.hearsay.cli.output.RowTable;
import org.hearsay.cli.output.Wrap;
import org.hearsay.records.Article;
import org.hearsay.records.Claim;
import org.hearsay.records.ClaimCluster;

/** Prints what the stages found in the sample pages. */
final class DemoReport {
  /** Claims that several articles report, those that most report first. */
  private static final int CLUSTERS = 12;

  private final PrintWriter out;

  private final int width;

  DemoReport(PrintWriter out, int width) {
    this.out = out;
    this.width = width;
  }

  void print(DemoResults results) {
    articles(results);
    out.println("Who copied whom");
    results.edges().values().stream()
        .map(EdgeTable::line)
        .sorted()
        .map(line -> Wrap.hanging("  ", line, 4, width))
        .forEach(out::println);
    out.println();
    clusters(results);
    out.println("How each outlet words it, in its own articles and its own voice");
    results
        .profiles()
        .values()
        .forEach(
            profile -> out.println(Wrap.hanging("  ", ProfileTable.outlet(profile), 6, width)));
    out.println();
    out.printf(
        "%s, %s. The sample pages are fiction.%n",
        Phrases.counted(results.articles().size(), "page", "pages"),
        Phrases.counted(results.claims().size(), "claim", "claims"));
    results.rejected().forEach((page, reason) -> out.println(page + " was rejected: " + reason));
    out.flush();
  }

  /** Each article with its claims, in the order of its text. */
  private void articles(DemoResults results) {
    Map<String, List<Claim>> byArticle = new TreeMap<>();
    for (Claim claim : results.claims().values()) {
      byArticle.computeIfAbsent(claim.getArticleId(), id -> new ArrayList<>()).add(claim);
    }
    List<Article> articles = new ArrayList<>(results.articles().values());
    articles.sort(Comparator.comparing(Article::getPageUrl));
    for (Article article : articles) {
      String heading =
          String.format(
              "%s | %s | %d comments",
              Phrases.outlet(article.getOutletName()),
              Phrases.title(article.getTitle()),
              article.getCommentCount());
      out.println(Wrap.hanging("", heading, 2, width));
      byArticle.getOrDefault(article.getId(), List.of()).stream()
          .sorted(Comparator.comparingInt(c -> c.getContent().get(0).getStart()))
          .map(claim -> RowTable.row(claim, width))
          .forEach(out::println);
      out.println();
    }
  }

  private void clusters(DemoResults results) {
    out.println("What several articles report");
    results.clusters().values().stream()
        .filter(cluster -> cluster.getArticles() > 1)
        .sorted(
            Comparator.comparingInt((ClaimCluster cluster) -> -cluster.getIndependent())
                .thenComparingInt(cluster -> -cluster.getOutlets())
                .thenComparing(ClaimCluster::getId))
        .limit(CLUSTERS)
        .map(cluster -> ClusterTable.row(cluster, width))
        .forEach(out::println);
    out.println();
  }
}

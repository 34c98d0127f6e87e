package org.hearsay.cli.stages;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hearsay.cli.output.ClaimTable;
import org.hearsay.cli.output.ClusterTable;
import org.hearsay.cli.output.ProfileTable;
import org.hearsay.lineage.Direction;
import org.hearsay.records.Article;
import org.hearsay.records.Claim;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.Republication;

/** Prints what the stages found in the sample pages. */
final class DemoReport {
  /** Claims that several articles report, those that most report first. */
  private static final int CLUSTERS = 12;

  private final PrintWriter out;

  DemoReport(PrintWriter out) {
    this.out = out;
  }

  void print(DemoResults results) {
    articles(results);
    out.println("Who copied whom");
    results.edges().values().stream().map(edge -> edgeLine(edge)).sorted().forEach(out::println);
    out.println();
    clusters(results);
    out.println("How each outlet words it, in its own articles and its own voice");
    results
        .profiles()
        .values()
        .forEach(profile -> out.println("  " + ProfileTable.outlet(profile)));
    out.println();
    out.printf(
        "%d pages, %d claims. The sample pages are fiction.%n",
        results.articles().size(), results.claims().size());
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
      out.printf(
          "%s | %s | %d comments%n",
          Objects.requireNonNullElse(article.getOutletName(), "(unknown outlet)"),
          Objects.requireNonNullElse(article.getTitle(), "(no title)"),
          article.getCommentCount());
      byArticle.getOrDefault(article.getId(), List.of()).stream()
          .sorted(Comparator.comparingInt(c -> c.getContent().get(0).getStart()))
          .map(DemoReport::claimLine)
          .forEach(out::println);
      out.println();
    }
  }

  private static String claimLine(Claim claim) {
    return ClaimTable.row(
        claim.getChain().stream().map(link -> link.getName()).toList(),
        claim.getForm(),
        claim.getCueText(),
        claim.getContentText());
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
        .map(ClusterTable::row)
        .forEach(out::println);
    out.println();
  }

  /** One edge on one line: copy, origin, how much, and what says so. */
  private static String edgeLine(Republication edge) {
    return String.format(
        Locale.ROOT,
        "  %s %s %s: %s, %.0f %% of its own words, %s%s",
        Objects.requireNonNullElse(edge.getOutletName(), "(unknown outlet)"),
        edge.getDirection().equals(Direction.Evidence.UNDECIDED.name()) ? "and" : "from",
        Objects.requireNonNullElse(edge.getOriginOutletName(), "(unknown outlet)"),
        edge.getKind(),
        100 * edge.getContainment(),
        edge.getDirection(),
        edge.getContradicted() ? " but contradicted by times" : "");
  }
}

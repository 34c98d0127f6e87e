package org.hearsay.web.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.store.search.Claims;
import org.hearsay.store.search.Copies;
import org.hearsay.store.search.one.OneCluster;
import org.hearsay.web.http.Answer;
import org.hearsay.web.http.Asked;
import org.hearsay.web.http.Json;
import org.hearsay.web.http.Parameter;
import org.hearsay.web.http.Problem;
import org.hearsay.web.http.Route;
import org.hearsay.web.shapes.Reply;
import org.hearsay.web.shapes.Shape;
import org.hearsay.web.shapes.TableShapes;
import org.jspecify.annotations.Nullable;

/** Claims that several articles have. */
public final class ClusterRoutes {
  /** More ids cost more than to look for them. */
  private static final int MOST_ABOUT = 20_000;

  private static final String CHAIN = "chain";

  private final Asker asker;

  /** Over that store. */
  public ClusterRoutes(Asker asker) {
    this.asker = asker;
  }

  /** The routes. */
  public List<Route> all() {
    TableShapes tables = new TableShapes(asker.store().tables());
    return List.of(
        new Lists(asker)
            .route(
                Copies.CLUSTERS,
                Shape.page("Clusters", tables.row("Cluster", "claim_clusters")),
                rows -> rows),
        Route.get(
            "/api/clusters/{id}",
            "cluster",
            "One claim across outlets: its reports, copies among them, and who left it out.",
            List.of(Parameter.path("id", "The cluster's id.")),
            Reply.of(whole(tables)),
            this::one));
  }

  private static Shape whole(TableShapes tables) {
    Shape about =
        Shape.object()
            .with("entityId", Shape.text(), "A catalogue id.")
            .with("name", Shape.text(), "")
            .with("reports", Shape.integer(), "How many of the reports name it.");
    Shape report =
        tables
            .row("Report", "cluster_reports")
            .maybe(tables.only("articles", "title", "publishedAt", "publishedPrecision", "datedAt"))
            .maybe(
                tables.only(
                    "claims",
                    "cueLemma",
                    "cueText",
                    "speakerText",
                    "speakerName",
                    "speakerKey",
                    "speakerKind",
                    "confidence"))
            .with(CHAIN, Shape.list(tables.row("ChainRow", "chain_links")), "The publisher first.");
    Shape left =
        Shape.object("LeftOut")
            .with("outletId", Shape.text(), "Its catalogue id, else its name.")
            .maybe("outletName", Shape.text(), "")
            .with("articles", Shape.integer(), "How many it has on the same in those days.")
            .with("has", Shape.integer(), "How many of the other claims about the same it has.")
            .with("ofClaims", Shape.integer(), "How many such claims there are.")
            .maybe("usually", Shape.number(), "The share, where there are any.");
    return Shape.object("ClusterWhole")
        .with("cluster", tables.row("Cluster", "claim_clusters"), "")
        .with("about", Shape.list(about), "The most frequent first.")
        .with("reports", Shape.list(report), "In order of time.")
        .with("edges", Shape.list(CopyRoutes.edge(tables)), "Copies among the reports.")
        .with("left", Shape.list(left), "Who wrote of the same at that time, and left it out.")
        .with("statements", Shape.map(Shape.text()), "The statement behind left, where it has one.")
        .withCommit();
  }

  private Answer one(Asked asked) {
    String wanted = asked.inPath("id");
    Map<String, Object> cluster =
        asker
            .first(OneCluster.row(wanted))
            .or(() -> asker.first(OneCluster.mergedInto(wanted)))
            .orElseThrow(() -> Problem.unknown("cluster", wanted));
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("cluster", cluster);
    List<Map<String, Object>> reports =
        asker.rows(Copies.reports(String.valueOf(cluster.get("id"))));
    List<String> articles = values(reports, "articleId");
    List<String> claims = values(reports, "claimId");
    add(
        reports,
        "articleId",
        articles.isEmpty() ? List.of() : asker.rows(Copies.headings(articles)));
    add(reports, "claimId", claims.isEmpty() ? List.of() : asker.rows(Copies.cues(claims)));
    addChains(reports, claims);
    List<Map<String, Object>> about =
        claims.isEmpty() ? List.of() : asker.rows(Copies.about(claims));
    out.put("about", about);
    out.put("reports", reports);
    out.put(
        "edges",
        articles.isEmpty()
            ? List.of()
            : CopyRoutes.settled(asker.rows(Copies.among(articles)), asker));
    putLeftOut(out, cluster, about, named(reports));
    out.put("commit", asker.commit());
    return Answer.json(out);
  }

  /** Who wrote of the same at that time, and left it out; and what answers that. */
  private void putLeftOut(
      Map<String, @Nullable Object> out,
      Map<String, Object> cluster,
      List<Map<String, Object>> about,
      Set<String> named) {
    Set<String> concerned = new LinkedHashSet<>(values(about, "entityId"));
    if (cluster.containsKey("speakerId")) {
      concerned.add(String.valueOf(cluster.get("speakerId")));
    }
    List<Map<String, Object>> left = new ArrayList<>();
    Map<String, String> statements = new LinkedHashMap<>();
    if (!concerned.isEmpty()) {
      OneCluster.Left wanted =
          new OneCluster.Left(
              String.valueOf(cluster.get("id")), List.copyOf(concerned), List.copyOf(named));
      left.addAll(asker.rows(OneCluster.leftOut(wanted, known(cluster, wanted.entityIds()))));
      left.forEach(ClusterRoutes::share);
      statements.put("left", OneCluster.leftOut(wanted, Optional.empty()).written());
    }
    out.put("left", left);
    out.put("statements", statements);
  }

  private Optional<OneCluster.Known> known(Map<String, Object> cluster, List<String> entities) {
    Optional<List<String>> claims =
        asker.claims(search -> Optional.of(search.about(entities, MOST_ABOUT)), Optional::empty);
    if (claims.isEmpty()) {
      return Optional.empty();
    }
    Instant from = time(cluster, "firstAt").minus(OneCluster.AROUND);
    Instant to = time(cluster, "lastAt").plus(OneCluster.AROUND);
    return asker
        .mentions(search -> search.outletsNaming(entities, from, to))
        .map(
            naming ->
                new OneCluster.Known(
                    claims.get(), new String(Json.bytes(naming).array(), StandardCharsets.UTF_8)));
  }

  private static Instant time(Map<String, Object> row, String column) {
    return Instant.parse(String.valueOf(row.get(column)));
  }

  private static List<String> values(List<Map<String, Object>> rows, String column) {
    return rows.stream().map(row -> String.valueOf(row.get(column))).distinct().toList();
  }

  /** Adds to each row what another has of the same id. */
  private static void add(
      List<Map<String, Object>> rows, String column, List<Map<String, Object>> more) {
    Map<String, List<Map<String, Object>>> by = ClaimRows.by(column, more);
    for (Map<String, Object> row : rows) {
      by.getOrDefault(String.valueOf(row.get(column)), List.of()).forEach(row::putAll);
    }
  }

  /**
   * Whom each report has it from, link by link: {@code from} is but the last before the speaker.
   */
  private void addChains(List<Map<String, Object>> reports, List<String> claims) {
    Map<String, Map<String, Object>> known =
        asker.claims(search -> Optional.of(search.rows(claims)), Map::of);
    Map<String, Object> chains = new HashMap<>();
    known.forEach(
        (id, claim) -> {
          @Nullable Object chain = claim.get(CHAIN);
          if (chain != null) {
            chains.put(id, chain);
          }
        });
    List<String> others = claims.stream().filter(id -> !chains.containsKey(id)).toList();
    if (!others.isEmpty()) {
      chains.putAll(ClaimRows.by("claimId", asker.rows(Claims.chains(others))));
    }
    reports.forEach(
        report ->
            report.put(
                CHAIN, chains.getOrDefault(String.valueOf(report.get("claimId")), List.of())));
  }

  /** The keys of all whom the reports name in their chains: who passes on, or says, has it. */
  private static Set<String> named(List<Map<String, Object>> reports) {
    Set<String> out = new TreeSet<>();
    for (Map<String, Object> report : reports) {
      if (report.get(CHAIN) instanceof List<?> links) {
        for (Object link : links) {
          if (link instanceof Map<?, ?> one) {
            out.add(String.valueOf(one.get("key")));
          }
        }
      }
    }
    return out;
  }

  private static void share(Map<String, Object> outlet) {
    double of = Asker.number(outlet.get("ofClaims"));
    if (of > 0) {
      outlet.put("usually", Asker.number(outlet.get("has")) / of);
    }
  }
}

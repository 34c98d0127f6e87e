package org.hearsay.cli.stages;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.hearsay.analysis.Analyzer;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.output.ClaimTable;
import org.hearsay.cli.output.ClusterTable;
import org.hearsay.cli.output.ProfileTable;
import org.hearsay.cli.topics.PagePublisher;
import org.hearsay.cli.topics.TopicReader;
import org.hearsay.framing.FramingTerms;
import org.hearsay.local.LocalCluster;
import org.hearsay.records.Annotation;
import org.hearsay.records.Article;
import org.hearsay.records.Claim;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.OutletProfile;
import org.hearsay.records.Republication;
import org.hearsay.records.topics.Topics;
import org.hearsay.server.RocksDbMemory;
import org.hearsay.server.StageSettings;
import org.hearsay.server.TopicAdmin;
import org.hearsay.topology.profile.ProfileWindows;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job on one machine: local parts, the sample pages in, their claims out. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts a broker and a schema registry on this machine, runs the stages on the sample pages",
      "(fiction written for this project) and prints the claims with their chains."
    })
public final class DemoCommand implements Callable<Integer> {
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration QUIET = Duration.ofSeconds(6);
  private static final int PARTITIONS = 2;

  /** Claims that several articles report, those that most report first. */
  private static final int CLUSTERS = 12;

  /** All samples at once, and without waiting for a window to end. */
  private static final ProfileWindows ONE_WINDOW =
      new ProfileWindows(Duration.ofDays(3650), Duration.ofDays(3650), Duration.ofDays(1), true);

  @Option(names = "--keep", description = "Leave everything running and say how to reach it.")
  boolean keep;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keep the broker's and the registry's data there (default: a temporary folder).")
  @Nullable Path data;

  @Option(
      names = "--samples",
      paramLabel = "DIR",
      description = "The folder with pages.tsv (default: the project's samples).")
  @Nullable Path samples;

  @Option(
      names = "--timeout",
      defaultValue = "300",
      description = "Seconds without any progress to give up after (default: ${DEFAULT-VALUE}).")
  int timeout = 300;

  @Spec CommandSpec spec;

  /**
   * One sample page.
   *
   * @param file where it lies
   * @param url the address that it is said to come from
   */
  record Sample(Path file, String url, String contentType) {}

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    PrintWriter err = spec.commandLine().getErr();
    Path folder = samples == null ? defaultSamples() : samples;
    List<Sample> pages = samples(folder);
    long began = System.nanoTime();
    err.println("hearsay: starting a broker and a schema registry on this machine");
    try (LocalCluster cluster =
        data == null ? LocalCluster.startTemporary() : LocalCluster.start(data)) {
      err.printf("hearsay: they run after %.1f s; loading models%n", seconds(began));
      Topics topics = new Topics(Topics.DEFAULT_PREFIX, PARTITIONS);
      Map<String, Object> client = Map.of("bootstrap.servers", cluster.bootstrapServers());
      Map<String, Object> registry = Map.of("schema.registry.url", cluster.registryUrl());
      try (Admin admin = Admin.create(client)) {
        new TopicAdmin(admin).create(topics, (short) 1);
      }
      StageSettings settings =
          new StageSettings(
              cluster.bootstrapServers(),
              cluster.registryUrl(),
              topics,
              "hearsay-",
              Math.min(PARTITIONS, Runtime.getRuntime().availableProcessors()),
              cluster.folder().resolve("stages"),
              RocksDbMemory.DEFAULT_BYTES,
              Map.of());
      try (Stages stages =
          Stages.build(
              settings,
              CatalogueOptions.with(List.of(folder.resolve("catalogue/outlets.yaml"))),
              FramingTerms.builtIn(Analyzer.LANGUAGE),
              ONE_WINDOW,
              new LinkedHashSet<>(Stages.NAMES))) {
        cluster.beforeStop(stages::close);
        stages.runner().start();
        publish(pages, topics, client, registry);
        err.printf("hearsay: %d pages sent after %.1f s%n", pages.size(), seconds(began));
        Results results = collect(pages, topics, client, registry, stages);
        print(results);
        err.printf("hearsay: done after %.1f s%n", seconds(began));
        if (keep) {
          err.println(
              "hearsay: still running, until Ctrl-C. For other commands, in another shell:");
          err.println("  export HEARSAY_BOOTSTRAP_SERVERS=" + cluster.bootstrapServers());
          err.println("  export HEARSAY_SCHEMA_REGISTRY=" + cluster.registryUrl());
          err.println("  bin/hearsay watch claims --from-beginning");
          err.println("  bin/hearsay ingest --url https://where.it.was/found page.html");
          @Nullable Throwable failed = stages.runner().await();
          if (failed != null) {
            throw new UserException("a stage failed: " + UserException.why(failed), failed);
          }
        }
      }
    }
    return 0;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static Path defaultSamples() {
    @Nullable String home = System.getProperty("hearsay.home");
    Path out = Path.of(home == null ? "." : home, "samples");
    if (!Files.exists(out.resolve("pages.tsv"))) {
      throw new UserException("no sample pages in " + out + "; name their folder with --samples");
    }
    return out;
  }

  /** The pages that pages.tsv in the folder lists. */
  static List<Sample> samples(Path folder) throws IOException {
    List<Sample> out = new ArrayList<>();
    List<String> lines = Files.readAllLines(folder.resolve("pages.tsv"), StandardCharsets.UTF_8);
    for (int i = 1; i < lines.size(); i++) {
      String[] columns = lines.get(i).split("\t", -1);
      if (columns.length < 3) {
        throw new UserException(
            folder.resolve("pages.tsv") + ":" + (i + 1) + ": needs file, url and content-type");
      }
      out.add(new Sample(folder.resolve(columns[0]), columns[1], columns[2]));
    }
    return out;
  }

  private static void publish(
      List<Sample> pages, Topics topics, Map<String, Object> client, Map<String, Object> registry)
      throws IOException, InterruptedException {
    try (PagePublisher publisher = new PagePublisher(topics, client, registry)) {
      Map<String, Future<RecordMetadata>> sent = new LinkedHashMap<>();
      for (Sample page : pages) {
        sent.put(
            page.file().toString(),
            publisher.send(page.url(), page.contentType(), Files.readAllBytes(page.file())));
      }
      for (Map.Entry<String, Future<RecordMetadata>> each : sent.entrySet()) {
        PagePublisher.confirm(each.getKey(), each.getValue());
      }
    }
  }

  /**
   * What the stages wrote.
   *
   * @param articles by id
   * @param claims by id
   * @param rejected why, by the key of what was rejected
   * @param edges by id: who copied whom
   * @param profiles by id: what each outlet published, and how
   * @param clusters by id: claims that several articles report
   */
  private record Results(
      Map<String, Article> articles,
      Map<String, Claim> claims,
      Map<String, String> rejected,
      Map<String, Republication> edges,
      Map<String, OutletProfile> profiles,
      Map<String, ClaimCluster> clusters) {}

  private Results collect(
      List<Sample> pages,
      Topics topics,
      Map<String, Object> client,
      Map<String, Object> registry,
      Stages stages) {
    long progress = System.nanoTime();
    int seen = 0;
    Set<String> annotated = new LinkedHashSet<>();
    long expected = 0;
    Results out =
        new Results(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>());
    long news = System.nanoTime();
    try (TopicReader<Republication> lineage =
            new TopicReader<>(topics.lineage(), client, registry, true);
        TopicReader<OutletProfile> profiles =
            new TopicReader<>(topics.outletProfiles(), client, registry, true);
        TopicReader<ClaimCluster> clusters =
            new TopicReader<>(topics.claimClusters(), client, registry, true);
        TopicReader<Annotation> summaries =
            new TopicReader<>(topics.annotations(), client, registry, true);
        TopicReader<Article> articles =
            new TopicReader<>(topics.articles(), client, registry, true);
        TopicReader<Claim> claims = new TopicReader<>(topics.claims(), client, registry, true);
        TopicReader<SpecificRecord> deadLetters =
            new TopicReader<>(topics.deadLetters(), client, registry, true)) {
      // Claims of copies come again with their origins: nothing says how many, so wait for quiet.
      while (annotated.size() + out.rejected().size() < pages.size()
          || out.claims().size() < expected
          || System.nanoTime() - news < QUIET.toNanos()) {
        int now = annotated.size() + out.articles().size() + out.rejected().size();
        if (now > seen) {
          seen = now;
          progress = System.nanoTime();
        }
        if (seconds(progress) > timeout || !stages.runner().isLive()) {
          throw new UserException(
              "%d of %d pages were read, %d annotated, %d rejected, then nothing more came; %s"
                  .formatted(
                      out.articles().size(),
                      pages.size(),
                      annotated.size(),
                      out.rejected().size(),
                      stages.runner().describe()));
        }
        for (Annotation summary : values(summaries)) {
          if (annotated.add(summary.getArticleId())) {
            expected += summary.getClaims();
          }
        }
        for (Article article : values(articles)) {
          out.articles().put(article.getId(), article);
        }
        for (Claim claim : values(claims)) {
          out.claims().put(claim.getId(), claim);
          news = System.nanoTime();
        }
        for (Republication edge : values(lineage)) {
          out.edges().put(edge.getId(), edge);
          news = System.nanoTime();
        }
        for (OutletProfile profile : values(profiles)) {
          out.profiles().put(profile.getId(), profile);
          news = System.nanoTime();
        }
        for (ClaimCluster cluster : values(clusters)) {
          out.clusters().put(cluster.getId(), cluster);
          news = System.nanoTime();
        }
        for (ConsumerRecord<String, byte[]> letter : deadLetters.poll(POLL)) {
          out.rejected().put(letter.key(), TopicReader.rejection(letter));
        }
      }
    }
    return out;
  }

  private static <V extends SpecificRecord> List<V> values(TopicReader<V> reader) {
    List<V> out = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
      @Nullable V value = reader.value(record);
      if (value != null) {
        out.add(value);
      }
    }
    return out;
  }

  private void print(Results results) {
    PrintWriter out = spec.commandLine().getOut();
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
      List<Claim> claims = byArticle.getOrDefault(article.getId(), List.of());
      claims.stream()
          .sorted(Comparator.comparingInt(c -> c.getContent().get(0).getStart()))
          .forEach(
              claim ->
                  out.println(
                      ClaimTable.row(
                          claim.getChain().stream().map(link -> link.getName()).toList(),
                          claim.getForm(),
                          claim.getCueText(),
                          claim.getContentText())));
      out.println();
    }
    out.println("Who copied whom");
    results.edges().values().stream().map(edge -> edgeLine(edge)).sorted().forEach(out::println);
    out.println();
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
    out.println("How each outlet words it, in its own articles and its own voice");
    results
        .profiles()
        .values()
        .forEach(profile -> out.println("  " + ProfileTable.outlet(profile)));
    out.println();
    out.printf(
        "%d pages, %d claims. The sample pages are fiction.%n",
        articles.size(), results.claims().size());
    results.rejected().forEach((page, reason) -> out.println(page + " was rejected: " + reason));
    out.flush();
  }

  /** One edge on one line: copy, origin, how much, and what says so. */
  private static String edgeLine(Republication edge) {
    return String.format(
        java.util.Locale.ROOT,
        "  %s %s %s: %s, %.0f %% of its own words, %s%s",
        Objects.requireNonNullElse(edge.getOutletName(), "(unknown outlet)"),
        edge.getDirection().equals("UNDECIDED") ? "and" : "from",
        Objects.requireNonNullElse(edge.getOriginOutletName(), "(unknown outlet)"),
        edge.getKind(),
        100 * edge.getContainment(),
        edge.getDirection(),
        edge.getContradicted() ? " but contradicted by times" : "");
  }
}

package org.hearsay.cli.pages;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hearsay.analysis.Analyzer;
import org.hearsay.analysis.Publication;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.output.ClusterTable;
import org.hearsay.coverage.clusters.Cluster;
import org.hearsay.encoder.sentences.MeaningEncoder;
import org.hearsay.entities.Catalogue;
import org.hearsay.records.ClaimCluster;
import org.hearsay.text.languages.ReadingLanguage;
import org.hearsay.topology.clusters.ClusterRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What several page files say that somebody said, without Kafka. */
@Command(
    name = "clusters",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the claims that several of the given pages share, without Kafka: who had it first,"
          + " each outlet's wording and cue, how many reports are independent, and in what they"
          + " disagree.",
      "A page without a time of publication counts at the time of its file.",
      "A page that cannot be read is named on standard error, and the status is then 1."
    })
public final class ClustersCommand implements Callable<Integer> {
  /** After so many pages each it is told how far it is. */
  private static final int TELLING = 20;

  @Option(
      names = "--format",
      defaultValue = "text",
      description =
          "${COMPLETION-CANDIDATES}: for people, or one ClaimCluster a line (default:"
              + " ${DEFAULT-VALUE}).")
  Format format = Format.text;

  @Option(
      names = "--threads",
      description = "How many pages are worked on at once (default: one a core).")
  int threads = Runtime.getRuntime().availableProcessors();

  @Mixin CatalogueOptions catalogueOptions;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Pages: HTML or text; or folders of them.")
  List<String> files;

  @Spec CommandSpec spec;

  /** How clusters are shown. */
  enum Format {
    text,
    json
  }

  @Override
  public Integer call() throws InterruptedException {
    List<String> named = new ArrayList<>(new LinkedHashSet<>(PageFiles.of(files)));
    List<ClusterPages.Page> pages = pages(named, catalogueOptions.load());
    List<Cluster> clusters;
    try (MeaningEncoder meanings = MeaningEncoder.load()) {
      clusters = ClusterPages.shared(pages, meanings::meaning);
    }
    Map<String, String> names = new HashMap<>();
    pages.forEach(page -> names.put(page.publication().id(), page.name()));
    PrintWriter out = spec.commandLine().getOut();
    for (Cluster cluster : clusters) {
      ClaimCluster row = ClusterRecords.row(cluster);
      out.println(
          format == Format.json
              ? row.toString()
              : ClusterTable.row(row, article -> names.getOrDefault(article, article)));
    }
    if (format == Format.text) {
      out.println(
          counted(pages.size(), "page", "pages")
              + ", "
              + counted(clusters.size(), "claim", "claims")
              + " in several of them");
    }
    out.flush();
    return pages.size() == named.size() ? 0 : 1;
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /** The pages that can be read, in the order named. */
  private List<ClusterPages.Page> pages(List<String> named, Catalogue catalogue)
      throws InterruptedException {
    LineagePages reader = new LineagePages(catalogue);
    PrintWriter err = spec.commandLine().getErr();
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads));
    List<ClusterPages.Page> out = new ArrayList<>();
    try (Analyzer analyzer = Analyzer.load(catalogue, ReadingLanguage.CODE)) {
      List<Future<ClusterPages.Page>> pending = new ArrayList<>();
      for (String file : named) {
        pending.add(
            pool.submit(
                () -> {
                  Publication publication = reader.publish(file);
                  return ClusterPages.Page.of(file, publication, analyzer.annotate(publication));
                }));
      }
      int done = 0;
      for (Future<ClusterPages.Page> page : pending) {
        try {
          out.add(page.get());
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof UserException)) {
            throw new IllegalStateException(e.getCause());
          }
          // One page that cannot be read says nothing about the others.
          err.println("hearsay: " + e.getCause().getMessage());
        }
        done++;
        if (done % TELLING == 0) {
          err.printf("hearsay: %d of %d pages%n", done, named.size());
        }
      }
      return out;
    } finally {
      pool.shutdownNow();
    }
  }
}

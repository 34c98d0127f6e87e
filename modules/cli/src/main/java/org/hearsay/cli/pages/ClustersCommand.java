package org.hearsay.cli.pages;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.output.ClusterTable;
import org.hearsay.cli.output.Phrases;
import org.hearsay.cli.output.Wrap;
import org.hearsay.coverage.clusters.Cluster;
import org.hearsay.encoder.sentences.MeaningEncoder;
import org.hearsay.entities.Catalogue;
import org.hearsay.records.ClaimCluster;
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
  @Option(
      names = "--format",
      defaultValue = "text",
      description =
          "${COMPLETION-CANDIDATES}: for people, or one ClaimCluster a line (default:"
              + " ${DEFAULT-VALUE}).")
  ClustersFormat format = ClustersFormat.text;

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
  enum ClustersFormat {
    text,
    json
  }

  @Override
  public Integer call() throws InterruptedException {
    PageFiles named = PageFiles.of(files);
    PrintWriter err = spec.commandLine().getErr();
    Catalogue catalogue = named.catalogue(catalogueOptions, err);
    PageAnalysis.Result read = new PageAnalysis(catalogue, threads, false, err).of(named.files());
    List<AnalysedPage> pages = read.pages();
    List<Cluster> clusters;
    try (MeaningEncoder meanings = MeaningEncoder.load()) {
      clusters = new PagesTogether(pages, catalogue, meanings::meaning).clusters();
    }
    Map<String, String> names = new HashMap<>();
    pages.forEach(page -> names.put(page.id(), page.name()));
    PrintWriter out = spec.commandLine().getOut();
    for (Cluster cluster : clusters) {
      ClaimCluster row = ClusterRecords.row(cluster);
      out.println(
          format == ClustersFormat.json
              ? row.toString()
              : ClusterTable.row(
                  row, article -> names.getOrDefault(article, article), Wrap.width(spec)));
    }
    if (format == ClustersFormat.text) {
      out.println(
          Phrases.counted(pages.size(), "page", "pages")
              + ", "
              + Phrases.counted(clusters.size(), "claim", "claims")
              + " in several of them");
    }
    out.flush();
    return read.refused().isEmpty() ? 0 : 1;
  }
}

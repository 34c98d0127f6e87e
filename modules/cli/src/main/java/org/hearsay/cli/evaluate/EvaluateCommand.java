package org.hearsay.cli.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hearsay.analysis.Analyzer;
import org.hearsay.analysis.claims.ArticleClaim;
import org.hearsay.analysis.publishing.Publisher;
import org.hearsay.claims.ClaimScores;
import org.hearsay.claims.ClaimScores.Figure;
import org.hearsay.claims.ClaimScores.Figures;
import org.hearsay.claims.ClaimScores.Marked;
import org.hearsay.claims.ClaimScores.Outcome;
import org.hearsay.claims.ClaimScores.Pair;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.options.LexiconOptions;
import org.hearsay.cli.options.TemporaryFolder;
import org.hearsay.entities.Catalogue;
import org.hearsay.page.PageReader;
import org.hearsay.text.Span;
import org.hearsay.text.languages.ReadingLanguage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scores Hearsay on articles that the user annotated. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Scores Hearsay on articles that you annotated.")
public final class EvaluateCommand implements Runnable {
  @Spec CommandSpec spec;

  EvaluateCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to evaluate; see hearsay evaluate --help");
  }

  /** Scores claims, with the errors side by side where they are asked for. */
  @Command(
      name = "claims",
      mixinStandardHelpOptions = true,
      description = {
        "Scores the claims that Hearsay finds in articles against those that people marked.",
        "A claim is found when its content and that of one of Hearsay's overlap with a character F1"
            + " of 0.5 or more; claims inside the content of another are not counted.",
        "PATH is JSON lines, {\"id\", \"text\", \"attributions\": [{\"source\", \"cue\","
            + " \"content\", \"type\"}]}, each part a list of [start, end] in code points; or brat's"
            + " NAME.ann beside NAME.txt, with Source, Cue and Content tied by relations or events;"
            + " or a folder of such."
      })
  void claims(
      @Option(names = "--gold", required = true, paramLabel = "PATH", description = "the articles")
          Path gold,
      @Option(names = "--errors", description = "show what was missed, invented or cut otherwise")
          boolean errors,
      @Option(names = "--json", description = "the figures as JSON") boolean json,
      @Mixin CatalogueOptions catalogueOptions,
      @Mixin LexiconOptions lexiconOptions)
      throws IOException {
    List<GoldClaims.Article> articles = new ArrayList<>();
    GoldClaims.read(gold, articles::add);
    TemporaryFolder.require(TemporaryFolder.LIBRARIES);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter progress = spec.commandLine().getErr();
    Catalogue catalogue = catalogueOptions.load();
    Publisher publisher = new Publisher(catalogue);
    PageReader reader = new PageReader();
    ClaimScores scores = new ClaimScores();
    try (Analyzer analyzer =
        Analyzer.load(catalogue, lexiconOptions.load(), ReadingLanguage.CODE)) {
      for (int i = 0; i < articles.size(); i++) {
        GoldClaims.Article article = articles.get(i);
        List<Marked> found =
            analyzer
                .annotate(publisher.publish(reader.plain(article.text()).article(), null))
                .claims()
                .stream()
                .map(ArticleClaim::claim)
                .map(Marked::of)
                .toList();
        Outcome outcome = scores.add(article.text(), article.claims(), found);
        if (errors) {
          show(out, article, outcome);
        }
        if ((i + 1) % 20 == 0) {
          progress.printf("hearsay: %d of %d articles%n", i + 1, articles.size());
        }
      }
    }
    show(out, scores.figures(), json);
    out.flush();
  }

  private static void show(PrintWriter out, Figures figures, boolean json)
      throws JsonProcessingException {
    if (json) {
      out.println(
          new ObjectMapper()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(figures));
      return;
    }
    row(out, "", "precision", "recall", "F1");
    figure(out, "claims, content agrees by half", figures.half());
    figure(out, "claims, content agrees by four fifths", figures.most());
    figure(out, "exact sources", figures.source());
    figure(out, "exact cues", figures.cue());
    figure(out, "exact contents", figures.content());
    figures
        .recall()
        .forEach(
            (type, recall) ->
                row(out, type.toLowerCase(Locale.ROOT) + " claims found", "", percent(recall), ""));
    out.printf(
        "%d claims marked, %d found; of those found, the source overlaps in %s, is exact in %s;"
            + " where people saw no source, one was given in %s%n",
        figures.gold(),
        figures.found(),
        percent(figures.sourceOverlaps()),
        percent(figures.sourceExact()),
        percent(figures.invented()));
  }

  private static void figure(PrintWriter out, String name, Figure figure) {
    row(out, name, percent(figure.precision()), percent(figure.recall()), percent(figure.f1()));
  }

  private static void row(PrintWriter out, String name, String... values) {
    out.printf("%-40s %10s %10s %10s%n", name, values[0], values[1], values[2]);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static void show(PrintWriter out, GoldClaims.Article article, Outcome outcome) {
    out.println("== " + article.id());
    for (Marked missed : outcome.missed()) {
      out.println("missed    " + shown(missed, article.text()));
    }
    for (Marked invented : outcome.invented()) {
      out.println("invented  " + shown(invented, article.text()));
    }
    for (Pair pair : outcome.pairs()) {
      boolean same =
          pair.gold().content().equals(pair.found().content())
              && pair.gold().source().equals(pair.found().source())
              && pair.gold().cue().equals(pair.found().cue());
      if (!same) {
        out.println("marked    " + shown(pair.gold(), article.text()));
        out.println("    found " + shown(pair.found(), article.text()));
      }
    }
  }

  private static String shown(Marked claim, String text) {
    return "[%s] [%s] [%s]"
        .formatted(
            shown(claim.source(), text), shown(claim.cue(), text), shown(claim.content(), text));
  }

  private static String shown(List<Span> spans, String text) {
    return spans.stream()
        .map(span -> span.of(text).replaceAll("\\s+", " "))
        .collect(Collectors.joining(" … "));
  }
}

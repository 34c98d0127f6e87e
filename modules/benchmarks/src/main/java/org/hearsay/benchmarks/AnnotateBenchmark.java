package org.hearsay.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.analysis.Analyzer;
import org.hearsay.analysis.Annotation;
import org.hearsay.analysis.mentions.ArticleMention;
import org.hearsay.analysis.publishing.Publication;
import org.hearsay.claims.Claim;
import org.hearsay.claims.ClaimExtractor;
import org.hearsay.claims.ClaimLanguage;
import org.hearsay.claims.Quotations;
import org.hearsay.encoder.ClaimTagger;
import org.hearsay.encoder.ToneTagger;
import org.hearsay.encoder.sentences.LinearModel;
import org.hearsay.encoder.sentences.SentenceEncoder;
import org.hearsay.encoder.sentences.SentenceReader;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.EntityLanguage;
import org.hearsay.entities.EntityLinker;
import org.hearsay.entities.EntityMention;
import org.hearsay.framing.FramingAnalyzer;
import org.hearsay.framing.FramingLanguage;
import org.hearsay.framing.Voices;
import org.hearsay.framing.terms.FramingTerms;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.LanguageAnnotator;
import org.hearsay.page.PageArticle;
import org.hearsay.page.PageReader;
import org.hearsay.text.languages.ReadingLanguage;

/**
 * Measures what each part of annotating an article costs, one article after the other, in the
 * process's processor time: what others run meanwhile does not count. After {@code mvn package}, in
 * the repository's root: {@code java -Xmx3g -cp
 * "modules/benchmarks/target/classes:modules/cli/target/dist/app/*:modules/cli/target/dist/lib/*:modules/cli/target/dist/models/*"
 * org.hearsay.benchmarks.AnnotateBenchmark TEXTS.jsonl}.
 */
public final class AnnotateBenchmark {
  private AnnotateBenchmark() {}

  /**
   * Runs with a file of JSON lines with the fields id and text. Each is read once, as what was read
   * before is remembered; the first fifth warms up and is not counted.
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (arguments.length != 1) {
      throw new IllegalArgumentException("usage: AnnotateBenchmark TEXTS.jsonl");
    }
    PageReader reader = new PageReader();
    List<PageArticle> articles =
        LineageAccuracy.read(Path.of(arguments[0])).stream()
            .map(story -> reader.plain(story.body()).article())
            .toList();
    Catalogue catalogue = Catalogue.builtIn();
    int warmUp = articles.size() / 5;
    try (Analyzer analyzer = Analyzer.load(catalogue, ReadingLanguage.CODE);
        Parts parts = new Parts(analyzer, catalogue)) {
      for (int i = 0; i < articles.size(); i++) {
        if (i == warmUp) {
          parts.forget();
        }
        parts.add(articles.get(i));
      }
      parts.print(articles.size() - warmUp, out);
    }
  }

  /** The analyzer, and beside it what it is made of, each timed. */
  private static final class Parts implements AutoCloseable {
    private final Analyzer analyzer;
    private final LanguageAnnotator annotator = LanguageAnnotator.load(ReadingLanguage.CODE);
    private final EntityLinker linker;
    private final ClaimTagger tagger = ClaimTagger.load();
    private final SentenceEncoder encoder = SentenceEncoder.load();
    private final ToneTagger tones = ToneTagger.load();
    private final ClaimExtractor extractor;
    private final FramingAnalyzer framer;
    private final Map<String, Double> parts = new LinkedHashMap<>();
    private double whole;
    private long words;
    private long mentions;

    Parts(Analyzer analyzer, Catalogue catalogue) {
      this.analyzer = analyzer;
      this.linker = new EntityLinker(catalogue, EntityLanguage.load(ReadingLanguage.CODE));
      this.extractor = new ClaimExtractor(tagger, ClaimLanguage.load(ReadingLanguage.CODE));
      LinearModel bias = FramingAnalyzer.model();
      this.framer =
          new FramingAnalyzer(
              FramingTerms.builtIn(ReadingLanguage.CODE),
              FramingLanguage.load(ReadingLanguage.CODE),
              bias,
              new SentenceReader(encoder, List.of(bias)));
    }

    void forget() {
      whole = 0;
      words = 0;
      mentions = 0;
      parts.clear();
    }

    void add(PageArticle article) {
      Publication publication = analyzer.publish(article, null);
      long began = cpu();
      Annotation annotation = analyzer.annotate(publication);
      whole += seconds(began);
      List<ToneTagger.Request> requests = requests(annotation.mentions());

      began = cpu();
      AnnotatedText text = annotator.annotate(article.body(), article.paragraphs());
      parts.merge("language", seconds(began), Double::sum);
      began = cpu();
      List<EntityMention> found = linker.link(text);
      parts.merge("entities", seconds(began), Double::sum);
      began = cpu();
      List<Claim> claims = extractor.extract(text, found);
      parts.merge("claims", seconds(began), Double::sum);
      began = cpu();
      String title = article.title() == null ? "" : article.title();
      AnnotatedText headline = annotator.annotate(title, LanguageAnnotator.paragraphs(title));
      parts.merge("title", seconds(began), Double::sum);
      began = cpu();
      framer.article(
          text, found, claims, Voices.of(text.text(), claims, Quotations.of(text)), headline);
      parts.merge("framing", seconds(began), Double::sum);
      began = cpu();
      tones.tones(article.body(), requests);
      parts.merge("tone", seconds(began), Double::sum);
      words += text.sentences().stream().mapToLong(s -> s.tokens().size()).sum();
      mentions += annotation.mentions().size();
    }

    void print(int articles, PrintStream out) {
      double sum = parts.values().stream().mapToDouble(Double::doubleValue).sum();
      out.printf(
          "%d articles, %,d tokens, %,d mentions; %.1f s whole (%,.0f tokens/s), %.1f s in"
              + " parts%n",
          articles, words, mentions, whole, words / whole, sum);
      parts.forEach(
          (part, took) -> out.printf("  %-9s %6.2f s  %5.1f %%%n", part, took, 100 * took / sum));
      double framing = 0;
      for (String part : List.of("title", "framing", "tone")) {
        framing += parts.getOrDefault(part, 0.0);
      }
      out.printf("  framing with title and tone: %.1f %%%n", 100 * framing / sum);
      out.printf(
          "  without framing, from text to claims with speakers: %,.0f tokens/s%n",
          words / (sum - framing));
    }

    @Override
    public void close() {
      tagger.close();
      encoder.close();
      tones.close();
    }
  }

  /** One a sentence and thing, as the analyzer asks. */
  private static List<ToneTagger.Request> requests(List<ArticleMention> mentions) {
    Map<List<Object>, ToneTagger.Request> out = new LinkedHashMap<>();
    for (ArticleMention mention : mentions) {
      out.putIfAbsent(
          List.of(mention.sentence(), mention.mention().clusterId()),
          new ToneTagger.Request(mention.sentence(), mention.mention().span()));
    }
    return List.copyOf(out.values());
  }

  private static double seconds(long since) {
    return (cpu() - since) / 1e9;
  }

  /** The process's processor time: the encoder's runtime has threads of its own. */
  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}

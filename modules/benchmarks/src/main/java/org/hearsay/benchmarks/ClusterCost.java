package org.hearsay.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.hearsay.encoder.sentences.MeaningEncoder;
import org.hearsay.records.Article;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.ClusterReport;
import org.hearsay.records.Span;
import org.hearsay.records.topics.Topics;
import org.hearsay.text.Ids;
import org.hearsay.text.languages.ReadingLanguage;
import org.hearsay.topology.PlainAvro;
import org.hearsay.topology.profile.ProfileStage;
import org.hearsay.topology.profile.ProfileWindows;

/**
 * What clusters of claims cost a claim as the stores grow, and how right they are, on generated
 * claims: processor time of the one thread and bytes on disk at 1,000, 10,000 and 30,000 claims of
 * 2,000 speakers, a tenth of them of one. Every third claim repeats an earlier one: word for word,
 * or in another of five forms. Run as {@link TraceCost}.
 */
public final class ClusterCost {
  private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");
  private static final Duration STEP = Duration.ofSeconds(20);
  private static final int[] MARKS = {1_000, 10_000, 30_000, 100_000};
  private static final int SPEAKERS = 2_000;

  private static final String[] SUBJECTS = {
    "the bridge", "the hospital", "the harbour", "the power station", "the border crossing",
    "the dam", "the airport", "the university", "the railway line", "the steel works"
  };
  private static final String[] PLACES = {
    "Ibar Mill",
    "Port Selim",
    "Novi Most",
    "Velika Reka",
    "Karaman",
    "Lower Gazivode",
    "Zuce",
    "Sitnica Ford",
    "Saint Orlan",
    "Brod Kamen",
    "Halme",
    "Tarsk",
    "Ulvik Bay",
    "Dolna",
    "Merrow"
  };

  /** Five ways to say each: {0} the subject, {1} the place, {2} a number. */
  private static final String[][] ACTS = {
    {
      "{0} in {1} will be closed for {2} months",
      "that {0} in {1} was going to be shut for {2} months",
      "“{0} in {1} closes for {2} months,”",
      "for {2} months {0} in {1} would stay closed",
      "the closure of {0} in {1} will last {2} months"
    },
    {
      "{2} people were hurt when fire broke out at {0} in {1}",
      "that a fire at {0} in {1} injured {2} people",
      "“{2} people were injured in the fire at {0} in {1},”",
      "the blaze at {0} in {1} had left {2} people injured",
      "{2} were injured by a fire at {0} in {1}"
    },
    {
      "the European Union will pay {2} million euros for {0} in {1}",
      "that {0} in {1} would get {2} million euros from the European Union",
      "“the European Union gives {2} million euros for {0} in {1},”",
      "{2} million euros from the European Union will go to {0} in {1}",
      "the EU was to fund {0} in {1} with {2} million euros"
    },
    {
      "{2} workers at {0} in {1} have not been paid since autumn",
      "that since autumn {2} workers at {0} in {1} had received no pay",
      "“{2} of our workers at {0} in {1} wait for their pay since autumn,”",
      "no wages had been paid to {2} workers of {0} in {1} since the autumn",
      "{2} workers of {0} in {1} have gone unpaid since autumn"
    },
    {
      "{0} in {1} was sold to foreign investors for {2} million",
      "that foreign investors had bought {0} in {1} for {2} million",
      "“foreign investors paid {2} million for {0} in {1},”",
      "{0} in {1} now belongs to foreign investors who paid {2} million",
      "the sale of {0} in {1} to investors from abroad brought {2} million"
    }
  };

  private ClusterCost() {}

  /**
   * What is claimed.
   *
   * @param id what is the same in claims that say the same
   * @param speaker who says it
   * @param text in which words
   */
  private record Generated(String id, String speaker, String text) {}

  private static ProfileStage stage(Topics topics, PlainAvro serdes, MeaningEncoder meanings) {
    return new ProfileStage(
        topics, serdes, ProfileWindows.DEFAULT, meanings::meaning, ReadingLanguage.CODE);
  }

  /** Runs up to the number of claims given, 30,000 where none is. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int most = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30_000;
    Topics topics = new Topics();
    PlainAvro serdes = new PlainAvro();
    Path state = Files.createTempDirectory("cluster-cost");
    Properties settings = new Properties();
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    try (MeaningEncoder meanings = MeaningEncoder.load();
        TopologyTestDriver driver =
            new TopologyTestDriver(stage(topics, serdes, meanings).topology(), settings)) {
      TestInputTopic<String, Article> articles =
          driver.createInputTopic(
              topics.articles().name(),
              new StringSerializer(),
              serdes.of(Article.class).serializer());
      TestInputTopic<String, Claim> claims =
          driver.createInputTopic(
              topics.claims().name(), new StringSerializer(), serdes.of(Claim.class).serializer());
      TestOutputTopic<String, ClaimCluster> clusters =
          driver.createOutputTopic(
              topics.claimClusters().name(),
              new StringDeserializer(),
              serdes.of(ClaimCluster.class).deserializer());
      Random random = new Random(3);
      List<Generated> said = new ArrayList<>();
      Map<String, String> truth = new HashMap<>();
      Map<String, ClaimCluster> newest = new HashMap<>();
      long nanos = 0;
      int before = 0;
      for (int i = 0; i < most; i++) {
        Generated generated = generate(said, random);
        said.add(generated);
        Article article = article(i, random);
        Claim claim = claim(article, generated);
        truth.put(claim.getId(), generated.speaker + generated.id);
        Instant seen = START.plus(STEP.multipliedBy(i));
        articles.pipeInput(article.getId(), article, seen);
        long start = TimedStage.cpu();
        claims.pipeInput(claim.getId(), claim, seen);
        nanos += TimedStage.cpu() - start;
        clusters.readValuesToList().forEach(row -> newest.put(row.getId(), row));
        for (int mark : MARKS) {
          if (i + 1 == mark) {
            out.printf(
                "%,d claims: %.2f ms a claim since the last mark; state %,d MB; %s%n",
                mark, nanos / 1e6 / (mark - before), bytes(state) >> 20, quality(newest, truth));
            nanos = 0;
            before = mark;
          }
        }
      }
    }
    try (Stream<Path> files = Files.walk(state)) {
      files.sorted(Comparator.reverseOrder()).forEach(ClusterCost::delete);
    }
  }

  private static Generated generate(List<Generated> said, Random random) {
    if (!said.isEmpty() && random.nextInt(3) == 0) {
      Generated old = said.get(said.size() - 1 - random.nextInt(Math.min(500, said.size())));
      return random.nextInt(2) == 0
          ? old
          : new Generated(old.id, old.speaker, form(old.id, random.nextInt(5)));
    }
    int speaker = random.nextInt(10) == 0 ? 0 : random.nextInt(SPEAKERS);
    String id =
        random.nextInt(ACTS.length)
            + "/"
            + random.nextInt(SUBJECTS.length)
            + "/"
            + random.nextInt(PLACES.length)
            + "/"
            + (2 + random.nextInt(97));
    String name = "Speaker Num" + Integer.toString(speaker + 400, 36);
    return new Generated(id, name, form(id, random.nextInt(5)));
  }

  private static String form(String id, int form) {
    String[] parts = id.split("/", -1);
    return ACTS[Integer.parseInt(parts[0])][form]
        .replace("{0}", SUBJECTS[Integer.parseInt(parts[1])])
        .replace("{1}", PLACES[Integer.parseInt(parts[2])])
        .replace("{2}", parts[3]);
  }

  private static Article article(int i, Random random) {
    String outlet = "outlet-" + random.nextInt(200);
    return Article.newBuilder()
        .setId(Ids.of("article", Integer.toString(i)))
        .setPageUrl("https://" + outlet + ".example/" + i)
        .setOutletId(outlet)
        .setOutletName(outlet)
        .setTitle("Title " + i)
        .setBody("")
        .setParagraphs(List.of())
        .setNotices(List.of())
        .setCommentCount(0)
        .setPartial(List.of())
        .build();
  }

  private static Claim claim(Article article, Generated generated) {
    ChainLink publisher =
        ChainLink.newBuilder()
            .setRole("PUBLISHER")
            .setName(article.getOutletName())
            .setText("")
            .setId(article.getOutletId())
            .setEvidenceKind("HOST")
            .setEvidence("")
            .setConfidence(1)
            .build();
    return Claim.newBuilder()
        .setId(Ids.of(article.getId(), generated.text))
        .setArticleId(article.getId())
        .setOutletId(article.getOutletId())
        .setForm("INDIRECT")
        .setConfidence(0.9)
        .setContentText(generated.text)
        .setCueText("said")
        .setSourceText(generated.speaker)
        .setContent(List.of(new Span(0, generated.text.length())))
        .setCue(List.of())
        .setSource(List.of())
        .setSpeakerName(generated.speaker)
        .setSpeakerText(generated.speaker)
        .setChain(List.of(publisher))
        .setHops(0)
        .build();
  }

  /**
   * Of the pairs of claims in one cluster how many say the same, and of those that do how many are.
   */
  private static String quality(Map<String, ClaimCluster> newest, Map<String, String> truth) {
    Map<String, Integer> sizes = new HashMap<>();
    truth.values().forEach(id -> sizes.merge(id, 1, Integer::sum));
    long pairs = 0;
    long right = 0;
    for (ClaimCluster cluster : newest.values()) {
      Map<String, Integer> ids = new HashMap<>();
      for (ClusterReport report : cluster.getReports()) {
        ids.merge(truth.getOrDefault(report.getClaimId(), ""), 1, Integer::sum);
      }
      long n = cluster.getReports().size();
      pairs += n * (n - 1) / 2;
      right += ids.values().stream().mapToLong(k -> (long) k * (k - 1) / 2).sum();
    }
    long all = sizes.values().stream().mapToLong(k -> (long) k * (k - 1) / 2).sum();
    return String.format(
        Locale.ROOT,
        "of %,d pairs in one cluster %.1f %% say the same, of %,d that do %.1f %% are",
        pairs,
        100.0 * right / Math.max(1, pairs),
        all,
        100.0 * right / Math.max(1, all));
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(ClusterCost::size).sum();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      // A compaction has just put it away.
      return 0;
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

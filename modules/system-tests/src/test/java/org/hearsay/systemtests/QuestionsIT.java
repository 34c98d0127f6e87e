package org.hearsay.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.pages.AnalysedPage;
import org.hearsay.cli.pages.PageAnalysis;
import org.hearsay.cli.pages.PageFiles;
import org.hearsay.cli.pages.PagesTogether;
import org.hearsay.encoder.sentences.MeaningEncoder;
import org.hearsay.entities.Catalogue;
import org.hearsay.store.Answering;
import org.hearsay.store.QueryStore;
import org.hearsay.store.RowSink;
import org.hearsay.store.StoreException;
import org.hearsay.store.questions.Question;
import org.hearsay.store.questions.Question.Kind;
import org.hearsay.store.questions.Question.Parameter;
import org.hearsay.store.questions.Questions;
import org.hearsay.store.serving.QueryClient;
import org.hearsay.store.tables.Batch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the stages write to a real broker, and a store reads from it, answers every question as the
 * pages themselves do.
 */
class QuestionsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /**
   * How much there is of each kind, in each voice; not origins, some of which rest on what was seen
   * first.
   */
  private static final String COUNTS =
      """
      SELECT 'articles' AS what, '' AS voice, count(*) AS rows FROM articles
      UNION ALL SELECT 'comments', '', count(*) FROM comments
      UNION ALL SELECT 'claims', voice, count(*) FROM claims GROUP BY voice
      UNION ALL SELECT 'links', role, count(*) FROM chain_links WHERE role <> 'ORIGIN' GROUP BY role
      UNION ALL SELECT 'mentions', voice, count(*) FROM mentions GROUP BY voice
      UNION ALL SELECT 'terms', category, count(*) FROM framing_terms GROUP BY category
      UNION ALL SELECT 'annotations', '', sum(claims) FROM annotations
      """;

  @TempDir Path folder;

  @Test
  void theTopicsAnswerEveryQuestionAsThePagesDo() throws Exception {
    Path samples = StageProcess.root().resolve("samples");
    Map<String, List<String>> ofPages;
    try (QueryStore store = pages(samples);
        Answering asked = store.session()) {
      ofPages = answers(asked);
    }
    assertThat(ofPages).hasSize(15 + 1);
    Path data = folder.resolve("data");
    List<String> demo =
        List.of("demo", "--keep", "--data", data.toString(), "--samples", samples.toString());
    try (StageProcess process = StageProcess.hearsay(folder, demo)) {
      Map<String, List<String>> ofTopics = settled(process, data.resolve("store.duckdb"), ofPages);
      SoftAssertions.assertSoftly(
          softly ->
              ofPages.forEach(
                  (question, rows) -> {
                    List<String> topics = ofTopics.getOrDefault(question, List.of());
                    softly
                        .assertThat(topics.stream().filter(Rows::isKnown).toList())
                        .as(question)
                        .isEqualTo(known(rows, topics));
                  }));
    }
  }

  /** The pages' rows that topics are to have, of which some know by the first sight. */
  private static List<String> known(List<String> ofPages, List<String> ofTopics) {
    return ofPages.stream()
        .filter(Rows::isKnown)
        .filter(
            row ->
                !row.contains("=THROUGH_OTHERS ")
                    || !ofTopics.contains(row.replace("=THROUGH_OTHERS ", "=FIRST_SEEN ")))
        .toList();
  }

  private static boolean agree(Map<String, List<String>> pages, Map<String, List<String>> topics) {
    return pages.entrySet().stream()
        .allMatch(
            one -> {
              List<String> rows = topics.getOrDefault(one.getKey(), List.of());
              return rows.stream()
                  .filter(Rows::isKnown)
                  .toList()
                  .equals(known(one.getValue(), rows));
            });
  }

  private static QueryStore pages(Path samples) throws InterruptedException {
    PrintWriter err = new PrintWriter(new StringWriter());
    PageFiles files = PageFiles.of(List.of(samples.toString()));
    Catalogue catalogue = files.catalogue(new CatalogueOptions(), err);
    QueryStore out = QueryStore.inMemory();
    Batch batch = out.batch();
    try (MeaningEncoder meanings = MeaningEncoder.load()) {
      List<AnalysedPage> read = new PageAnalysis(catalogue, 2, true, err).of(files.files()).pages();
      new PagesTogether(read, catalogue, meanings::meaning).records(batch::add);
    }
    out.write(batch, Map.of());
    return out;
  }

  /** Asks the process until it answers as it should, or for as long as one may wait. */
  private static Map<String, List<String>> settled(
      StageProcess process, Path store, Map<String, List<String>> wanted) {
    Map<String, List<String>> last = Map.of();
    Instant end = null;
    while (end == null || Instant.now().isBefore(end)) {
      assertThat(process.isAlive()).as(process::log).isTrue();
      try (QueryClient client = new QueryClient(store)) {
        last = answers(client);
        end = end == null ? Instant.now().plus(PATIENCE) : end;
      } catch (StoreException e) {
        // It has not begun to answer.
        Thread.onSpinWait();
      }
      if (agree(wanted, last)) {
        return last;
      }
    }
    return last;
  }

  /** The rows of each question's example, sorted. */
  private static Map<String, List<String>> answers(Answering asked) {
    Map<String, List<String>> out = new TreeMap<>();
    for (Question question : Questions.builtIn()) {
      Rows rows = new Rows();
      asked.run(question.sql(), question.values(example(question)), rows);
      out.put(question.name(), rows.sorted());
    }
    Rows counts = new Rows();
    asked.run(COUNTS, Map.of(), counts);
    out.put("counts", counts.sorted());
    return out;
  }

  /** What the example gives: words by their place, options by their name. */
  private static Map<String, String> example(Question question) {
    List<String> words = new ArrayList<>();
    Map<String, String> out = new HashMap<>();
    @Nullable Parameter option = null;
    for (String part : question.exampleWords()) {
      if (option != null) {
        out.put(option.name(), part);
        option = null;
      } else if (part.startsWith("--")) {
        Parameter named = parameter(question, part.substring(2).replace('-', '_'));
        if (named.kind() == Kind.FLAG) {
          out.put(named.name(), "true");
        } else {
          option = named;
        }
      } else {
        words.add(part);
      }
    }
    List<Parameter> places =
        question.parameters().stream().filter(one -> one.kind() == Kind.WORD).toList();
    for (int i = 0; i < words.size(); i++) {
      out.put(places.get(i).name(), words.get(i));
    }
    return out;
  }

  private static Parameter parameter(Question question, String name) {
    return question.parameters().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Rows as text, without what rests on when pages were first seen: the stages have seen each page
   * come, files were all there at once.
   */
  private static final class Rows implements RowSink {
    private static final Set<String> BY_TIME = Set.of("at", "from");

    private final List<String> names = new ArrayList<>();
    private final List<String> all = new ArrayList<>();

    @Override
    public void headings(List<Heading> headings) {
      headings.forEach(heading -> names.add(heading.name()));
    }

    @Override
    public void row(List<@Nullable Object> values) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < names.size(); i++) {
        boolean seen = BY_TIME.contains(names.get(i)) && values.contains("first seen");
        row.append(names.get(i)).append('=').append(seen ? "" : values.get(i)).append(' ');
      }
      all.add(row.toString());
    }

    /** Whether a row rests on something else than the first sight. */
    static boolean isKnown(String row) {
      return !row.contains("=FIRST_SEEN ") && !row.contains("=UNDECIDED ");
    }

    List<String> sorted() {
      return all.stream().sorted().toList();
    }
  }
}

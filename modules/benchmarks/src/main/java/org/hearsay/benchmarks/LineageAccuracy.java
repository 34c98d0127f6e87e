package org.hearsay.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hearsay.benchmarks.Desk.Work;
import org.hearsay.lineage.CopyGraph;
import org.hearsay.lineage.Piece;
import org.hearsay.lineage.masks.MaskWords;
import org.hearsay.records.Republication;
import org.hearsay.text.languages.ReadingLanguage;
import org.jspecify.annotations.Nullable;

/**
 * How many generated copies are found, and how many pairs are found that are none. On texts of its
 * own, or on those of a JSON-lines file with the fields id and text; among articles in memory, or
 * through the trace stage with its stores and shards. After {@code mvn package}, in the
 * repository's root: {@code java -cp
 * "modules/benchmarks/target/classes:modules/cli/target/dist/app/*:modules/cli/target/dist/lib/*:$HOME/.m2/repository/org/apache/kafka/kafka-streams-test-utils/4.3.1/*"
 * org.hearsay.benchmarks.LineageAccuracy}.
 */
public final class LineageAccuracy {
  private static final Instant SEEN = Instant.parse("2026-02-01T00:00:00Z");

  /**
   * What came of one kind of work.
   *
   * @param copies how many were made
   * @param found how many were found
   * @param directed how many of those in the right direction
   */
  public record Score(int copies, int found, int directed) {
    /** The share found. */
    public double recall() {
      return copies == 0 ? 1 : (double) found / copies;
    }

    private Score add(boolean isFound, boolean isRight) {
      return new Score(copies + 1, found + (isFound ? 1 : 0), directed + (isRight ? 1 : 0));
    }
  }

  /**
   * The whole result.
   *
   * @param byWork recall by kind of work
   * @param pairs how many pairs of texts without copying there are
   * @param wrong those of them that were found
   */
  public record Result(Map<Work, Score> byWork, long pairs, List<FoundCopy> wrong) {}

  /**
   * A pair that was found.
   *
   * @param copy the id of the copy
   * @param origin that of its origin
   * @param how what they share, in words
   */
  public record FoundCopy(String copy, String origin, String how) {}

  /** A text and when it was first seen. */
  record Sight(Story story, Instant seen) {}

  /** Finds the copies among texts, which are given in the order of first sight. */
  interface Finder {
    List<FoundCopy> find(List<Sight> sights);
  }

  static List<FoundCopy> amongArticles(List<Sight> sights) {
    List<Piece> pieces = sights.stream().map(s -> s.story().piece(s.seen())).toList();
    return new CopyGraph(pieces, MaskWords.load(ReadingLanguage.CODE))
        .edges().stream()
            .map(
                edge ->
                    new FoundCopy(
                        edge.copy().id(),
                        edge.origin().id(),
                        how(
                            edge.overlap().extent().toString(),
                            edge.overlap().containment(),
                            edge.overlap().originContainment(),
                            edge.overlap().longestRun())))
            .toList();
  }

  static List<FoundCopy> throughTheStage(List<Sight> sights) {
    Map<String, FoundCopy> last = new LinkedHashMap<>();
    try (TimedStage stage = TimedStage.trace("trace", List.of())) {
      for (Sight sight : sights) {
        stage.process(sight.story(), sight.seen());
        for (Republication edge : stage.copies()) {
          last.put(
              edge.getId(),
              new FoundCopy(
                  edge.getArticleId(),
                  edge.getOriginId(),
                  how(
                      edge.getKind(),
                      edge.getContainment(),
                      edge.getOriginContainment(),
                      edge.getLongestRun())));
        }
      }
    }
    return List.copyOf(last.values());
  }

  private static String how(String kind, double containment, double ofOrigin, int longestRun) {
    return String.format("%s (%.2f, %.2f) longest %d", kind, containment, ofOrigin, longestRun);
  }

  private LineageAccuracy() {}

  /**
   * {@code [--stage] [texts.jsonl [works-a-text]]}: prints one line a kind of work, then what was
   * found among the texts themselves.
   */
  public static void main(String[] arguments) throws IOException {
    List<String> rest = new ArrayList<>(List.of(arguments));
    boolean stage = rest.remove("--stage");
    List<Story> stories = rest.isEmpty() ? generated(600) : read(Path.of(rest.get(0)));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int every = rest.size() < 2 ? 1 : Integer.parseInt(rest.get(1));
    Result result =
        measure(
            stories,
            every,
            stage ? LineageAccuracy::throughTheStage : LineageAccuracy::amongArticles);
    out.printf("%-16s %7s %8s %10s%n", "work", "copies", "recall", "direction");
    result.byWork.forEach(
        (work, score) ->
            out.printf(
                "%-16s %7d %8.4f %10.4f%n",
                work,
                score.copies,
                score.recall(),
                score.found == 0 ? 1 : (double) score.directed / score.found));
    out.printf("%d texts, %d pairs found among them%n", stories.size(), result.wrong.size());
    for (FoundCopy edge : result.wrong) {
      out.println("  " + edge.copy() + " < " + edge.origin() + "  " + edge.how());
    }
  }

  /** Events with two independent reports each, which share their facts and quotations. */
  public static List<Story> generated(int events) {
    Newsroom newsroom = new Newsroom(7);
    List<Story> out = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      Newsroom.Event event = newsroom.event(i);
      out.add(newsroom.report(event, 0, 250 + (i * 37) % 600));
      out.add(newsroom.report(event, 1, 250 + (i * 53) % 600));
    }
    return out;
  }

  /**
   * Makes one copy of each kind of each story, in turn, and looks for all of them at once.
   *
   * @param every how many kinds of work are done on one story
   * @param finder what looks for them
   */
  static Result measure(List<Story> stories, int every, Finder finder) {
    Desk desk = new Desk(new Random(11));
    List<Sight> sights = new ArrayList<>();
    for (Story story : stories) {
      sights.add(new Sight(story, SEEN));
    }
    Map<String, String> madeFrom = new HashMap<>();
    Map<String, Work> works = new HashMap<>();
    Work[] all = Work.values();
    for (int i = 0; i < stories.size(); i++) {
      Story story = stories.get(i);
      for (int k = 0; k < every; k++) {
        Work work = all[(i + k) % all.length];
        Story other = stories.get((i + stories.size() / 2) % stories.size());
        String id = "copy-" + work + "-" + story.id();
        @Nullable Story copy = desk.edit(work, story, other, id, "copier-" + i % 13);
        if (copy != null && story.words() >= 100) {
          sights.add(new Sight(copy, SEEN.plus(Duration.ofHours(1))));
          madeFrom.put(id, story.id());
          works.put(id, work);
        }
      }
    }
    Set<String> found = new HashSet<>();
    Set<String> directed = new HashSet<>();
    List<FoundCopy> wrong = new ArrayList<>();
    for (FoundCopy edge : finder.find(sights)) {
      String copy = edge.copy();
      String origin = edge.origin();
      @Nullable String made = madeFrom.get(copy);
      @Nullable String madeBack = madeFrom.get(origin);
      if (origin.equals(made)) {
        found.add(copy);
        directed.add(copy);
      } else if (copy.equals(madeBack)) {
        found.add(origin);
      } else if (made == null && madeBack == null) {
        wrong.add(edge);
      }
    }
    Map<Work, Score> byWork = new EnumMap<>(Work.class);
    works.forEach(
        (id, work) ->
            byWork.put(
                work,
                byWork
                    .getOrDefault(work, new Score(0, 0, 0))
                    .add(found.contains(id), directed.contains(id))));
    long n = stories.size();
    return new Result(byWork, n * (n - 1) / 2, wrong);
  }

  /** The texts of a JSON-lines file, with their paragraphs; the outlet is the id's beginning. */
  static List<Story> read(Path file) throws IOException {
    List<Story> out = new ArrayList<>();
    Instant published = Instant.parse("2026-01-05T06:00:01Z");
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        JsonParser parser = new JsonFactory().createParser(reader)) {
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        String id = "";
        String text = "";
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String field = parser.currentName();
          JsonToken token = parser.nextToken();
          if ("id".equals(field)) {
            id = parser.getText();
          } else if ("text".equals(field)) {
            text = parser.getText();
          } else if (token.isStructStart()) {
            parser.skipChildren();
          }
        }
        List<String> paragraphs =
            text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (!paragraphs.isEmpty()) {
          int end = id.indexOf('_');
          published = published.plus(Duration.ofMinutes(7));
          out.add(
              new Story(
                  id,
                  end < 0 ? id : id.substring(0, end),
                  paragraphs.get(0),
                  paragraphs,
                  published,
                  List.of()));
        }
      }
    }
    return out;
  }
}

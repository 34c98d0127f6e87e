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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hearsay.benchmarks.Desk.Work;
import org.hearsay.lineage.CopyGraph;
import org.hearsay.lineage.Copying;
import org.hearsay.lineage.Piece;
import org.jspecify.annotations.Nullable;

/**
 * How many generated copies are found, and how many pairs are found that are none. On texts of its
 * own, or on those of a JSON-lines file with the fields id and text.
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
  public record Result(Map<Work, Score> byWork, long pairs, List<Copying> wrong) {}

  private LineageAccuracy() {}

  /**
   * {@code [texts.jsonl [works-a-text]]}: prints one line a kind of work, then what was found among
   * the texts themselves.
   */
  public static void main(String[] arguments) throws IOException {
    List<Story> stories = arguments.length == 0 ? generated(600) : read(Path.of(arguments[0]));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int every = arguments.length < 2 ? 1 : Integer.parseInt(arguments[1]);
    Result result = measure(stories, every);
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
    for (Copying edge : result.wrong) {
      out.printf(
          "  %s < %s  %s shared %d (%.2f, %.2f) longest %d%n",
          edge.copy().id(),
          edge.origin().id(),
          edge.overlap().kind(),
          edge.overlap().sharedWords(),
          edge.overlap().containment(),
          edge.overlap().originContainment(),
          edge.overlap().longestRun());
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
   */
  public static Result measure(List<Story> stories, int every) {
    Desk desk = new Desk(new Random(11));
    List<Piece> pieces = new ArrayList<>();
    for (Story story : stories) {
      pieces.add(story.piece(SEEN));
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
          pieces.add(copy.piece(SEEN.plus(Duration.ofHours(1))));
          madeFrom.put(id, story.id());
          works.put(id, work);
        }
      }
    }
    CopyGraph graph = new CopyGraph(pieces);
    Set<String> found = new HashSet<>();
    Set<String> directed = new HashSet<>();
    List<Copying> wrong = new ArrayList<>();
    for (Copying edge : graph.edges()) {
      String copy = edge.copy().id();
      String origin = edge.origin().id();
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

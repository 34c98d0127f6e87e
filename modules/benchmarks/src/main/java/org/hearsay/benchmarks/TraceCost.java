package org.hearsay.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hearsay.benchmarks.Desk.Work;
import org.hearsay.records.topics.Topics;
import org.hearsay.topology.PlainAvro;
import org.hearsay.topology.TraceStage;
import org.jspecify.annotations.Nullable;

/**
 * What the trace stage costs an article as its stores grow: processor time of the one thread, in
 * all and without the test driver's own ({@link StageShare}), records on its internal topics, bytes
 * written to its changelogs and bytes on disk, at 1,000, 10,000 and 100,000 generated articles, of
 * which every tenth is a copy of an earlier one. All are within the retention, so that nothing is
 * forgotten meanwhile. After {@code mvn package}, in the repository's root: {@code java -cp
 * "modules/benchmarks/target/classes:modules/cli/target/dist/app/*:modules/cli/target/dist/lib/*:$HOME/.m2/repository/org/apache/kafka/kafka-streams-test-utils/4.3.1/*"
 * org.hearsay.benchmarks.TraceCost}.
 */
public final class TraceCost {
  private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");
  static final Duration STEP = Duration.ofSeconds(8);
  private static final int LAST = 1_000;
  private static final int[] MARKS = {1_000, 10_000, 30_000, 100_000};

  static final List<String> WRITTEN =
      List.of(
          "trace-articles-repartition",
          "trace-fingerprints-repartition",
          "trace-hits-repartition",
          "trace-candidates-repartition",
          "trace-edges-repartition",
          "trace-articles-store-changelog",
          "trace-postings-store-changelog",
          "trace-pairs-store-changelog",
          "trace-origins-store-changelog",
          "hearsay.lineage");

  private TraceCost() {}

  /** Runs up to the number of articles given, 100,000 where none is. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int most = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MARKS[MARKS.length - 1];
    Topics topics = new Topics();
    PlainAvro serdes = new PlainAvro();
    Newsroom newsroom = new Newsroom(7);
    Desk desk = new Desk(new Random(11));
    try (TimedStage stage =
        new TimedStage(
            new TraceStage(topics, serdes, TraceStage.RETENTION).topology(),
            topics,
            serdes,
            WRITTEN)) {
      long nanos = 0;
      long words = 0;
      long[] records = new long[WRITTEN.size()];
      long[] bytes = new long[WRITTEN.size()];
      long stateBefore = 0;
      int articlesBefore = 0;
      @Nullable StageShare share = null;
      for (int i = 0; i < most; i++) {
        int done = i + 1;
        if (measures(i) && !measures(i - 1)) {
          nanos = 0;
          words = 0;
          records = new long[WRITTEN.size()];
          bytes = new long[WRITTEN.size()];
          share = new StageShare();
        }
        Story story = story(newsroom, desk, i);
        nanos += stage.process(story, START.plus(STEP.multipliedBy(i)));
        words += story.words();
        List<long[]> drained = stage.drain();
        for (int k = 0; k < drained.size(); k++) {
          records[k] += drained.get(k)[0];
          bytes[k] += drained.get(k)[1];
        }
        if (isMark(done)) {
          int last = Math.min(LAST, done / 2);
          long state = stage.stateBytes();
          double own = share == null ? 1 : share.stop();
          out.printf(
              "%,d articles: %.2f ms an article of %d words over the last %,d, %.2f ms of them the"
                  + " stage's own; state %,d MB, %,.0f bytes an article since the last mark%n",
              done,
              nanos / 1e6 / last,
              words / last,
              last,
              own * nanos / 1e6 / last,
              state >> 20,
              (double) (state - stateBefore) / (done - articlesBefore));
          stateBefore = state;
          articlesBefore = done;
          List<String> parts = new ArrayList<>();
          for (int k = 0; k < records.length; k++) {
            parts.add(
                String.format(
                    "%s %.1f (%,d bytes)",
                    WRITTEN.get(k), (double) records[k] / last, bytes[k] / last));
          }
          out.println("  records an article: " + String.join(", ", parts));
        }
      }
    }
  }

  private static boolean isMark(int done) {
    return Arrays.stream(MARKS).anyMatch(mark -> mark == done);
  }

  /** Whether the article of that number counts for the next mark. */
  private static boolean measures(int i) {
    for (int mark : MARKS) {
      if (i < mark) {
        return i >= mark - Math.min(LAST, mark / 2);
      }
    }
    return false;
  }

  /** The article of that number: every tenth is a copy of one up to 200 before it. */
  static Story story(Newsroom newsroom, Desk desk, int i) {
    Story own = newsroom.report(newsroom.event(i), 0, 250 + (i * 37) % 600);
    if (i % 10 != 9 || i < 200) {
      return own;
    }
    int from = i - 1 - (i * 31) % 199;
    Story first = newsroom.report(newsroom.event(from), 0, 250 + (from * 37) % 600);
    @Nullable Story copy = desk.edit(Work.WHOLE, first, own, "c" + i, "copier-" + i % 13);
    return copy == null ? own : copy;
  }
}

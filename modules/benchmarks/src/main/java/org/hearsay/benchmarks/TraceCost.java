package org.hearsay.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.hearsay.benchmarks.Desk.Work;
import org.jspecify.annotations.Nullable;

/**
 * What the trace stage costs an article as its stores grow: processor time of the one thread, in
 * all and without the test driver's own ({@link StageShare}), records on its internal topics, bytes
 * written to its changelogs and bytes on disk, at 1,000, 10,000 and 100,000 generated articles, of
 * which every tenth is a copy of an earlier one. All are within the retention, so that nothing is
 * forgotten meanwhile. Beside it runs, on the same articles in turn, a stage that holds the last
 * 1,000 and nothing else: how much dearer the large one is does not depend on how fast the machine
 * is at that moment. After {@code mvn package}, in the repository's root: {@code java -cp
 * "modules/benchmarks/target/classes:modules/cli/target/dist/app/*:modules/cli/target/dist/lib/*:modules/cli/target/dist/models/*:$HOME/.m2/repository/org/apache/kafka/kafka-streams-test-utils/4.3.1/*"
 * org.hearsay.benchmarks.TraceCost}, with {@code -Dstore.memory=2048} for another memory than a
 * stage has by itself, in MB.
 */
public final class TraceCost {
  private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");
  static final Duration STEP = Duration.ofSeconds(8);
  private static final int LAST = 1_000;

  /** What the stage beside holds before it is measured. */
  private static final int FEW = 1_000;

  private static final int[] MARKS = {1_000, 10_000, 30_000, 100_000};

  static final List<String> WRITTEN =
      List.of(
          "trace-fingerprints-repartition",
          "trace-hits-repartition",
          "trace-candidates-repartition",
          "trace-edges-repartition",
          "trace-articles-store-changelog",
          "trace-postings-store-changelog",
          "trace-pairs-store-changelog",
          "trace-edges-store-changelog",
          "hearsay.lineage");

  private TraceCost() {}

  /** Runs up to the number of articles given, 100,000 where none is. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int most = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MARKS[MARKS.length - 1];
    Newsroom newsroom = new Newsroom(7);
    Desk desk = new Desk(new Random(11));
    Deque<Sight> last = new ArrayDeque<>();
    try (TimedStage stage = TimedStage.trace("all", WRITTEN)) {
      long stateBefore = 0;
      int before = 0;
      int done = 0;
      while (done < most) {
        int mark = mark(done);
        int measured = Math.min(LAST, mark / 2);
        while (done < Math.min(most, mark - measured)) {
          Sight sight = sight(newsroom, desk, done++);
          stage.process(sight.story, sight.seen);
          stage.drain();
          last.add(sight);
          if (last.size() > FEW) {
            last.remove();
          }
        }
        if (most < mark) {
          return;
        }
        List<Sight> sights = new ArrayList<>();
        while (done < mark) {
          sights.add(sight(newsroom, desk, done++));
        }
        measure(stage, last, sights).print(done, out);
        sights.forEach(
            sight -> {
              last.add(sight);
              last.remove();
            });
        long state = stage.stateBytes();
        out.printf(
            "  state %,d MB, %,.0f bytes an article since the last mark%n",
            state >> 20, (double) (state - stateBefore) / (done - before));
        stateBefore = state;
        before = done;
      }
    }
  }

  /** Processes articles in the stage and in one that holds only the last few. */
  private static Costs measure(TimedStage all, Collection<Sight> last, List<Sight> sights) {
    try (TimedStage few = TimedStage.trace("few", WRITTEN)) {
      for (Sight sight : last) {
        few.process(sight.story, sight.seen);
        few.drain();
      }
      StageShare share = new StageShare();
      Costs costs = new Costs(last.size(), sights.size());
      for (Sight sight : sights) {
        costs.words += sight.story.words();
        costs.all += all.process(sight.story, sight.seen);
        costs.few += few.process(sight.story, sight.seen);
        costs.add(all.drain());
        few.drain();
      }
      List<Double> own = share.stop(List.of(all, few));
      costs.ownOfAll = own.get(0) * costs.all;
      costs.ownOfFew = own.get(1) * costs.few;
      return costs;
    }
  }

  /** An article when it is first seen. */
  private record Sight(Story story, Instant seen) {}

  private static Sight sight(Newsroom newsroom, Desk desk, int i) {
    return new Sight(story(newsroom, desk, i), START.plus(STEP.multipliedBy(i)));
  }

  /** Sums over the articles of a mark, in nanoseconds, words, records and bytes. */
  private static final class Costs {
    private final int held;
    private final int articles;
    private final long[] records = new long[WRITTEN.size()];
    private final long[] bytes = new long[WRITTEN.size()];
    private long words;
    private long all;
    private long few;
    private double ownOfAll;
    private double ownOfFew;

    Costs(int held, int articles) {
      this.held = held;
      this.articles = articles;
    }

    void add(List<long[]> drained) {
      for (int k = 0; k < drained.size(); k++) {
        records[k] += drained.get(k)[0];
        bytes[k] += drained.get(k)[1];
      }
    }

    void print(int done, PrintStream out) {
      out.printf(
          "%,d articles: %.2f ms an article of %d words over the last %,d, %.2f ms of them the"
              + " stage's own; beside %,d others alone %.2f and %.2f ms: %.2f times as dear, of the"
              + " stage's own %.2f times%n",
          done,
          millis((double) all),
          words / articles,
          articles,
          millis(ownOfAll),
          held,
          millis((double) few),
          millis(ownOfFew),
          (double) all / few,
          ownOfAll / ownOfFew);
      List<String> parts = new ArrayList<>();
      for (int k = 0; k < records.length; k++) {
        parts.add(
            String.format(
                "%s %.1f (%,d bytes)",
                WRITTEN.get(k), (double) records[k] / articles, bytes[k] / articles));
      }
      out.println("  records an article: " + String.join(", ", parts));
    }

    private double millis(double nanos) {
      return nanos / 1e6 / articles;
    }
  }

  /** The next mark after so many articles. */
  private static int mark(int done) {
    return Arrays.stream(MARKS).filter(mark -> mark > done).findFirst().orElse(Integer.MAX_VALUE);
  }

  /** The article of that number: every tenth is a copy of one up to 200 before it. */
  static Story story(Newsroom newsroom, Desk desk, int i) {
    Story own = own(newsroom, i);
    if (i % 10 != 9 || i < 200) {
      return own;
    }
    Story first = own(newsroom, i - 1 - (i * 31) % 199);
    @Nullable Story copy = desk.edit(Work.WHOLE, first, own, id("c" + i), "copier-" + i % 13);
    return copy == null ? own : copy;
  }

  private static Story own(Newsroom newsroom, int i) {
    Story story = newsroom.report(newsroom.event(i), 0, 250 + (i * 37) % 600);
    return new Story(
        id(story.id()),
        story.outlet(),
        story.title(),
        story.paragraphs(),
        story.publishedAt(),
        story.declared());
  }

  /** As long as articles' ids are: what the stores take depends on it. */
  private static String id(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "")
        .substring(0, 24);
  }
}

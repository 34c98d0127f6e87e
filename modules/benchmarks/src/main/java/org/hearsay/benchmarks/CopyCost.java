package org.hearsay.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hearsay.analysis.Analyzer;
import org.hearsay.benchmarks.Desk.Work;
import org.hearsay.entities.Catalogue;
import org.hearsay.records.topics.Topics;
import org.hearsay.text.languages.ReadingLanguage;
import org.hearsay.topology.PlainAvro;
import org.hearsay.topology.annotate.AnnotateStage;
import org.jspecify.annotations.Nullable;

/**
 * What the annotate stage costs an article that it sees for the first time, and what a copy of it,
 * in processor time of the one thread. A copy is the text as another outlet has it: its own
 * headline, date line and credit around the same paragraphs; an edited copy has 2 words in 100
 * changed and other quotation marks besides. And what the trace stage costs the same three, with a
 * store that holds as many generated articles already as the third argument says. Arguments: {@code
 * [texts.jsonl [how-many [stored]]]}, a file of lines with the fields id and text, or none for
 * generated articles. Run as {@link TraceCost} is.
 */
public final class CopyCost {
  private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");
  private static final int WARM_UP = 20;

  private static final List<String> WRITTEN =
      List.of(
          "annotate-articles-repartition",
          "hearsay.mentions",
          "hearsay.claims",
          "hearsay.framing",
          "hearsay.annotations");

  private CopyCost() {}

  /** Prints the cost of each and the ratio. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
    List<Story> stories = stories(arguments, count + WARM_UP);
    int stored = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
    Desk desk = new Desk(new Random(11));
    Topics topics = new Topics();
    PlainAvro serdes = new PlainAvro();
    try (Analyzer analyzer = Analyzer.load(Catalogue.builtIn(), ReadingLanguage.CODE);
        TimedStage stage =
            new TimedStage(
                "annotate",
                new AnnotateStage(topics, serdes, analyzer).topology(),
                topics,
                serdes,
                WRITTEN);
        TimedStage trace = TimedStage.trace("trace", TraceCost.WRITTEN)) {
      fill(trace, stored);
      Instant start = START.plus(TraceCost.STEP.multipliedBy(stored));
      Costs costs = new Costs(stage, trace);
      for (int i = 0; i < stories.size(); i++) {
        if (i == WARM_UP) {
          costs = new Costs(stage, trace);
        }
        @Nullable Story changed =
            desk.edit(Work.WHOLE, stories.get(i), stories.get(0), "edited-" + i, "copier");
        costs.add(stories.get(i), changed, start.plus(Duration.ofMinutes(i)));
      }
      costs.print(stories.size() - WARM_UP, stored, out);
    }
  }

  /** Sums over articles and two copies of each, in words and nanoseconds. */
  private static final class Costs {
    private final TimedStage stage;
    private final TimedStage trace;
    private long words;
    private long first;
    private long copied;
    private long edited;
    private long traced;

    Costs(TimedStage stage, TimedStage trace) {
      this.stage = stage;
      this.trace = trace;
    }

    void add(Story story, @Nullable Story changed, Instant now) {
      words += story.words();
      first += both(story, now);
      copied += both(republished(story), now.plusSeconds(20));
      edited += both(changed == null ? story : changed, now.plusSeconds(40));
      stage.drain();
      trace.drain();
    }

    /** What annotating costs; what tracing costs is added up. */
    private long both(Story story, Instant now) {
      long annotated = stage.process(story, now);
      traced += trace.process(story, now);
      return annotated;
    }

    void print(int n, int stored, PrintStream out) {
      out.printf("%d articles of %d words%n", n, words / n);
      out.printf("first seen:  %.2f ms, %,.0f words/s%n", first / 1e6 / n, words * 1e9 / first);
      out.printf(
          "copy:        %.2f ms, %.3f of a first-seen article%n",
          copied / 1e6 / n, (double) copied / first);
      out.printf(
          "edited copy: %.2f ms, %.3f of a first-seen article%n",
          edited / 1e6 / n, (double) edited / first);
      out.printf(
          "trace:       %.2f ms an article beside %,d others; annotate costs a first-seen one %.0f"
              + " times that, and these three together %.0f times%n",
          traced / 1e6 / (3 * n),
          stored,
          3.0 * first / traced,
          (double) (first + copied + edited) / traced);
    }
  }

  private static void fill(TimedStage trace, int stored) {
    Newsroom newsroom = new Newsroom(13);
    Desk desk = new Desk(new Random(17));
    for (int i = 0; i < stored; i++) {
      trace.process(TraceCost.story(newsroom, desk, i), START.plus(TraceCost.STEP.multipliedBy(i)));
      trace.drain();
    }
  }

  private static List<Story> stories(String[] arguments, int count) throws IOException {
    if (arguments.length > 0) {
      List<Story> read = LineageAccuracy.read(Path.of(arguments[0]));
      return read.subList(0, Math.min(count, read.size()));
    }
    Newsroom newsroom = new Newsroom(7);
    List<Story> out = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      out.add(newsroom.report(newsroom.event(i), 0, 250 + (i * 37) % 600));
    }
    return out;
  }

  private static Story republished(Story story) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add("PRELOG, Monday, from our desk");
    paragraphs.addAll(story.paragraphs());
    paragraphs.add("This article first appeared elsewhere and is republished here in full.");
    return new Story(
        "copy-" + story.id(),
        "copier",
        "What others wrote: " + story.title(),
        paragraphs,
        story.publishedAt(),
        List.of());
  }
}

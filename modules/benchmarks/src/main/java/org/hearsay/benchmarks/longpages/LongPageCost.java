package org.hearsay.benchmarks.longpages;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hearsay.analysis.Analyzer;
import org.hearsay.analysis.Annotation;
import org.hearsay.analysis.publishing.Publication;
import org.hearsay.entities.Catalogue;
import org.hearsay.lineage.Piece;
import org.hearsay.lineage.Prepared;
import org.hearsay.lineage.masks.MaskWords;
import org.hearsay.page.PageReader;
import org.hearsay.page.PageReading;
import org.hearsay.page.UnreadablePageException;
import org.hearsay.text.languages.ReadingLanguage;
import org.jspecify.annotations.Nullable;

/**
 * What long pages of kinds that hurt cost: reading the page, annotating the article, annotating its
 * readers' comments, and what tracing copies makes of the text, in seconds of processor time; by
 * which power of the length that grows, against the length before; and why the result is not whole.
 * Where a page takes long, the methods that it is in most often. After {@code mvn package}, in the
 * repository's root, on one core: {@code taskset -c 0 java -Xmx3g -XX:+UseParallelGC -cp
 * "modules/benchmarks/target/classes:modules/cli/target/dist/app/*:modules/cli/target/dist/lib/*:modules/cli/target/dist/models/*"
 * org.hearsay.benchmarks.longpages.LongPageCost [html|text|plain [KIND,…|all [CHARACTERS,…
 * [SECONDS]]]]}.
 */
public final class LongPageCost {
  /** A page that takes longer ends the program, in seconds, unless told otherwise. */
  private static final String LONGEST = "300";

  /** One that takes longer is looked into, in seconds. */
  private static final double LONG = 2;

  private static final int SAMPLING_MILLIS = 20;

  /** How many of the methods that it is in are shown. */
  private static final int SHOWN = 4;

  private static final List<String> PARTS = List.of("read", "annotate", "comments", "trace");

  private final String form;
  private final long longest;
  private final Analyzer analyzer;
  private final PrintStream out;
  private final PageReader reader = new PageReader();
  private final MaskWords masks = MaskWords.load(ReadingLanguage.CODE);
  private final ExecutorService worker;
  private volatile @Nullable Thread working;

  private LongPageCost(String form, long longest, Analyzer analyzer, PrintStream out) {
    this.form = form;
    this.longest = longest;
    this.analyzer = analyzer;
    this.out = out;
    this.worker =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = new Thread(work, "measured");
              thread.setDaemon(true);
              working = thread;
              return thread;
            });
  }

  /** Prints a line a page. */
  public static void main(String[] arguments) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    String form = arguments.length > 0 ? arguments[0] : "html";
    List<LongPage> kinds = new ArrayList<>();
    if (arguments.length < 2 || arguments[1].equals("all")) {
      kinds.addAll(Arrays.asList(LongPage.values()));
      kinds.removeIf(kind -> kind.isMarkup() && !form.equals("html"));
    } else {
      for (String name : arguments[1].split(",", -1)) {
        kinds.add(LongPage.valueOf(name.toUpperCase(Locale.ROOT)));
      }
    }
    String lengths = arguments.length > 2 ? arguments[2] : "10000,100000,1000000";
    int[] characters = Arrays.stream(lengths.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    long longest = Long.parseLong(arguments.length > 3 ? arguments[3] : LONGEST);
    try (Analyzer analyzer = Analyzer.load(Catalogue.builtIn(), ReadingLanguage.CODE)) {
      LongPageCost cost = new LongPageCost(form, longest, analyzer, out);
      // What the first page costs is mostly the JVM's.
      cost.measure(LongPage.PROSE, 50_000, false);
      out.printf("%-10s %10s", "kind", "length");
      PARTS.forEach(part -> out.printf(" %9s", part));
      out.printf(" %7s %s%n", "power", "partial");
      for (LongPage kind : kinds) {
        double before = 0;
        int shorter = 0;
        for (int length : characters) {
          double[] took = cost.measure(kind, length, true);
          double all = Arrays.stream(took).sum();
          String power =
              before < .05
                  ? "-"
                  : String.format(
                      Locale.ROOT,
                      "%.2f",
                      Math.log(all / before) / Math.log((double) length / shorter));
          out.printf("%-10s %,10d", kind.name().toLowerCase(Locale.ROOT), length);
          for (double part : took) {
            out.printf(Locale.ROOT, " %9.2f", part);
          }
          out.printf(" %7s %s%n", power, cost.partial);
          cost.printHot(all);
          before = all;
          shorter = length;
        }
      }
    }
  }

  /** Why the last page's result is not whole. */
  private String partial = "";

  /** How often each method of Hearsay was found to be at work on the last page. */
  private final Map<String, Integer> hot = new HashMap<>();

  private double[] measure(LongPage kind, int length, boolean known) throws InterruptedException {
    String page = kind.page(length, form.equals("html"));
    hot.clear();
    Future<double[]> work = worker.submit(() -> work(page));
    long began = System.nanoTime();
    while (true) {
      try {
        return work.get(SAMPLING_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        sample();
        double seconds = (System.nanoTime() - began) / 1e9;
        if (known && seconds > longest) {
          out.printf("%s of %,d: not done after %d s%n", kind, length, longest);
          printHot(seconds);
          System.exit(1);
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException(kind + " of " + length, e);
      }
    }
  }

  private double[] work(String page) {
    double[] took = new double[PARTS.size()];
    long began = cpu();
    PageReading reading;
    try {
      reading =
          form.equals("plain")
              ? reader.plain(page)
              : reader.read(
                  page.getBytes(StandardCharsets.UTF_8),
                  "https://example.org/2031/03/05/day",
                  form.equals("html") ? "text/html" : "text/plain");
    } catch (UnreadablePageException e) {
      took[0] = seconds(began);
      partial = "refused: " + e.getMessage();
      return took;
    }
    took[0] = seconds(began);
    began = cpu();
    Publication publication = analyzer.publish(reading.article(), null);
    Annotation annotation = analyzer.annotate(publication);
    took[1] = seconds(began);
    began = cpu();
    analyzer.readers(publication, reading.comments());
    took[2] = seconds(began);
    began = cpu();
    Piece piece =
        new Piece(
            publication.id(),
            null,
            reading.article().title(),
            null,
            reading.article().body(),
            reading.article().paragraphs(),
            null,
            Instant.EPOCH,
            List.of());
    int fingerprints = Prepared.of(piece, masks).fingerprintCount();
    took[3] = seconds(began);
    partial =
        String.format(
            Locale.ROOT,
            "%s (%,d characters, %,d claims, %,d mentions, %,d comments, %,d fingerprints)",
            annotation.partial(),
            reading.article().body().length(),
            annotation.claims().size(),
            annotation.mentions().size(),
            reading.comments().size(),
            fingerprints);
    return took;
  }

  private static double seconds(long since) {
    return (cpu() - since) / 1e9;
  }

  /** The thread's processor time: what others run meanwhile does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Counts the method of Hearsay that is at work, and who called it. */
  private void sample() {
    StackTraceElement[] stack = Objects.requireNonNull(working).getStackTrace();
    StringBuilder at = new StringBuilder();
    int frames = 0;
    for (StackTraceElement frame : stack) {
      String name = frame.getClassName();
      if (name.startsWith("org.hearsay.") && !name.startsWith("org.hearsay.benchmarks.")) {
        at.append(at.isEmpty() ? "" : " < ");
        at.append(name.substring(name.lastIndexOf('.') + 1)).append('.');
        at.append(frame.getMethodName()).append(':').append(frame.getLineNumber());
        frames++;
        if (frames == 3) {
          break;
        }
      }
    }
    hot.merge(at.toString(), 1, Integer::sum);
  }

  private void printHot(double seconds) {
    int all = hot.values().stream().mapToInt(Integer::intValue).sum();
    if (seconds < LONG || all == 0) {
      return;
    }
    hot.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(SHOWN)
        .forEach(e -> out.printf("    %3d %% %s%n", 100 * e.getValue() / all, e.getKey()));
  }
}

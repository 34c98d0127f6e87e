package org.hearsay.cli.pages;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.hearsay.analysis.Analyzer;
import org.hearsay.analysis.Annotation;
import org.hearsay.analysis.CommentAnnotation;
import org.hearsay.analysis.claims.ArticleClaim;
import org.hearsay.analysis.publishing.Publication;
import org.hearsay.analysis.publishing.Publisher;
import org.hearsay.claims.ChainLink;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.options.LexiconOptions;
import org.hearsay.cli.options.TemporaryFolder;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.output.AnalysisJson;
import org.hearsay.cli.output.ClaimTable;
import org.hearsay.cli.output.Format;
import org.hearsay.cli.output.Phrases;
import org.hearsay.cli.output.Telling;
import org.hearsay.cli.output.Wrap;
import org.hearsay.entities.Catalogue;
import org.hearsay.framing.terms.FramingTerms;
import org.hearsay.page.PageReader;
import org.hearsay.page.PageReading;
import org.hearsay.page.UnreadablePageException;
import org.hearsay.text.Span;
import org.hearsay.text.languages.ReadingLanguage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the libraries on files, without Kafka: one JSON object a line, in input order. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = {
      "Analyses files without Kafka and prints one JSON object a line, in input order.",
      "A file is a page: HTML, or text as copied from a browser; - is standard input."
    },
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {"0:every input was analysed", "1:an input failed; its line says why"})
public final class AnalyzeCommand implements Callable<Integer> {
  @Option(names = "--plain", description = "The whole file is the article's body, untouched.")
  boolean plain;

  @Option(names = "--lines", description = "Each line is a document of its own (implies --plain).")
  boolean lines;

  @Option(
      names = "--extract-only",
      description = "Article and comments only: no language work, no models to load.")
  boolean extractOnly;

  @Option(
      names = "--url",
      description = "The address that the pages were fetched from (default: as pages.tsv says).")
  @Nullable String url;

  @Option(
      names = "--format",
      defaultValue = "json",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Format format = Format.json;

  @Option(
      names = "--threads",
      description = "How many inputs are worked on at once (default: one a core).")
  int threads = Runtime.getRuntime().availableProcessors();

  @Mixin CatalogueOptions catalogueOptions;
  @Mixin LexiconOptions lexiconOptions;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files, or folders of files; - is standard input.")
  List<String> files;

  @Spec CommandSpec spec;

  /**
   * One document to analyse.
   *
   * @param line its line from 1, or 0 for a whole file
   * @param text the line's text; null for a whole file
   */
  private record Input(PageFile page, int line, @Nullable String text) {
    String file() {
      return page.name();
    }

    /** What people call it. */
    String shown() {
      String name = file().equals("-") ? "standard input" : file();
      return line == 0 ? name : name + ", line " + line;
    }
  }

  /**
   * What came of one input.
   *
   * @param shown what is printed
   * @param failed whether it could not be analysed
   */
  private record Output(String shown, boolean failed) {}

  @Override
  public Integer call() throws InterruptedException {
    PageFiles pages = PageFiles.of(files);
    List<PageFile> named = pages.files();
    Catalogue catalogue = pages.catalogue(catalogueOptions, spec.commandLine().getErr());
    FramingTerms lexicon = lexiconOptions.load();
    // Models take seconds: not for inputs none of which is there.
    boolean reading = missing(named) < named.size() && !extractOnly;
    if (reading) {
      TemporaryFolder.require(TemporaryFolder.LIBRARIES);
    }
    try (@Nullable Analyzer analyzer =
        reading ? Analyzer.load(catalogue, lexicon, ReadingLanguage.CODE) : null) {
      return analyze(new Work(catalogue, analyzer), named);
    }
  }

  /** Tells which inputs there are not, each on standard error; how many. */
  private int missing(List<PageFile> named) {
    int out = 0;
    for (PageFile file : named) {
      if (!file.name().equals("-") && !Files.exists(Path.of(file.name()))) {
        spec.commandLine().getErr().println("hearsay: " + file.name() + ": no such file");
        out++;
      }
    }
    return out;
  }

  private int analyze(Work work, List<PageFile> named) throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    boolean failed = false;
    Telling told = work.headway.told(spec.commandLine().getErr());
    try {
      // A window of results bounds memory and keeps input order.
      ArrayDeque<Future<Output>> pending = new ArrayDeque<>();
      int window = 8 * threads;
      for (PageFile file : named) {
        for (Input input : inputs(file)) {
          if (out.checkError()) {
            // Nobody reads the results any more (| head).
            return 1;
          }
          pending.add(pool.submit(() -> work.on(input)));
          if (pending.size() >= window) {
            failed |= print(out, pending.remove());
          }
        }
      }
      while (!pending.isEmpty()) {
        failed |= print(out, pending.remove());
      }
    } finally {
      told.end();
      pool.shutdownNow();
    }
    out.flush();
    return failed ? 1 : 0;
  }

  private static boolean print(PrintWriter out, Future<Output> result) throws InterruptedException {
    try {
      Output output = result.get();
      out.println(output.shown());
      return output.failed();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private List<Input> inputs(PageFile file) {
    if (!lines) {
      return List.of(new Input(file, 0, null));
    }
    List<String> texts;
    try {
      texts = new String(bytes(file.name()), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      // Analysing it again reports the failure in its place.
      return List.of(new Input(file, 0, null));
    }
    List<Input> out = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      out.add(new Input(file, i + 1, texts.get(i)));
    }
    return out;
  }

  private static byte[] bytes(String file) throws IOException {
    return file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
  }

  /** The work on one input; shared by threads. */
  private final class Work {
    private final PageReader reader = new PageReader();
    private final AnalysisJson json = new AnalysisJson();
    private final Headway headway = new Headway();
    private final Publisher publisher;
    private final @Nullable Analyzer analyzer;

    Work(Catalogue catalogue, @Nullable Analyzer analyzer) {
      this.publisher = new Publisher(catalogue);
      this.analyzer = analyzer;
    }

    Output on(Input input) throws Exception {
      return headway.of(input.shown(), () -> analyze(input));
    }

    private Output analyze(Input input) {
      try {
        PageReading reading = read(input);
        Publication publication = publisher.publish(reading.article(), address(input));
        @Nullable Annotation annotation = analyzer == null ? null : analyzer.annotate(publication);
        if (format == Format.table) {
          return new Output(table(input.file(), publication, reading, annotation), false);
        }
        List<CommentAnnotation> readers =
            analyzer == null ? List.of() : analyzer.readers(publication, reading.comments());
        String shown =
            json.line(
                input.file(), input.line(), publication, reading.comments(), annotation, readers);
        return new Output(shown, false);
      } catch (UnreadablePageException
          | IOException
          | UncheckedIOException
          | InvalidPathException e) {
        return failure(input, UserException.why(e));
      } catch (RuntimeException | StackOverflowError e) {
        // A fault of Hearsay's must not cost the other inputs their results.
        synchronized (this) {
          CommandLine line = spec.commandLine();
          line.getErr().println("hearsay: " + input.file() + " fails for a fault in Hearsay:");
          line.getErr().println(line.getColorScheme().richStackTraceString(e));
        }
        return failure(input, "a fault in Hearsay: " + e);
      }
    }

    private Output failure(Input input, String reason) {
      return new Output(
          format == Format.json ? json.error(input.file(), reason) : input.file() + ": " + reason,
          true);
    }

    private PageReading read(Input input) throws IOException, UnreadablePageException {
      if (input.text() != null) {
        return reader.plain(input.text());
      }
      byte[] bytes = bytes(input.file());
      return plain
          ? reader.plain(new String(bytes, StandardCharsets.UTF_8))
          : reader.read(bytes, address(input), input.page().contentType());
    }

    private @Nullable String address(Input input) {
      return url == null ? input.page().url() : url;
    }
  }

  private String table(
      String file, Publication publication, PageReading reading, @Nullable Annotation annotation) {
    StringBuilder out = new StringBuilder();
    out.append(file).append(": ");
    out.append(Phrases.outlet(publication.outletName()));
    out.append(" | ").append(Phrases.title(publication.article().title()));
    out.append(" | ").append(reading.comments().size()).append(" comments");
    if (annotation != null) {
      for (ArticleClaim claim : annotation.claims()) {
        String body = publication.article().body();
        out.append(System.lineSeparator());
        out.append(
            ClaimTable.row(
                claim.chain().stream().map(ChainLink::name).toList(),
                claim.claim().form().name(),
                join(claim.claim().cue(), body),
                join(claim.claim().content(), body),
                Wrap.width(spec)));
      }
    }
    return out.toString();
  }

  private static String join(List<Span> spans, String body) {
    return spans.stream().map(span -> span.of(body)).collect(Collectors.joining(" … "));
  }
}

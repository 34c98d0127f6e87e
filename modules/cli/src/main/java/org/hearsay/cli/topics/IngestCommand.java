package org.hearsay.cli.topics;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.options.UserException;
import org.hearsay.records.topics.Topics;
import org.hearsay.sources.FetchLimits;
import org.hearsay.sources.FetchedPage;
import org.hearsay.sources.PageSink;
import org.hearsay.sources.Politeness;
import org.hearsay.sources.Retries;
import org.hearsay.sources.SourceSettings;
import org.hearsay.sources.Sources;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts pages into the pages topic. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = {
      "Puts pages into the pages topic. A source is a file, a folder (every file under it), a WARC file"
          + " (.warc, .warc.gz), - for standard input, or an http or https address: of a page, of an RSS or Atom"
          + " feed, or of a sitemap, which stand for the pages that they name.",
      "What cannot be read is named and skipped, the rest still goes in (exit status 1)."
    })
public final class IngestCommand implements Callable<Integer> {
  private static final int IN_FLIGHT = 64;

  /** How often progress is told of slow sources, in nanoseconds. */
  private static final long TELL_EVERY = 30_000_000_000L;

  private static final SourceSettings DEFAULTS = SourceSettings.defaults();

  @Mixin ClusterOptions cluster;

  @Option(
      names = "--url",
      description =
          "The address that the page was fetched from, with one input only. Without it the page's"
              + " own words say where it is from.")
  @Nullable String url;

  @Option(names = "--content-type", description = "The Content-Type that files came with.")
  @Nullable String contentType;

  @Option(
      names = "--user-agent",
      description =
          "What the fetcher calls itself; its first word is looked up in robots.txt (default:"
              + " ${DEFAULT-VALUE}).")
  String userAgent = DEFAULTS.politeness().userAgent();

  @Option(
      names = "--timeout",
      description =
          "Seconds for a connection and for each wait for data (default: ${DEFAULT-VALUE}).")
  int timeout = (int) DEFAULTS.timeout().toSeconds();

  @Option(
      names = "--delay",
      description =
          "Milliseconds between two requests to one host; a robots.txt may ask for more (default:"
              + " ${DEFAULT-VALUE}).")
  long delay = DEFAULTS.politeness().delay().toMillis();

  @Option(
      names = "--tries",
      description =
          "How often an address is asked that is busy or does not answer: HTTP status 429, 503 and"
              + " their like, a connection that breaks; 1 for never again (default:"
              + " ${DEFAULT-VALUE}).")
  int tries = DEFAULTS.retries().tries();

  @Option(
      names = "--max-wait",
      description =
          "Seconds that one such address is waited for at most, all waits together; a site that"
              + " asks for longer is left alone (default: ${DEFAULT-VALUE}).")
  long maxWait = DEFAULTS.retries().most().toSeconds();

  @Option(
      names = "--max-bytes",
      description = "The longest page, in bytes, unpacked (default: ${DEFAULT-VALUE}).")
  int maxBytes = DEFAULTS.limits().bytes();

  @Option(
      names = "--max-pages",
      description = "The most pages of one feed or sitemap (default: ${DEFAULT-VALUE}).")
  int maxPages = DEFAULTS.limits().pages();

  @Option(
      names = "--rate",
      description = "The most pages sent a second, of all sources (default: no limit).")
  double rate;

  @Option(names = "--ignore-robots", description = "Do not read robots.txt.")
  boolean ignoreRobots;

  @Option(
      names = "--allow-private",
      description = "Also fetch from addresses inside your own network.")
  boolean allowPrivate;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description = "Names what was sent in this file, and leaves out what it names already.")
  @Nullable Path resume;

  @Parameters(
      arity = "1..*",
      paramLabel = "SOURCE",
      description = "Files, folders, addresses, or -.")
  List<String> inputs;

  @Spec CommandSpec spec;

  /**
   * One page on its way.
   *
   * @param name what names it among the inputs
   * @param sent completes when the cluster has it
   */
  private record Sent(String name, Future<RecordMetadata> sent) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (url != null && (inputs.size() > 1 || Files.isDirectory(Path.of(inputs.get(0))))) {
      throw new UserException("--url names one page, but there are several");
    }
    SourceSettings settings = settings();
    Topics topics = cluster.topics();
    cluster.require(List.of(topics.pages()));
    try (PagePublisher publisher = new PagePublisher(topics, cluster.client(), cluster.registry());
        Sources sources = new Sources(settings, System.in)) {
      Sink sink = new Sink(publisher, known());
      try {
        for (String input : inputs) {
          sources.read(input, sink);
        }
        sink.confirmAll();
      } catch (UserException e) {
        sink.writeDownWhatArrived();
        throw e;
      }
      sink.tell();
      return sink.failed == 0 ? 0 : 1;
    }
  }

  private SourceSettings settings() {
    try {
      return new SourceSettings(
          new Politeness(userAgent, Duration.ofMillis(delay), !ignoreRobots),
          Duration.ofSeconds(timeout),
          DEFAULTS.deadline(),
          new FetchLimits(maxBytes, DEFAULTS.limits().redirects(), maxPages),
          new Retries(tries, DEFAULTS.retries().first(), Duration.ofSeconds(maxWait)),
          allowPrivate);
    } catch (IllegalArgumentException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  private Set<String> known() throws IOException {
    return resume == null || !Files.exists(resume)
        ? new HashSet<>()
        : new HashSet<>(Files.readAllLines(resume, StandardCharsets.UTF_8));
  }

  /** Sends pages, no faster than wished, and writes down what the cluster has. */
  private final class Sink implements PageSink {
    private final PagePublisher publisher;
    private final Set<String> known;
    private final PrintWriter err = spec.commandLine().getErr();
    private final ArrayDeque<Sent> pending = new ArrayDeque<>();
    private final long started = System.nanoTime();
    private long told = started;
    private long taken;
    private long done;
    private long failed;

    Sink(PagePublisher publisher, Set<String> known) {
      this.publisher = publisher;
      this.known = known;
    }

    @Override
    public void page(FetchedPage page) throws IOException {
      String key = url != null ? url : page.url() != null ? page.url() : key(page.name());
      @Nullable String type = page.contentType() == null ? contentType : page.contentType();
      try {
        pace();
        pending.add(new Sent(page.name(), publisher.send(key, type, page.bytes())));
        // What has arrived is written down at once: pages of the web may come one a second.
        while (pending.size() >= IN_FLIGHT
            || (!pending.isEmpty() && pending.element().sent().isDone())) {
          confirm();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        InterruptedIOException stopped = new InterruptedIOException("stopped");
        stopped.initCause(e);
        throw stopped;
      }
    }

    private static String key(String name) {
      return name.startsWith("file:") ? name : "file:" + name;
    }

    private void pace() throws InterruptedException {
      if (rate > 0) {
        long at = started + (long) (taken * 1e9 / rate);
        TimeUnit.NANOSECONDS.sleep(Math.max(0, at - System.nanoTime()));
      }
      taken++;
    }

    private void confirm() throws InterruptedException, IOException {
      Sent first = pending.remove();
      if (!arrived(first)) {
        failed++;
        return;
      }
      writeDown(first);
      done++;
      if (done % 1000 == 0 || System.nanoTime() - told > TELL_EVERY) {
        told = System.nanoTime();
        tell();
      }
    }

    private void writeDown(Sent page) throws IOException {
      if (resume != null && known.add(page.name())) {
        Files.writeString(
            resume,
            page.name() + System.lineSeparator(),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      }
    }

    /** Of what was on its way when a page failed, so that it is not sent twice. */
    void writeDownWhatArrived() throws IOException {
      publisher.flush();
      for (Sent page : pending) {
        if (page.sent().isDone()) {
          try {
            page.sent().get();
            writeDown(page);
          } catch (ExecutionException e) {
            failed++;
            err.println("hearsay: " + notSent(page, e));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
          }
        }
      }
    }

    void tell() {
      err.println(
          "hearsay: " + (done == 1 ? "1 page" : done + " pages") + " sent, " + failed + " failed");
    }

    /** Waits for a page; false for one that the cluster will never take, whoever sends it. */
    private boolean arrived(Sent page) throws InterruptedException {
      try {
        page.sent().get();
        return true;
      } catch (ExecutionException e) {
        String reason = notSent(page, e);
        if (!(e.getCause() instanceof RecordTooLargeException)) {
          throw new UserException(reason, e);
        }
        err.println("hearsay: " + reason);
        return false;
      }
    }

    private static String notSent(Sent page, ExecutionException e) {
      return page.name() + " could not be sent: " + UserException.why(e);
    }

    void confirmAll() throws InterruptedException, IOException {
      while (!pending.isEmpty()) {
        confirm();
      }
    }

    @Override
    public void failed(String name, String reason) {
      failed++;
      err.println("hearsay: " + name + " cannot be read: " + reason);
    }

    @Override
    public void waits(String name, String reason, Duration wait) {
      err.println(
          "hearsay: " + name + ": " + reason + "; asked again in " + wait.toSeconds() + " s");
    }

    @Override
    public boolean has(String name) {
      return known.contains(name);
    }
  }
}

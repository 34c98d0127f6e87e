package org.hearsay.cli.up;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.hearsay.cli.options.UserException;
import org.hearsay.sources.FetchedPage;
import org.hearsay.sources.PageSink;
import org.hearsay.sources.SourceSettings;
import org.hearsay.sources.Sources;
import org.hearsay.sources.Validators;
import org.jspecify.annotations.Nullable;

/**
 * Asks feeds for new pages, each every so often, and sends those. A feed that says that it has not
 * changed is not read again; a page that could not be fetched is asked for at the next rounds,
 * until that is in vain. Not safe for use by several threads, but for {@link #stop}.
 */
final class Feeds {
  /** How often a page is asked for, rounds that are some minutes apart. */
  private static final int MOST_TRIES = 5;

  private final List<String> given;
  private final Path list;
  private final FetchedNames fetched;
  private final Duration every;
  private final SourceSettings settings;
  private final PageSending sending;
  private final LongSupplier nanos;
  private final PrintWriter err;

  private final Map<String, Asked> asked = new HashMap<>();

  /** How often pages were asked for in vain. */
  private final Map<String, Integer> tries = new HashMap<>();

  /** What was said, so that it is said once. */
  private final Set<String> told = new HashSet<>();

  private volatile boolean stopping;
  private volatile @Nullable Sources open;

  /**
   * A feed that was asked.
   *
   * @param next when it is asked again, in nanoseconds
   * @param validators what came with it
   */
  private record Asked(long next, Validators validators) {}

  /**
   * Which feeds there are, and what was fetched.
   *
   * @param given addresses
   * @param list a file with more of them, a line each; need not be there, and may be changed
   * @param fetched what was fetched before
   * @param every how long a feed is left alone after it was asked
   */
  record Choice(List<String> given, Path list, FetchedNames fetched, Duration every) {
    /** Keeps its own copy of the list. */
    Choice {
      given = List.copyOf(given);
    }
  }

  /** Those that are chosen. */
  Feeds(
      Choice choice,
      SourceSettings settings,
      PageSending sending,
      LongSupplier nanos,
      PrintWriter err) {
    this.given = choice.given();
    this.list = choice.list();
    this.fetched = choice.fetched();
    this.every = choice.every();
    this.settings = settings;
    this.sending = sending;
    this.nanos = nanos;
    this.err = err;
  }

  /** Asks the feeds whose time has come; says whether there was one. */
  boolean look() throws InterruptedException {
    long now = nanos.getAsLong();
    Set<String> all = all();
    asked.keySet().retainAll(all);
    List<String> due =
        all.stream()
            .filter(feed -> !asked.containsKey(feed) || now - asked.get(feed).next() >= 0)
            .toList();
    if (due.isEmpty()) {
      return false;
    }
    Sink sink = new Sink(all);
    try (Sources sources = new Sources(settings, InputStream.nullInputStream())) {
      open = sources;
      for (String feed : due) {
        Validators before =
            asked.containsKey(feed) ? asked.get(feed).validators() : Validators.NONE;
        Validators after = sources.readIfChanged(feed, before, sink);
        asked.put(feed, new Asked(nanos.getAsLong() + every.toNanos(), after));
      }
      // Their feed may not have changed since.
      for (String page : List.copyOf(tries.keySet())) {
        sources.read(page, sink);
      }
    } catch (InterruptedIOException e) {
      throw (InterruptedException) new InterruptedException("stopped").initCause(e);
    } catch (IOException e) {
      throw new UserException("pages of feeds cannot be noted: " + UserException.told(e), e);
    } finally {
      open = null;
    }
    if (sink.sent > 0) {
      err.println(
          "hearsay: " + (sink.sent == 1 ? "1 page" : sink.sent + " pages") + " fetched from feeds");
    }
    return true;
  }

  /** Ends a round that is being done; from any thread. */
  void stop() {
    stopping = true;
    Sources reading = open;
    if (reading != null) {
      try {
        reading.close();
      } catch (IOException e) {
        // It ends all the same.
      }
    }
  }

  private Set<String> all() {
    Set<String> out = new LinkedHashSet<>(given);
    if (Files.exists(list)) {
      try {
        for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
          String feed = line.strip();
          if (feed.isEmpty() || feed.startsWith("#")) {
            continue;
          }
          if (FeedOptions.isAddress(feed)) {
            out.add(feed);
          } else {
            tell(list + ": " + feed + " is no http or https address");
          }
        }
      } catch (IOException e) {
        tell(list + ": " + UserException.why(e));
      }
    }
    return out;
  }

  private void tell(String what) {
    if (!stopping && told.add(what)) {
      err.println("hearsay: " + what);
    }
  }

  /** Takes what the feeds name. */
  private final class Sink implements PageSink {
    private final Set<String> feeds;
    private int sent;

    Sink(Set<String> feeds) {
      this.feeds = feeds;
    }

    @Override
    public void page(FetchedPage page) throws IOException {
      if (feeds.contains(page.name())) {
        tell(
            page.name()
                + " is no RSS or Atom feed and no sitemap: its own page is not read (hearsay ingest"
                + " takes single pages)");
        return;
      }
      String url = page.url() == null ? page.name() : page.url();
      try {
        sending.send(url, page.contentType(), page.bytes()).get();
      } catch (ExecutionException e) {
        failed(page.name(), "could not be sent: " + UserException.why(e));
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        InterruptedIOException stopped = new InterruptedIOException("stopped");
        stopped.initCause(e);
        throw stopped;
      }
      fetched.add(page.name());
      tries.remove(page.name());
      sent++;
    }

    @Override
    public void failed(String name, String reason) {
      tell(name + " cannot be read: " + reason);
      if (!feeds.contains(name) && !stopping) {
        tries.merge(name, 1, Integer::sum);
      }
    }

    @Override
    public boolean has(String name) {
      return stopping || fetched.has(name) || tries.getOrDefault(name, 0) >= MOST_TRIES;
    }
  }
}

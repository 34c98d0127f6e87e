package org.hearsay.sources;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * Reads pages from wherever they are. An address whose answer is an RSS or Atom feed or a sitemap
 * stands for the pages that it names; a file that ends in .warc or .warc.gz for the pages in it; a
 * folder for the files under it. Not for several threads.
 */
public final class Sources implements Closeable {
  /** How many sitemaps one sitemap may lead to. */
  private static final int MOST_SITEMAPS = 200;

  private final SourceSettings settings;
  private final InputStream standardInput;
  private final Fetcher fetcher;

  /** What was asked for: two feeds of one site name the same pages. */
  private final Set<String> asked = new HashSet<>();

  /**
   * Sources.
   *
   * @param standardInput what {@code -} stands for
   */
  public Sources(SourceSettings settings, InputStream standardInput) {
    this(settings, standardInput, Clock.SYSTEM);
  }

  Sources(SourceSettings settings, InputStream standardInput, Clock clock) {
    this.settings = settings;
    this.standardInput = standardInput;
    this.fetcher = new Fetcher(settings, clock);
  }

  /**
   * Reads one input: {@code -}, an http or https address, a file or a folder. What cannot be read
   * is told to the sink, and the rest is still read.
   *
   * @throws IOException when the sink does, or the thread is interrupted
   */
  public void read(String input, PageSink sink) throws IOException {
    if (input.equals("-")) {
      try {
        sink.page(new FetchedPage("-", null, null, whole(standardInput)));
      } catch (FetchException e) {
        sink.failed("-", reason(e));
      }
    } else if (input.matches("(?i)[a-z][a-z0-9+.-]+://.*")) {
      address(input, Validators.NONE, sink);
    } else if (Files.isDirectory(Path.of(input))) {
      for (Path file : files(Path.of(input))) {
        file(file, sink);
      }
    } else {
      file(Path.of(input), sink);
    }
  }

  /**
   * Reads an http or https address as {@link #read} does, unless its server says that it is as it
   * was before: then the pages that it stands for are not asked for either.
   *
   * @param before what came with it then, else {@link Validators#NONE}
   * @return what came with it now; as before where nothing has changed, or it could not be read
   * @throws IOException when the sink does, or the thread is interrupted
   */
  public Validators readIfChanged(String address, Validators before, PageSink sink)
      throws IOException {
    return address(address, before, sink);
  }

  /**
   * The files in a folder and in those under it, by name.
   *
   * @throws IOException when one of the folders cannot be read
   */
  public static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private byte[] whole(InputStream in) throws IOException {
    return Bounded.read(in, settings.limits().bytes(), () -> {});
  }

  private void file(Path file, PageSink sink) throws IOException {
    String low = file.toString().toLowerCase(Locale.ROOT);
    if (low.endsWith(".warc") || low.endsWith(".warc.gz")) {
      warc(file, sink);
      return;
    }
    String name = "file:" + file;
    if (sink.has(name)) {
      return;
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = whole(in);
    } catch (IOException e) {
      sink.failed(file.toString(), reason(e));
      return;
    }
    sink.page(new FetchedPage(name, null, null, bytes));
  }

  /** An address: a page, or a list of pages. Returns what came with it. */
  private Validators address(String address, Validators before, PageSink sink) throws IOException {
    if (sink.has(address) || !asked.add(address)) {
      return before;
    }
    if (address.toLowerCase(Locale.ROOT).matches("[^?#]*\\.warc(?:\\.gz)?")) {
      sink.failed(address, "WARC files are read from disk: download it first");
      return before;
    }
    FetchedPage answer = fetched(address, before, sink);
    if (answer == null) {
      return before;
    }
    try {
      byte[] bytes = Bounded.unpacked(answer.bytes(), settings.limits().bytes());
      switch (kind(bytes)) {
        case FEED -> each(feed(bytes, base(answer)), sink);
        case SITEMAP -> sitemaps(answer, bytes, sink);
        default -> sink.page(answer);
      }
      return answer.validators();
    } catch (FetchException e) {
      sink.failed(address, reason(e));
      return before;
    }
  }

  private @Nullable FetchedPage fetched(String address, PageSink sink) throws IOException {
    return fetched(address, Validators.NONE, sink);
  }

  /** Null where there is nothing new, or it has been told why there is nothing. */
  private @Nullable FetchedPage fetched(String address, Validators before, PageSink sink)
      throws IOException {
    try {
      return fetcher.fetch(address, before, sink::waits).orElse(null);
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      sink.failed(address, reason(e));
      return null;
    }
  }

  private void each(Set<String> addresses, PageSink sink) throws IOException {
    for (String address : addresses) {
      if (!sink.has(address) && asked.add(address)) {
        FetchedPage page = fetched(address, sink);
        if (page != null) {
          sink.page(page);
        }
      }
    }
  }

  private enum Kind {
    PAGE,
    FEED,
    SITEMAP
  }

  private static Kind kind(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(2_000, bytes.length), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    if (head.contains("<html") || head.contains("<!doctype html")) {
      return Kind.PAGE;
    }
    if (head.contains("<rss") || head.contains("<rdf:rdf") || head.contains("<feed")) {
      return Kind.FEED;
    }
    return head.contains("<urlset") || head.contains("<sitemapindex") ? Kind.SITEMAP : Kind.PAGE;
  }

  private static String base(FetchedPage page) {
    return page.url() == null ? page.name() : page.url();
  }

  /** A link as it stands in a feed, whole. */
  private static String resolved(String base, String link) {
    try {
      return URI.create(base).resolve(link).toString();
    } catch (IllegalArgumentException e) {
      return link; // the fetcher says what is wrong with it
    }
  }

  private Set<String> feed(byte[] bytes, String base) throws FetchException {
    SyndFeed feed;
    try (XmlReader reader = new XmlReader(new ByteArrayInputStream(bytes))) {
      feed = new SyndFeedInput().build(reader);
    } catch (FeedException | IllegalArgumentException | IOException e) {
      throw new FetchException("not a feed that can be read: " + e.getMessage());
    }
    Set<String> addresses = new LinkedHashSet<>();
    for (SyndEntry entry : feed.getEntries()) {
      String link = entry.getLink() == null ? entry.getUri() : entry.getLink();
      if (link != null && !link.isBlank() && addresses.size() < settings.limits().pages()) {
        addresses.add(resolved(base, link.strip()));
      }
    }
    return addresses;
  }

  private void sitemaps(FetchedPage first, byte[] content, PageSink sink) throws IOException {
    Set<String> addresses = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    @Nullable FetchedPage page = first;
    byte[] bytes = content;
    while (page != null) {
      String url = base(page);
      try {
        bytes = page == first ? bytes : Bounded.unpacked(page.bytes(), settings.limits().bytes());
        AbstractSiteMap map = new SiteMapParser(false).parseSiteMap(bytes, URI.create(url).toURL());
        if (map instanceof SiteMapIndex index) {
          for (AbstractSiteMap part : index.getSitemaps()) {
            String address = part.getUrl().toString();
            if (seen.size() < MOST_SITEMAPS && seen.add(address)) {
              open.add(address);
            }
          }
        } else if (map instanceof SiteMap list) {
          for (SiteMapURL entry : list.getSiteMapUrls()) {
            if (addresses.size() < settings.limits().pages()) {
              addresses.add(entry.getUrl().toString());
            }
          }
        }
      } catch (FetchException e) {
        sink.failed(url, reason(e));
      } catch (UnknownFormatException | IllegalArgumentException | ZipException | EOFException e) {
        sink.failed(url, "not a sitemap that can be read: " + e.getMessage());
      }
      page = null;
      while (page == null && !open.isEmpty()) {
        page = fetched(open.remove(), sink);
      }
    }
    each(addresses, sink);
  }

  /** The HTML pages among a WARC file's responses, as Common Crawl ships them. */
  private void warc(Path file, PageSink sink) throws IOException {
    try (WarcReader reader = new WarcReader(file)) {
      reader.setLenient(true);
      for (Optional<WarcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        if (next.get() instanceof WarcResponse response) {
          record(file, response, sink);
        }
      }
    } catch (SinkException e) {
      throw e.cause;
    } catch (IOException | IllegalArgumentException e) {
      sink.failed(file.toString(), reason(e));
    }
  }

  private void record(Path file, WarcResponse response, PageSink sink) throws SinkException {
    String name = file + "#" + response.id();
    if (sink.has(name)) {
      return;
    }
    FetchedPage page;
    try {
      // As it stands: a type that no parser takes is no reason to lose the page.
      String type = response.http().headers().first("Content-Type").orElse("");
      if (response.http().status() != 200 || !type.toLowerCase(Locale.ROOT).contains("html")) {
        return;
      }
      byte[] bytes = whole(response.http().bodyDecoded().stream());
      page = new FetchedPage(name, response.target(), type, bytes);
    } catch (IOException | IllegalArgumentException e) {
      sink.failed(name, reason(e));
      return;
    }
    try {
      sink.page(page);
    } catch (IOException e) {
      throw new SinkException(e);
    }
  }

  /** Tells what the sink throws from what a broken file throws. */
  private static final class SinkException extends IOException {
    private static final long serialVersionUID = 1;
    private final IOException cause;

    SinkException(IOException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    return e instanceof NoSuchFileException
        ? "no such file"
        : message == null ? e.getClass().getSimpleName() : message;
  }

  @Override
  public void close() throws IOException {
    fetcher.close();
  }
}

package org.hearsay.cli.pages;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.hearsay.analysis.Analyzer;
import org.hearsay.analysis.CommentAnnotation;
import org.hearsay.analysis.publishing.Publication;
import org.hearsay.cli.options.TemporaryFolder;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.output.Telling;
import org.hearsay.cli.pages.AnalysedPage.ReadComment;
import org.hearsay.entities.Catalogue;
import org.hearsay.page.PageReader;
import org.hearsay.page.PageReading;
import org.hearsay.page.UnreadablePageException;
import org.hearsay.text.languages.ReadingLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Analyses page files, several at once, and tells how far it is.
 *
 * @param threads how many pages are worked on at once
 * @param withComments whether readers' comments are analysed, too
 * @param err takes what is told
 */
public record PageAnalysis(
    Catalogue catalogue, int threads, boolean withComments, PrintWriter err) {
  /** After so many pages each it is told how far it is. */
  private static final int TELLING = 20;

  /**
   * What came of the files.
   *
   * @param pages those that can be read, in the order named
   * @param refused those that cannot; each was named on standard error
   */
  public record Result(List<AnalysedPage> pages, List<Refused> refused) {
    /** Keeps its own copies of the lists. */
    public Result {
      pages = List.copyOf(pages);
      refused = List.copyOf(refused);
    }
  }

  /**
   * A file that cannot be read.
   *
   * @param file its name
   * @param exception the class of the error
   * @param reason why
   */
  public record Refused(String file, String exception, String reason) {
    private static Refused of(PageFile file, Throwable error) {
      return new Refused(file.name(), error.getClass().getName(), UserException.why(error));
    }
  }

  /**
   * Those that are there: to be asked before the models load, which takes seconds.
   *
   * @throws UserException when there is none of them
   */
  public static List<PageFile> there(List<PageFile> files) {
    List<PageFile> there =
        files.stream().filter(file -> Files.exists(Path.of(file.name()))).toList();
    if (there.isEmpty()) {
      throw new UserException(
          files.stream().map(PageFile::name).collect(Collectors.joining(", "))
              + ": no such file or folder");
    }
    return there;
  }

  /**
   * Analyses files.
   *
   * @throws UserException when there is none of them
   */
  public Result of(List<PageFile> files) throws InterruptedException {
    List<PageFile> there = there(files);
    List<String> missing =
        files.stream().filter(file -> !there.contains(file)).map(PageFile::name).toList();
    List<Refused> refused = new ArrayList<>();
    for (String file : missing) {
      refuse(
          refused,
          new Refused(file, NoSuchFileException.class.getName(), "no such file or folder"));
    }
    TemporaryFolder.require(TemporaryFolder.LIBRARIES);
    PageReader reader = new PageReader();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<AnalysedPage> out = new ArrayList<>();
    Headway headway = new Headway();
    Telling told = headway.told(err);
    try (Analyzer analyzer = Analyzer.load(catalogue, ReadingLanguage.CODE)) {
      List<Future<AnalysedPage>> pending = new ArrayList<>();
      for (PageFile file : there) {
        pending.add(pool.submit(() -> headway.of(file.name(), () -> page(file, reader, analyzer))));
      }
      int done = 0;
      for (Future<AnalysedPage> page : pending) {
        try {
          out.add(page.get());
        } catch (ExecutionException e) {
          @Nullable Throwable cause = e.getCause();
          if (!(cause instanceof UnreadablePageException || cause instanceof IOException)) {
            throw new IllegalStateException(cause);
          }
          // One page that cannot be read says nothing about the others.
          refuse(refused, Refused.of(there.get(done), cause));
        }
        done++;
        if (done % TELLING == 0) {
          err.printf("hearsay: %d of %d pages%n", done, there.size());
        }
      }
      return new Result(out, refused);
    } finally {
      told.end();
      pool.shutdownNow();
    }
  }

  private void refuse(List<Refused> refused, Refused file) {
    err.println("hearsay: " + file.file() + ": " + file.reason());
    refused.add(file);
  }

  private AnalysedPage page(PageFile file, PageReader reader, Analyzer analyzer)
      throws IOException, UnreadablePageException {
    PageReading reading = reading(file, reader);
    Publication publication = analyzer.publish(reading.article(), file.url());
    List<ReadComment> comments = new ArrayList<>();
    if (withComments) {
      List<CommentAnnotation> read = analyzer.readers(publication, reading.comments());
      for (int i = 0; i < read.size(); i++) {
        comments.add(new ReadComment(reading.comments().get(i), read.get(i)));
      }
    }
    return AnalysedPage.of(file.name(), publication, analyzer.annotate(publication), comments);
  }

  /**
   * Reads a page; it was fetched no later than its file was written.
   *
   * @throws UserException when it cannot be read, with why
   */
  static PageReading read(PageFile file, PageReader reader) {
    try {
      return reading(file, reader);
    } catch (UnreadablePageException | IOException e) {
      throw new UserException(file.name() + ": " + UserException.why(e), e);
    }
  }

  private static PageReading reading(PageFile file, PageReader reader)
      throws IOException, UnreadablePageException {
    Path path = Path.of(file.name());
    return reader.read(
        Files.readAllBytes(path),
        file.url(),
        file.contentType(),
        Files.getLastModifiedTime(path).toInstant());
  }
}

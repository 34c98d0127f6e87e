package org.hearsay.cli.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.hearsay.analysis.Annotation;
import org.hearsay.analysis.CommentAnnotation;
import org.hearsay.analysis.publishing.Publication;
import org.hearsay.page.ReaderComment;
import org.hearsay.records.Article;
import org.hearsay.topology.records.ArticleRecords;

/**
 * A page file that was analysed.
 *
 * @param comments its readers' comments, where they were asked for
 * @param written when the file was written: what an article without a time counts at
 */
public record AnalysedPage(
    String file,
    Publication publication,
    Annotation annotation,
    List<ReadComment> comments,
    Instant written) {
  /** A comment, and what the language work says of it. */
  public record ReadComment(ReaderComment comment, CommentAnnotation annotation) {}

  /** Keeps its own copy of the list. */
  public AnalysedPage {
    comments = List.copyOf(comments);
  }

  /** A page with the time of its file. */
  static AnalysedPage of(
      String file, Publication publication, Annotation annotation, List<ReadComment> comments)
      throws IOException {
    Instant written = Files.getLastModifiedTime(Path.of(file)).toInstant();
    return new AnalysedPage(file, publication, annotation, comments, written);
  }

  /** The article's id. */
  String id() {
    return publication.id();
  }

  /** The file's name without its folders. */
  String name() {
    return Objects.requireNonNullElse(Path.of(file).getFileName(), Path.of(file)).toString();
  }

  /** The article as a record; its key is the file's address. */
  Article article() {
    return ArticleRecords.article(
        Path.of(file).toAbsolutePath().toUri().toString(), publication, comments.size());
  }
}

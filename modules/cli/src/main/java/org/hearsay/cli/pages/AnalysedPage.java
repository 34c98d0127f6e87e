package org.hearsay.cli.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hearsay.analysis.Annotation;
import org.hearsay.analysis.ArticleClaim;
import org.hearsay.analysis.CommentAnnotation;
import org.hearsay.analysis.Publication;
import org.hearsay.cli.options.UserException;
import org.hearsay.coverage.chains.CompletedChains;
import org.hearsay.coverage.facts.ArticleSummary;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.coverage.facts.OutletName;
import org.hearsay.coverage.facts.ReportedClaim;
import org.hearsay.page.ReaderComment;
import org.hearsay.records.Article;
import org.hearsay.topology.facts.FactRecords;
import org.hearsay.topology.records.ArticleRecords;
import org.hearsay.topology.records.ClaimRecords;

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
  /** After all times that pages may give, so that each is believed. */
  private static final Instant LATE = Instant.parse("9999-12-31T00:00:00Z");

  /** A comment, and what the language work says of it. */
  public record ReadComment(ReaderComment comment, CommentAnnotation annotation) {}

  /** Keeps its own copy of the list. */
  public AnalysedPage {
    comments = List.copyOf(comments);
  }

  /** A page with the time of its file. */
  static AnalysedPage of(
      String file, Publication publication, Annotation annotation, List<ReadComment> comments) {
    try {
      Instant written = Files.getLastModifiedTime(Path.of(file)).toInstant();
      return new AnalysedPage(file, publication, annotation, comments, written);
    } catch (IOException e) {
      throw new UserException(file + ": " + e.getMessage(), e);
    }
  }

  /** The article's id. */
  String id() {
    return publication.id();
  }

  /** The file's name without its folders. */
  String name() {
    return Objects.requireNonNullElse(Path.of(file).getFileName(), Path.of(file)).toString();
  }

  /** The publisher, as it is told of a copy of this. */
  OutletName outlet() {
    return new OutletName(
        publication.outletId(), publication.outletName(), publication.article().url());
  }

  /** The article as a record; its key is the file's address. */
  Article article() {
    return ArticleRecords.article(
        Path.of(file).toAbsolutePath().toUri().toString(), publication, comments.size());
  }

  /** What is known of the article when claims are put together. */
  ArticleSummary summary() {
    boolean dated = publication.article().publishedAt() != null;
    return FactRecords.summary(article(), dated ? LATE : written);
  }

  /** The claims with their chains completed by what the article was copied from. */
  List<ReportedClaim> claims(List<CopyEdge> edges) {
    List<ReportedClaim> out = new ArrayList<>();
    for (ArticleClaim claim : annotation.claims()) {
      ReportedClaim told = FactRecords.claim(ClaimRecords.claim(publication, claim));
      out.add(CompletedChains.complete(told, edges));
    }
    return out;
  }
}

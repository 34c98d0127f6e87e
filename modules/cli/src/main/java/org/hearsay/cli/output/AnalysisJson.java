package org.hearsay.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.hearsay.analysis.Annotation;
import org.hearsay.analysis.CommentAnnotation;
import org.hearsay.analysis.publishing.Publication;
import org.hearsay.analysis.publishing.ResolvedNotice;
import org.hearsay.page.PageArticle;
import org.hearsay.page.ReaderComment;
import org.hearsay.records.Claim;
import org.hearsay.records.Comment;
import org.hearsay.records.Mention;
import org.hearsay.topology.records.ArticleRecords;
import org.hearsay.topology.records.ClaimRecords;
import org.jspecify.annotations.Nullable;

/**
 * The output contract of {@code hearsay analyze}: one JSON object a line. Fields may be added, none
 * renamed. Claims, mentions and comments have the fields of the topics' records. Offsets are
 * half-open, in UTF-16 code units into {@code article.body}; those of a comment's mentions and
 * framing into the comment's {@code text}, those of a headline's terms into {@code article.title}.
 */
public final class AnalysisJson {
  private final JsonFactory factory = new JsonFactory();

  /**
   * The line for an input that was analysed.
   *
   * @param annotation null with --extract-only
   * @param readers what is said of each comment, in the comments' order; empty with --extract-only
   */
  public String line(
      String file,
      int line,
      Publication publication,
      List<ReaderComment> comments,
      @Nullable Annotation annotation,
      List<CommentAnnotation> readers) {
    return write(
        out -> {
          out.writeStringField("file", file);
          if (line > 0) {
            out.writeNumberField("line", line);
          }
          article(out, publication, annotation);
          comments(out, publication, comments, readers);
          if (annotation != null) {
            mentions(out, ArticleRecords.mentions(publication, annotation.mentions()));
            claims(
                out,
                annotation.claims().stream()
                    .map(claim -> ClaimRecords.claim(publication, claim))
                    .toList());
            FramingJson.write(out, annotation.framing());
            JsonParts.strings(out, "partial", annotation.partial());
          } else {
            JsonParts.strings(out, "partial", publication.article().partial());
          }
        });
  }

  private static void comments(
      JsonGenerator out,
      Publication publication,
      List<ReaderComment> comments,
      List<CommentAnnotation> readers)
      throws IOException {
    out.writeArrayFieldStart("comments");
    for (int i = 0; i < comments.size(); i++) {
      Comment comment = ArticleRecords.comment(publication, i, comments.get(i));
      out.writeStartObject();
      RecordJson.fields(out, comment);
      if (!readers.isEmpty()) {
        mentions(out, ArticleRecords.mentions(comment, readers.get(i).mentions()));
        claims(
            out,
            readers.get(i).claims().stream()
                .map(claim -> ClaimRecords.claim(comment, claim))
                .toList());
        FramingJson.write(out, readers.get(i).framing());
        if (!readers.get(i).partial().isEmpty()) {
          JsonParts.strings(out, "partial", readers.get(i).partial());
        }
      }
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** The line for an input that failed. */
  public String error(String file, String reason) {
    return write(
        out -> {
          out.writeStringField("file", file);
          out.writeStringField("error", reason);
        });
  }

  private static void article(
      JsonGenerator out, Publication publication, @Nullable Annotation annotation)
      throws IOException {
    PageArticle article = publication.article();
    out.writeObjectFieldStart("article");
    out.writeStringField("id", publication.id());
    out.writeStringField("url", article.url());
    if (publication.outletName() == null) {
      out.writeNullField("outlet");
    } else {
      out.writeObjectFieldStart("outlet");
      out.writeStringField("id", publication.outletId());
      out.writeStringField("name", publication.outletName());
      out.writeEndObject();
    }
    out.writeStringField("outletId", publication.outletId());
    out.writeStringField("outletName", publication.outletName());
    out.writeStringField("title", article.title());
    out.writeStringField("dek", article.dek());
    out.writeStringField("byline", article.byline());
    JsonParts.strings(out, "authors", article.authors());
    out.writeStringField("publishedAt", time(article.publishedAt()));
    out.writeStringField("publishedPrecision", article.publishedPrecision().name());
    out.writeStringField("modifiedAt", time(article.modifiedAt()));
    out.writeStringField("section", article.section());
    @Nullable String detected = annotation == null ? null : annotation.language();
    out.writeStringField("language", detected == null ? article.language() : detected);
    out.writeStringField("body", article.body());
    JsonParts.spans(out, "paragraphs", article.paragraphs());
    out.writeArrayFieldStart("notices");
    for (ResolvedNotice resolved : publication.notices()) {
      out.writeStartObject();
      out.writeStringField("kind", resolved.notice().kind().name());
      out.writeStringField("name", resolved.notice().name());
      out.writeStringField("outletId", resolved.outletId());
      out.writeStringField("evidence", resolved.notice().evidence());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** In ISO 8601, with seconds and the offset that the page gives. */
  private static @Nullable String time(@Nullable OffsetDateTime at) {
    return at == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
  }

  private static void mentions(JsonGenerator out, List<Mention> mentions) throws IOException {
    RecordJson.array(out, "mentions", mentions, mention -> {});
  }

  /** With the speaker's fields in an object of their own, too, as they first were. */
  private static void claims(JsonGenerator out, List<Claim> claims) throws IOException {
    RecordJson.array(
        out,
        "claims",
        claims,
        claim -> {
          if (claim.getSpeakerName() == null) {
            out.writeNullField("speaker");
            return;
          }
          out.writeObjectFieldStart("speaker");
          out.writeStringField("text", claim.getSpeakerText());
          out.writeStringField("name", claim.getSpeakerName());
          out.writeStringField("entityId", claim.getSpeakerId());
          JsonParts.number(out, "confidence", claim.getSpeakerConfidence());
          out.writeEndObject();
        });
  }

  @FunctionalInterface
  private interface Fields {
    void write(JsonGenerator out) throws IOException;
  }

  private String write(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = factory.createGenerator(text)) {
      out.writeStartObject();
      fields.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return text.toString();
  }
}

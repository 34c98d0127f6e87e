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
import org.hearsay.analysis.mentions.ArticleMention;
import org.hearsay.analysis.publishing.Publication;
import org.hearsay.analysis.publishing.ResolvedNotice;
import org.hearsay.page.PageArticle;
import org.hearsay.page.ReaderComment;
import org.jspecify.annotations.Nullable;

/**
 * The output contract of {@code hearsay analyze}: one JSON object a line. Fields may be added, none
 * renamed. Offsets are half-open, in UTF-16 code units into {@code article.body}; those of a
 * comment's mentions and framing into the comment's {@code text}, those of a headline's terms into
 * {@code article.title}.
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
            mentions(out, annotation.mentions());
            new ClaimsJson(out, publication.article().body(), null).write(annotation.claims());
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
      ReaderComment comment = comments.get(i);
      out.writeStartObject();
      out.writeStringField("id", publication.commentId(i));
      out.writeNumberField("position", i);
      out.writeStringField("author", comment.author());
      out.writeStringField("text", comment.text());
      if (comment.postedAt() != null) {
        out.writeStringField("postedAt", comment.postedAt().toString());
      }
      if (comment.replyTo() != null) {
        out.writeNumberField("replyTo", comment.replyTo());
      }
      if (!readers.isEmpty()) {
        mentions(out, readers.get(i).mentions());
        new ClaimsJson(out, comment.text(), i).write(readers.get(i).claims());
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

  private static void mentions(JsonGenerator out, List<ArticleMention> mentions)
      throws IOException {
    out.writeArrayFieldStart("mentions");
    for (ArticleMention mention : mentions) {
      out.writeStartObject();
      JsonParts.span(out, mention.mention().span());
      out.writeStringField("text", mention.mention().text());
      out.writeStringField("type", mention.mention().type().name());
      out.writeStringField("entityId", mention.mention().entityId());
      out.writeStringField("clusterId", mention.mention().clusterId());
      out.writeStringField("name", mention.mention().name());
      out.writeStringField("voice", mention.voice().name());
      out.writeNumberField("confidence", mention.mention().confidence());
      JsonParts.number(out, "tone", mention.tone());
      out.writeStringField("claimId", mention.claimId());
      out.writeEndObject();
    }
    out.writeEndArray();
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

package org.hearsay.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.hearsay.analysis.Annotation;
import org.hearsay.analysis.ArticleClaim;
import org.hearsay.analysis.ArticleMention;
import org.hearsay.analysis.Publication;
import org.hearsay.analysis.ResolvedNotice;
import org.hearsay.claims.ChainLink;
import org.hearsay.page.PageArticle;
import org.hearsay.page.ReaderComment;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The output contract of {@code hearsay analyze}: one JSON object a line. Fields may be added, none
 * renamed. Offsets are half-open, in UTF-16 code units into {@code article.body}; those of a
 * comment's mentions into the comment's {@code text}.
 */
final class AnalysisJson {
  private final JsonFactory factory = new JsonFactory();

  /**
   * The line for an input that was analysed.
   *
   * @param annotation null with --extract-only
   * @param readers the mentions of each comment, in the comments' order; empty with --extract-only
   */
  String line(
      String file,
      int line,
      Publication publication,
      List<ReaderComment> comments,
      @Nullable Annotation annotation,
      List<List<ArticleMention>> readers) {
    return write(
        out -> {
          out.writeStringField("file", file);
          if (line > 0) {
            out.writeNumberField("line", line);
          }
          article(out, publication, annotation);
          out.writeArrayFieldStart("comments");
          for (int i = 0; i < comments.size(); i++) {
            out.writeStartObject();
            ReaderComment comment = comments.get(i);
            out.writeStringField("author", comment.author());
            out.writeStringField("text", comment.text());
            if (comment.postedAt() != null) {
              out.writeStringField("postedAt", comment.postedAt().toString());
            }
            if (comment.replyTo() != null) {
              out.writeNumberField("replyTo", comment.replyTo());
            }
            if (!readers.isEmpty()) {
              mentions(out, readers.get(i));
            }
            out.writeEndObject();
          }
          out.writeEndArray();
          if (annotation != null) {
            mentions(out, annotation.mentions());
            claims(out, annotation.claims());
            strings(out, "partial", annotation.partial());
          } else {
            strings(out, "partial", publication.article().partial());
          }
        });
  }

  /** The line for an input that failed. */
  String error(String file, String reason) {
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
    out.writeStringField("title", article.title());
    out.writeStringField("dek", article.dek());
    out.writeStringField("byline", article.byline());
    strings(out, "authors", article.authors());
    out.writeStringField("publishedAt", time(article.publishedAt()));
    out.writeStringField("modifiedAt", time(article.modifiedAt()));
    out.writeStringField("section", article.section());
    @Nullable String detected = annotation == null ? null : annotation.language();
    out.writeStringField("language", detected == null ? article.language() : detected);
    out.writeStringField("body", article.body());
    spans(out, "paragraphs", article.paragraphs());
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
      out.writeNumberField("start", mention.mention().span().start());
      out.writeNumberField("end", mention.mention().span().end());
      out.writeStringField("text", mention.mention().text());
      out.writeStringField("type", mention.mention().type().name());
      out.writeStringField("entityId", mention.mention().entityId());
      out.writeStringField("clusterId", mention.mention().clusterId());
      out.writeStringField("name", mention.mention().name());
      out.writeStringField("voice", mention.voice().name());
      out.writeNumberField("confidence", mention.mention().confidence());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void claims(JsonGenerator out, List<ArticleClaim> claims) throws IOException {
    out.writeArrayFieldStart("claims");
    for (ArticleClaim claim : claims) {
      out.writeStartObject();
      out.writeStringField("id", claim.id());
      out.writeStringField("form", claim.claim().form().name());
      out.writeStringField("within", claim.withinId());
      out.writeNumberField("confidence", claim.claim().confidence());
      spans(out, "content", claim.claim().content());
      spans(out, "cue", claim.claim().cue());
      out.writeStringField("cueKind", claim.claim().cueKind().name());
      out.writeStringField("cueMode", claim.claim().cueMode().name());
      spans(out, "source", claim.claim().source());
      if (claim.claim().speaker() == null) {
        out.writeNullField("speaker");
      } else {
        out.writeObjectFieldStart("speaker");
        out.writeStringField("text", claim.claim().speaker().text());
        out.writeStringField("name", claim.claim().speaker().name());
        out.writeStringField("entityId", claim.claim().speaker().entityId());
        out.writeNumberField("confidence", claim.claim().speaker().confidence());
        out.writeEndObject();
      }
      out.writeArrayFieldStart("chain");
      for (ChainLink link : claim.chain()) {
        out.writeStartObject();
        out.writeStringField("role", link.role().name());
        out.writeStringField("name", link.name());
        out.writeStringField("text", link.text());
        out.writeStringField("id", link.id());
        out.writeStringField("evidence", link.evidence());
        out.writeStringField("evidenceKind", link.evidenceKind());
        out.writeNumberField("confidence", link.confidence());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void strings(JsonGenerator out, String field, List<String> values)
      throws IOException {
    out.writeArrayFieldStart(field);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }

  private static void spans(JsonGenerator out, String field, List<Span> spans) throws IOException {
    out.writeArrayFieldStart(field);
    for (Span span : spans) {
      out.writeStartObject();
      out.writeNumberField("start", span.start());
      out.writeNumberField("end", span.end());
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

package org.hearsay.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearsay.analysis.Annotation;
import org.hearsay.analysis.ArticleClaim;
import org.hearsay.analysis.ArticleMention;
import org.hearsay.analysis.CommentAnnotation;
import org.hearsay.analysis.Publication;
import org.hearsay.analysis.ResolvedNotice;
import org.hearsay.claims.ChainLink;
import org.hearsay.framing.Category;
import org.hearsay.framing.Evidence;
import org.hearsay.framing.Framing;
import org.hearsay.framing.MovedBy;
import org.hearsay.framing.NamingVariant;
import org.hearsay.framing.SentenceFraming;
import org.hearsay.framing.SourceShare;
import org.hearsay.framing.VoiceFraming;
import org.hearsay.page.PageArticle;
import org.hearsay.page.ReaderComment;
import org.hearsay.text.Span;
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
              mentions(out, readers.get(i).mentions());
              framing(out, readers.get(i).framing());
            }
            out.writeEndObject();
          }
          out.writeEndArray();
          if (annotation != null) {
            mentions(out, annotation.mentions());
            claims(out, annotation.claims());
            framing(out, annotation.framing());
            strings(out, "partial", annotation.partial());
          } else {
            strings(out, "partial", publication.article().partial());
          }
        });
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
      if (mention.tone() == null) {
        out.writeNullField("tone");
      } else {
        out.writeNumberField("tone", mention.tone());
      }
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
      out.writeNumberField("checkWorthiness", claim.checkWorthiness());
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

  private static void framing(JsonGenerator out, Framing framing) throws IOException {
    out.writeObjectFieldStart("framing");
    if (framing.bias() == null) {
      out.writeNullField("bias");
    } else {
      out.writeNumberField("bias", framing.bias());
    }
    out.writeArrayFieldStart("voices");
    for (VoiceFraming voice : framing.voices()) {
      out.writeStartObject();
      out.writeStringField("voice", voice.voice().name());
      out.writeNumberField("words", voice.words());
      out.writeNumberField("bias", voice.bias());
      out.writeNumberField("loadedPerThousand", voice.loadedPerThousand());
      out.writeObjectFieldStart("counts");
      for (Category category : Category.values()) {
        @Nullable Integer count = voice.counts().get(category);
        if (count != null) {
          out.writeNumberField(category.name(), count);
        }
      }
      out.writeEndObject();
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("sentences");
    for (SentenceFraming sentence : framing.sentences()) {
      out.writeStartObject();
      out.writeNumberField("start", sentence.span().start());
      out.writeNumberField("end", sentence.span().end());
      out.writeNumberField("bias", sentence.bias());
      out.writeStringField("voice", sentence.voice().name());
      evidence(out, "terms", sentence.evidence());
      out.writeArrayFieldStart("moved");
      for (MovedBy word : sentence.moved()) {
        out.writeStartObject();
        out.writeNumberField("start", word.span().start());
        out.writeNumberField("end", word.span().end());
        out.writeStringField("text", word.text());
        out.writeStringField("voice", word.voice().name());
        out.writeNumberField("by", word.by());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
    evidence(out, "headline", framing.headline());
    out.writeArrayFieldStart("naming");
    for (NamingVariant variant : framing.naming()) {
      out.writeStartObject();
      out.writeStringField("entityId", variant.entityId());
      out.writeStringField("name", variant.name());
      out.writeStringField("variant", variant.variant());
      out.writeStringField("label", variant.label());
      out.writeStringField("voice", variant.voice().name());
      out.writeNumberField("count", variant.count());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("sources");
    for (SourceShare source : framing.sources()) {
      out.writeStartObject();
      out.writeStringField("entityId", source.entityId());
      out.writeStringField("name", source.name());
      out.writeStringField("kind", source.kind().name());
      out.writeBooleanField("official", source.official());
      out.writeNumberField("claims", source.claims());
      out.writeNumberField("wordsQuoted", source.wordsQuoted());
      out.writeNumberField("wordsReported", source.wordsReported());
      out.writeObjectFieldStart("verbs");
      for (Map.Entry<String, Integer> verb : new TreeMap<>(source.verbs()).entrySet()) {
        out.writeNumberField(verb.getKey(), verb.getValue());
      }
      out.writeEndObject();
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void evidence(JsonGenerator out, String field, List<Evidence> evidence)
      throws IOException {
    out.writeArrayFieldStart(field);
    for (Evidence one : evidence) {
      out.writeStartObject();
      out.writeNumberField("start", one.span().start());
      out.writeNumberField("end", one.span().end());
      out.writeStringField("text", one.text());
      out.writeStringField("category", one.category().name());
      out.writeStringField("voice", one.voice().name());
      out.writeNumberField("weight", one.weight());
      out.writeBooleanField("negated", one.negated());
      out.writeStringField("reason", one.reason());
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

package org.hearsay.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.hearsay.analysis.claims.ArticleClaim;
import org.hearsay.analysis.claims.ArticleLink;
import org.hearsay.claims.ChainLink;
import org.hearsay.claims.Claim;
import org.hearsay.claims.Speaker;
import org.hearsay.framing.Voice;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** The array {@code claims} of an article, or of a reader's comment. */
final class ClaimsJson {
  private final JsonGenerator out;
  private final String text;
  private final @Nullable Integer comment;

  /**
   * Writes what stands in one text.
   *
   * @param comment the comment's position; null of an article
   */
  ClaimsJson(JsonGenerator out, String text, @Nullable Integer comment) {
    this.out = out;
    this.text = text;
    this.comment = comment;
  }

  void write(List<ArticleClaim> claims) throws IOException {
    out.writeArrayFieldStart("claims");
    for (ArticleClaim claim : claims) {
      write(claim);
    }
    out.writeEndArray();
  }

  private void write(ArticleClaim identified) throws IOException {
    Claim claim = identified.claim();
    out.writeStartObject();
    out.writeStringField("id", identified.id());
    out.writeStringField("form", claim.form().name());
    out.writeStringField("within", identified.withinId());
    out.writeStringField("voice", (comment == null ? Voice.OUTLET : Voice.READER).name());
    if (comment != null) {
      out.writeNumberField("comment", comment);
    }
    out.writeNumberField("confidence", claim.confidence());
    out.writeStringField("contentText", Span.join(claim.content(), text));
    JsonParts.spans(out, "content", claim.content());
    out.writeStringField("cueText", Span.join(claim.cue(), text));
    JsonParts.spans(out, "cue", claim.cue());
    out.writeStringField("cueKind", claim.cueKind().name());
    out.writeStringField("cueMode", claim.cueMode().name());
    out.writeStringField("cueLemma", identified.facts().cueLemma());
    out.writeStringField("stance", identified.facts().stance().name());
    out.writeBooleanField("denies", identified.denies());
    out.writeNumberField("checkWorthiness", identified.checkWorthiness());
    out.writeStringField("sourceText", Span.join(claim.source(), text));
    JsonParts.spans(out, "source", claim.source());
    speaker(out, claim.speaker());
    speakerFields(identified);
    JsonParts.strings(out, "about", identified.facts().about());
    chain(out, identified);
    via(identified.via());
    out.writeNumberField("hops", Math.max(0, identified.links().size() - 1));
    out.writeEndObject();
  }

  private void speakerFields(ArticleClaim identified) throws IOException {
    @Nullable Speaker speaker = identified.claim().speaker();
    out.writeStringField("speakerText", speaker == null ? null : speaker.text());
    out.writeStringField("speakerName", speaker == null ? null : speaker.name());
    out.writeStringField("speakerId", speaker == null ? null : speaker.entityId());
    out.writeStringField("speakerKey", identified.speakerKey());
    out.writeStringField("speakerType", JsonParts.name(identified.facts().speakerType()));
    out.writeStringField("speakerKind", JsonParts.name(identified.facts().speakerKind()));
    JsonParts.number(out, "speakerConfidence", speaker == null ? null : speaker.confidence());
  }

  private void via(@Nullable ArticleLink via) throws IOException {
    out.writeStringField("viaId", via == null ? null : via.link().id());
    out.writeStringField("viaName", via == null ? null : via.link().name());
    out.writeStringField("viaVerb", via == null ? null : via.verb());
  }

  private static void speaker(JsonGenerator out, @Nullable Speaker speaker) throws IOException {
    if (speaker == null) {
      out.writeNullField("speaker");
      return;
    }
    out.writeObjectFieldStart("speaker");
    out.writeStringField("text", speaker.text());
    out.writeStringField("name", speaker.name());
    out.writeStringField("entityId", speaker.entityId());
    out.writeNumberField("confidence", speaker.confidence());
    out.writeEndObject();
  }

  private static void chain(JsonGenerator out, ArticleClaim identified) throws IOException {
    List<ArticleLink> links = identified.links();
    out.writeArrayFieldStart("chain");
    for (int i = 0; i < links.size(); i++) {
      ArticleLink one = links.get(i);
      ChainLink link = one.link();
      out.writeStartObject();
      out.writeNumberField("position", i);
      out.writeStringField("role", link.role().name());
      out.writeStringField("name", link.name());
      out.writeStringField("text", link.text());
      out.writeStringField("id", link.id());
      out.writeStringField("key", identified.keyOf(one));
      out.writeStringField("type", JsonParts.name(one.type()));
      out.writeStringField("verb", one.verb());
      out.writeStringField("evidence", link.evidence());
      out.writeStringField("evidenceKind", link.evidenceKind().name());
      out.writeNumberField("confidence", link.confidence());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}

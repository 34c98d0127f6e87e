package org.hearsay.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.hearsay.analysis.ArticleClaim;
import org.hearsay.claims.ChainLink;
import org.hearsay.claims.Claim;
import org.hearsay.claims.Speaker;
import org.jspecify.annotations.Nullable;

/** The array {@code claims} of an article. */
final class ClaimsJson {
  private ClaimsJson() {}

  static void write(JsonGenerator out, List<ArticleClaim> claims) throws IOException {
    out.writeArrayFieldStart("claims");
    for (ArticleClaim claim : claims) {
      write(out, claim);
    }
    out.writeEndArray();
  }

  private static void write(JsonGenerator out, ArticleClaim identified) throws IOException {
    Claim claim = identified.claim();
    out.writeStartObject();
    out.writeStringField("id", identified.id());
    out.writeStringField("form", claim.form().name());
    out.writeStringField("within", identified.withinId());
    out.writeNumberField("confidence", claim.confidence());
    JsonParts.spans(out, "content", claim.content());
    JsonParts.spans(out, "cue", claim.cue());
    out.writeStringField("cueKind", claim.cueKind().name());
    out.writeStringField("cueMode", claim.cueMode().name());
    out.writeNumberField("checkWorthiness", identified.checkWorthiness());
    JsonParts.spans(out, "source", claim.source());
    speaker(out, claim.speaker());
    chain(out, identified.chain());
    out.writeEndObject();
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

  private static void chain(JsonGenerator out, List<ChainLink> chain) throws IOException {
    out.writeArrayFieldStart("chain");
    for (ChainLink link : chain) {
      out.writeStartObject();
      out.writeStringField("role", link.role().name());
      out.writeStringField("name", link.name());
      out.writeStringField("text", link.text());
      out.writeStringField("id", link.id());
      out.writeStringField("evidence", link.evidence());
      out.writeStringField("evidenceKind", link.evidenceKind().name());
      out.writeNumberField("confidence", link.confidence());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}

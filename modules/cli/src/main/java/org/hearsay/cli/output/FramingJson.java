package org.hearsay.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearsay.framing.Evidence;
import org.hearsay.framing.Framing;
import org.hearsay.framing.MovedBy;
import org.hearsay.framing.NamingVariant;
import org.hearsay.framing.SentenceFraming;
import org.hearsay.framing.SourceShare;
import org.hearsay.framing.VoiceFraming;
import org.hearsay.framing.terms.Category;
import org.jspecify.annotations.Nullable;

/** The object {@code framing} of an article or a comment. */
final class FramingJson {
  private FramingJson() {}

  static void write(JsonGenerator out, Framing framing) throws IOException {
    out.writeObjectFieldStart("framing");
    JsonParts.number(out, "bias", framing.bias());
    voices(out, framing.voices());
    sentences(out, framing.sentences());
    evidence(out, "headline", framing.headline());
    naming(out, framing.naming());
    sources(out, framing.sources());
    out.writeEndObject();
  }

  private static void voices(JsonGenerator out, List<VoiceFraming> voices) throws IOException {
    out.writeArrayFieldStart("voices");
    for (VoiceFraming voice : voices) {
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
  }

  private static void sentences(JsonGenerator out, List<SentenceFraming> sentences)
      throws IOException {
    out.writeArrayFieldStart("sentences");
    for (SentenceFraming sentence : sentences) {
      out.writeStartObject();
      JsonParts.span(out, sentence.span());
      out.writeNumberField("bias", sentence.bias());
      out.writeStringField("voice", sentence.voice().name());
      evidence(out, "terms", sentence.evidence());
      moved(out, sentence.moved());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void moved(JsonGenerator out, List<MovedBy> words) throws IOException {
    out.writeArrayFieldStart("moved");
    for (MovedBy word : words) {
      out.writeStartObject();
      JsonParts.span(out, word.span());
      out.writeStringField("text", word.text());
      out.writeStringField("voice", word.voice().name());
      out.writeNumberField("by", word.by());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void naming(JsonGenerator out, List<NamingVariant> naming) throws IOException {
    out.writeArrayFieldStart("naming");
    for (NamingVariant variant : naming) {
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
  }

  private static void sources(JsonGenerator out, List<SourceShare> sources) throws IOException {
    out.writeArrayFieldStart("sources");
    for (SourceShare source : sources) {
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
  }

  private static void evidence(JsonGenerator out, String field, List<Evidence> evidence)
      throws IOException {
    out.writeArrayFieldStart(field);
    for (Evidence one : evidence) {
      out.writeStartObject();
      JsonParts.span(out, one.span());
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
}

package org.hearsay.topology.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearsay.analysis.Annotation;
import org.hearsay.analysis.CommentAnnotation;
import org.hearsay.analysis.claims.ArticleClaim;
import org.hearsay.analysis.claims.OutletCitations;
import org.hearsay.analysis.mentions.ArticleMention;
import org.hearsay.analysis.publishing.Publication;
import org.hearsay.entities.Catalogue;
import org.hearsay.framing.Evidence;
import org.hearsay.framing.Framing;
import org.hearsay.framing.SentenceFraming;
import org.hearsay.records.Comment;
import org.hearsay.records.EntityTone;
import org.hearsay.records.FramingEvidence;
import org.hearsay.records.MovedBy;
import org.hearsay.records.NamingVariant;
import org.hearsay.records.OutletCitation;
import org.hearsay.records.SourceShare;
import org.hearsay.records.VoiceFraming;
import org.hearsay.text.Ids;
import org.jspecify.annotations.Nullable;

/** Turns what the framing library says into the record of the public contract. */
public final class FramingRecords {
  private static final String BODY = "BODY";
  private static final String TITLE = "TITLE";

  private FramingRecords() {}

  /**
   * The framing of an article.
   *
   * @param catalogue says which of those who pass claims on are outlets
   */
  public static org.hearsay.records.Framing article(
      Publication publication, Annotation annotation, Catalogue catalogue) {
    return framing(publication.id(), null, publication.outletId(), annotation.framing())
        .setEntities(entities(annotation.mentions()))
        .setRelays(relays(annotation.claims(), catalogue))
        .build();
  }

  /** The framing of a reader's comment. */
  public static org.hearsay.records.Framing comment(Comment comment, CommentAnnotation annotation) {
    return framing(
            comment.getArticleId(),
            comment.getPosition(),
            comment.getOutletId(),
            annotation.framing())
        .setEntities(entities(annotation.mentions()))
        .build();
  }

  private static List<EntityTone> entities(List<ArticleMention> mentions) {
    return org.hearsay.analysis.mentions.EntityTone.of(mentions).stream()
        .map(
            one ->
                EntityTone.newBuilder()
                    .setEntityId(one.entity().entityId())
                    .setClusterId(one.entity().clusterId())
                    .setName(one.entity().name())
                    .setType(one.entity().type().name())
                    .setVoice(one.voice().name())
                    .setMentions(one.mentions())
                    .setToned(one.toned())
                    .setTone(one.tone())
                    .build())
        .toList();
  }

  private static List<OutletCitation> relays(List<ArticleClaim> claims, Catalogue catalogue) {
    return OutletCitations.of(claims, catalogue).stream()
        .map(one -> new OutletCitation(one.outletId(), one.name(), one.claims()))
        .toList();
  }

  private static org.hearsay.records.Framing.Builder framing(
      String articleId, @Nullable Integer comment, @Nullable String outletId, Framing in) {
    List<FramingEvidence> evidence = new ArrayList<>();
    List<org.hearsay.records.SentenceFraming> sentences = new ArrayList<>();
    for (SentenceFraming sentence : in.sentences()) {
      sentence.evidence().forEach(one -> evidence.add(evidence(BODY, one)));
      sentences.add(
          new org.hearsay.records.SentenceFraming(
              sentence.span().start(),
              sentence.span().end(),
              sentence.voice().name(),
              sentence.bias(),
              sentence.moved().stream()
                  .map(
                      word ->
                          new MovedBy(
                              word.span().start(),
                              word.span().end(),
                              word.text(),
                              word.voice().name(),
                              word.by()))
                  .toList()));
    }
    in.headline().forEach(one -> evidence.add(evidence(TITLE, one)));
    return org.hearsay.records.Framing.newBuilder()
        .setId(Ids.of(articleId, comment == null ? "" : comment.toString()))
        .setArticleId(articleId)
        .setComment(comment)
        .setOutletId(outletId)
        .setBias(in.bias())
        .setVoices(voices(in))
        .setSentences(sentences)
        .setEvidence(evidence)
        .setNaming(
            in.naming().stream()
                .map(
                    variant ->
                        new NamingVariant(
                            variant.entityId(),
                            variant.name(),
                            variant.variant(),
                            variant.label(),
                            variant.voice().name(),
                            variant.count()))
                .toList())
        .setSources(
            in.sources().stream()
                .map(
                    source ->
                        new SourceShare(
                            source.entityId(),
                            source.name(),
                            source.kind().name(),
                            source.official(),
                            source.claims(),
                            source.wordsQuoted(),
                            source.wordsReported(),
                            new TreeMap<>(source.verbs())))
                .toList());
  }

  private static List<VoiceFraming> voices(Framing in) {
    List<VoiceFraming> voices = new ArrayList<>();
    for (org.hearsay.framing.VoiceFraming voice : in.voices()) {
      Map<String, Integer> counts = new TreeMap<>();
      voice.counts().forEach((category, count) -> counts.put(category.name(), count));
      voices.add(
          new VoiceFraming(
              voice.voice().name(),
              voice.words(),
              voice.bias(),
              voice.loadedPerThousand(),
              counts));
    }
    return voices;
  }

  private static FramingEvidence evidence(String part, Evidence in) {
    return new FramingEvidence(
        part,
        in.span().start(),
        in.span().end(),
        in.text(),
        in.category().name(),
        in.voice().name(),
        in.weight(),
        in.negated(),
        in.reason());
  }
}

package org.hearsay.topology.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hearsay.analysis.Annotation;
import org.hearsay.analysis.ArticleClaim;
import org.hearsay.analysis.ArticleMention;
import org.hearsay.analysis.CommentAnnotation;
import org.hearsay.analysis.Publication;
import org.hearsay.claims.ChainLink;
import org.hearsay.claims.LinkRole;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.EntityMention;
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
    Map<List<String>, List<ArticleMention>> groups = new LinkedHashMap<>();
    for (ArticleMention mention : mentions) {
      groups
          .computeIfAbsent(
              List.of(mention.mention().clusterId(), mention.voice().name()),
              k -> new ArrayList<>())
          .add(mention);
    }
    List<EntityTone> out = new ArrayList<>();
    for (List<ArticleMention> group : groups.values()) {
      EntityMention first = group.get(0).mention();
      List<Double> tones =
          group.stream().map(ArticleMention::tone).filter(Objects::nonNull).toList();
      out.add(
          EntityTone.newBuilder()
              .setEntityId(first.entityId())
              .setClusterId(first.clusterId())
              .setName(first.name())
              .setType(first.type().name())
              .setVoice(group.get(0).voice().name())
              .setMentions(group.size())
              .setToned(tones.size())
              .setTone(
                  tones.isEmpty()
                      ? null
                      : tones.stream().mapToDouble(Double::doubleValue).sum() / tones.size())
              .build());
    }
    return out;
  }

  private static List<OutletCitation> relays(List<ArticleClaim> claims, Catalogue catalogue) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (ArticleClaim claim : claims) {
      claim.chain().stream()
          .filter(link -> link.role() == LinkRole.RELAY && link.id() != null)
          .map(ChainLink::id)
          .distinct()
          .forEach(id -> counts.merge(id, 1, Integer::sum));
    }
    List<OutletCitation> out = new ArrayList<>();
    counts.forEach(
        (id, count) ->
            catalogue
                .outlet(id)
                .ifPresent(outlet -> out.add(new OutletCitation(id, outlet.name(), count))));
    return out;
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

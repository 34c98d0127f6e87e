package org.hearsay.topology.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hearsay.claims.ClaimForm;
import org.hearsay.claims.CueMode;
import org.hearsay.claims.EvidenceKind;
import org.hearsay.claims.LinkRole;
import org.hearsay.coverage.facts.ArticleSummary;
import org.hearsay.coverage.facts.ClaimCue;
import org.hearsay.coverage.facts.ClaimText;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.coverage.facts.KnownLink;
import org.hearsay.coverage.facts.KnownLink.Confirmation;
import org.hearsay.coverage.facts.OutletName;
import org.hearsay.coverage.facts.ReportedClaim;
import org.hearsay.coverage.facts.SharedText;
import org.hearsay.coverage.facts.TextFraming;
import org.hearsay.coverage.facts.TextFraming.CataloguedTone;
import org.hearsay.coverage.sameness.ClaimSpeaker;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.framing.NamingVariant;
import org.hearsay.framing.OutletCitation;
import org.hearsay.framing.SourceShare;
import org.hearsay.framing.Voice;
import org.hearsay.framing.VoiceFraming;
import org.hearsay.framing.terms.Category;
import org.hearsay.lineage.Direction;
import org.hearsay.lineage.Extent;
import org.hearsay.lineage.Passage;
import org.hearsay.records.Article;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.records.EntityTone;
import org.hearsay.records.Framing;
import org.hearsay.records.Republication;
import org.hearsay.text.Span;
import org.hearsay.text.attribution.CueKind;
import org.hearsay.topology.RejectedRecordException;
import org.hearsay.topology.records.ArticleRecords;
import org.hearsay.topology.records.ClaimRecords;
import org.jspecify.annotations.Nullable;

/**
 * Turns records of the public contract into what the library knows of articles, and chains back. A
 * word that is none of those that the contract allows is refused with {@link
 * RejectedRecordException}.
 */
public final class FactRecords {
  private FactRecords() {}

  /**
   * An article without what it says.
   *
   * @param seen when it was seen
   */
  public static ArticleSummary summary(Article article, Instant seen) {
    @Nullable String address = ArticleRecords.address(article.getPageUrl());
    return ArticleSummary.of(
        article.getId(),
        new OutletName(article.getOutletId(), article.getOutletName(), address),
        article.getUrl(),
        article.getPublishedAt(),
        seen,
        article.getNotices().stream()
            .map(notice -> new OutletName(notice.getOutletId(), notice.getName(), notice.getUrl()))
            .toList());
  }

  /** How a text is worded, without what names nothing in the catalogue. */
  public static TextFraming framing(Framing text) {
    return new TextFraming(
        text.getComment(),
        text.getVoices().stream().map(FactRecords::voice).toList(),
        text.getNaming().stream().map(FactRecords::naming).toList(),
        text.getSources().stream()
            .map(
                source ->
                    new SourceShare(
                        source.getEntityId(),
                        source.getName(),
                        word(SourceShare.Kind.class, source.getKind()),
                        source.getOfficial(),
                        source.getClaims(),
                        source.getWordsQuoted(),
                        source.getWordsReported(),
                        source.getVerbs()))
            .toList(),
        entities(text),
        text.getRelays().stream()
            .map(
                relay ->
                    new OutletCitation(relay.getOutletId(), relay.getName(), relay.getClaims()))
            .toList());
  }

  private static VoiceFraming voice(org.hearsay.records.VoiceFraming voice) {
    Map<Category, Integer> counts = new EnumMap<>(Category.class);
    voice.getCounts().forEach((name, count) -> counts.put(word(Category.class, name), count));
    return new VoiceFraming(
        word(Voice.class, voice.getVoice()),
        voice.getWords(),
        voice.getBias(),
        voice.getLoadedPerThousand(),
        counts);
  }

  private static NamingVariant naming(org.hearsay.records.NamingVariant variant) {
    return new NamingVariant(
        variant.getEntityId(),
        variant.getName(),
        variant.getVariant(),
        variant.getLabel(),
        word(Voice.class, variant.getVoice()),
        variant.getCount());
  }

  private static List<CataloguedTone> entities(Framing text) {
    List<CataloguedTone> out = new ArrayList<>();
    for (EntityTone one : text.getEntities()) {
      if (one.getEntityId() != null) {
        out.add(
            new CataloguedTone(
                one.getEntityId(),
                one.getName(),
                word(Voice.class, one.getVoice()),
                one.getMentions(),
                one.getToned(),
                one.getTone()));
      }
    }
    return out;
  }

  /** A claim. */
  public static ReportedClaim claim(Claim claim) {
    return new ReportedClaim(
        claim.getId(),
        claim.getArticleId(),
        claim.getOutletId(),
        new ClaimText(
            new ClaimSpeaker(claim.getSpeakerId(), claim.getSpeakerName()),
            claim.getSourceText(),
            claim.getContentText(),
            word(ClaimForm.class, claim.getForm()),
            new ClaimCue(
                claim.getCueText(),
                word(CueKind.class, claim.getCueKind()),
                word(CueMode.class, claim.getCueMode()))),
        claim.getContent().stream().map(s -> new Span(s.getStart(), s.getEnd())).toList(),
        claim.getChain().stream().map(FactRecords::link).toList());
  }

  private static KnownLink link(ChainLink link) {
    @Nullable String confirmation = link.getConfirmation();
    return new KnownLink(
        word(LinkRole.class, link.getRole()),
        link.getName(),
        link.getText(),
        link.getId(),
        new KnownLink.LinkEvidence(
            word(EvidenceKind.class, link.getEvidenceKind()),
            link.getEvidence(),
            link.getConfidence(),
            confirmation == null ? null : word(Confirmation.class, confirmation)));
  }

  /**
   * The claim with another chain, each of whose links has its evidence. What the claim says of a
   * link besides stays with it.
   */
  public static Claim withChain(Claim claim, List<KnownLink> chain) {
    List<ChainLink> links = new ArrayList<>();
    for (KnownLink link : chain) {
      KnownLink.LinkEvidence evidence = Objects.requireNonNull(link.evidence(), link.name());
      @Nullable ChainLink known = known(link, claim.getChain());
      boolean origin = link.role() == LinkRole.ORIGIN;
      links.add(
          ChainLink.newBuilder()
              .setRole(link.role().name())
              .setName(link.name())
              .setText(link.text())
              .setId(link.id())
              .setEvidenceKind(evidence.kind().name())
              .setEvidence(evidence.text())
              .setConfidence(evidence.confidence())
              .setConfirmation(
                  evidence.confirmation() == null ? null : evidence.confirmation().name())
              .setType(known != null ? known.getType() : origin ? EntityType.OUTLET.name() : null)
              .setKey(EntityMention.clusterId(link.id(), link.name()))
              .setVerb(known == null ? null : known.getVerb())
              .build());
    }
    return ClaimRecords.withChain(Claim.newBuilder(claim), links).build();
  }

  private static @Nullable ChainLink known(KnownLink link, List<ChainLink> chain) {
    for (ChainLink one : chain) {
      if (one.getRole().equals(link.role().name())
          && one.getName().equals(link.name())
          && one.getText().equals(link.text())
          && link.evidence() != null
          && one.getEvidence().equals(link.evidence().text())) {
        return one;
      }
    }
    return null;
  }

  /** An edge. */
  public static CopyEdge edge(Republication edge) {
    Direction.Basis basis = word(Direction.Basis.class, edge.getDirection());
    int first = basis == Direction.Basis.UNDECIDED ? 0 : 1;
    return new CopyEdge(
        edge.getId(),
        edge.getArticleId(),
        edge.getFirstSeen(),
        new CopyEdge.Origin(
            edge.getOriginId(),
            new OutletName(
                edge.getOriginOutletId(), edge.getOriginOutletName(), edge.getOriginUrl()),
            edge.getOriginPublishedAt(),
            edge.getOriginFirstSeen(),
            edge.getOriginDeclared()),
        new Direction(first, basis, edge.getContradicted()),
        new SharedText(
            word(Extent.class, edge.getKind()),
            edge.getContainment(),
            edge.getPassages().stream().map(FactRecords::passage).toList(),
            edge.getOwn().stream().map(s -> new Span(s.getStart(), s.getEnd())).toList()));
  }

  private static Passage passage(org.hearsay.records.Passage passage) {
    return new Passage(
        new Span(passage.getStart(), passage.getEnd()),
        new Span(passage.getOriginStart(), passage.getOriginEnd()),
        passage.getWords());
  }

  private static <E extends Enum<E>> E word(Class<E> kind, String name) {
    try {
      return Enum.valueOf(kind, name);
    } catch (IllegalArgumentException e) {
      throw new RejectedRecordException("no " + kind.getSimpleName() + " is called " + name, e);
    }
  }
}

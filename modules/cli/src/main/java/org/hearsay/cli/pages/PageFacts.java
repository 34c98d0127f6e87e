package org.hearsay.cli.pages;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.analysis.claims.ArticleClaim;
import org.hearsay.analysis.claims.OutletCitations;
import org.hearsay.analysis.mentions.ArticleMention;
import org.hearsay.analysis.mentions.EntityTone;
import org.hearsay.analysis.publishing.Publication;
import org.hearsay.claims.ChainLink;
import org.hearsay.claims.Claim;
import org.hearsay.claims.Speaker;
import org.hearsay.coverage.facts.ArticleSummary;
import org.hearsay.coverage.facts.ClaimCue;
import org.hearsay.coverage.facts.ClaimText;
import org.hearsay.coverage.facts.Fact;
import org.hearsay.coverage.facts.KnownLink;
import org.hearsay.coverage.facts.OutletName;
import org.hearsay.coverage.facts.ReportedClaim;
import org.hearsay.coverage.facts.TextFraming;
import org.hearsay.coverage.facts.TextFraming.CataloguedTone;
import org.hearsay.coverage.sameness.ClaimSpeaker;
import org.hearsay.entities.Catalogue;
import org.hearsay.framing.Framing;
import org.hearsay.framing.OutletCitation;
import org.hearsay.page.PageArticle;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** What was found in a page file, as facts of its article. */
final class PageFacts {
  private PageFacts() {}

  /**
   * All that is known of a page's article.
   *
   * @param catalogue says which of those who pass claims on are outlets
   */
  static List<Fact> of(AnalysedPage page, Catalogue catalogue) {
    List<Fact> out = new ArrayList<>();
    out.add(summary(page));
    for (ArticleClaim claim : page.annotation().claims()) {
      out.add(claim(page.publication(), claim));
    }
    out.add(
        framing(
            null,
            page.annotation().framing(),
            page.annotation().mentions(),
            OutletCitations.of(page.annotation().claims(), catalogue)));
    for (int i = 0; i < page.comments().size(); i++) {
      AnalysedPage.ReadComment comment = page.comments().get(i);
      out.add(
          framing(i, comment.annotation().framing(), comment.annotation().mentions(), List.of()));
    }
    return out;
  }

  private static ArticleSummary summary(AnalysedPage page) {
    Publication publication = page.publication();
    PageArticle article = publication.article();
    return ArticleSummary.notSeen(
        publication.id(),
        new OutletName(publication.outletId(), publication.outletName(), null),
        article.url(),
        article.publishedAt() == null ? null : article.publishedAt().toInstant(),
        page.written(),
        publication.notices().stream()
            .map(one -> new OutletName(one.outletId(), one.notice().name(), one.notice().url()))
            .toList());
  }

  private static ReportedClaim claim(Publication publication, ArticleClaim in) {
    Claim claim = in.claim();
    String body = publication.article().body();
    @Nullable Speaker speaker = claim.speaker();
    return new ReportedClaim(
        in.id(),
        publication.id(),
        publication.outletId(),
        new ClaimText(
            speaker == null
                ? new ClaimSpeaker(null, null)
                : new ClaimSpeaker(speaker.entityId(), speaker.name()),
            Span.join(claim.source(), body),
            Span.join(claim.content(), body),
            claim.form(),
            new ClaimCue(Span.join(claim.cue(), body), claim.cueKind(), claim.cueMode())),
        claim.content(),
        in.chain().stream().map(PageFacts::link).toList());
  }

  private static KnownLink link(ChainLink link) {
    return new KnownLink(
        link.role(),
        link.name(),
        link.text(),
        link.id(),
        new KnownLink.LinkEvidence(link.evidenceKind(), link.evidence(), link.confidence(), null));
  }

  private static TextFraming framing(
      @Nullable Integer comment,
      Framing framing,
      List<ArticleMention> mentions,
      List<OutletCitation> relays) {
    List<CataloguedTone> entities = new ArrayList<>();
    for (EntityTone one : EntityTone.of(mentions)) {
      @Nullable String id = one.entity().entityId();
      if (id != null) {
        entities.add(
            new CataloguedTone(
                id, one.entity().name(), one.voice(), one.mentions(), one.toned(), one.tone()));
      }
    }
    return new TextFraming(
        comment, framing.voices(), framing.naming(), framing.sources(), entities, relays);
  }
}

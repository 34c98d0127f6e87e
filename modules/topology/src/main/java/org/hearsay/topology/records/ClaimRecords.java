package org.hearsay.topology.records;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.analysis.claims.ArticleClaim;
import org.hearsay.analysis.claims.ArticleLink;
import org.hearsay.analysis.publishing.Publication;
import org.hearsay.claims.Claim;
import org.hearsay.claims.LinkRole;
import org.hearsay.claims.Speaker;
import org.hearsay.framing.Voice;
import org.hearsay.page.PageArticle;
import org.hearsay.page.PublishedPrecision;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Comment;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** Turns claims into records of the public contract. */
public final class ClaimRecords {
  private ClaimRecords() {}

  /** A claim of an article. */
  public static org.hearsay.records.Claim claim(Publication publication, ArticleClaim in) {
    PageArticle article = publication.article();
    return claim(article.body(), in)
        .setArticleId(publication.id())
        .setOutletId(publication.outletId())
        .setOutletName(publication.outletName())
        .setUrl(article.url())
        .setTitle(article.title())
        .setPublishedAt(article.publishedAt() == null ? null : article.publishedAt().toInstant())
        .setPublishedPrecision(article.publishedPrecision().name())
        .setVoice(Voice.OUTLET.name())
        .build();
  }

  /** A claim of a reader's comment. */
  public static org.hearsay.records.Claim claim(Comment comment, ArticleClaim in) {
    return claim(comment.getText(), in)
        .setArticleId(comment.getArticleId())
        .setOutletId(comment.getOutletId())
        .setOutletName(comment.getOutletName())
        .setUrl(comment.getUrl())
        .setTitle(comment.getTitle())
        .setPublishedAt(comment.getPostedAt())
        .setPublishedPrecision(PublishedPrecision.of(comment.getPostedAt()).name())
        .setVoice(Voice.READER.name())
        .setComment(comment.getPosition())
        .build();
  }

  /** Whether a reader makes it: not the outlet, whose reports alone are traced and counted. */
  public static boolean isReaders(org.hearsay.records.Claim claim) {
    return claim.getComment() != null;
  }

  private static org.hearsay.records.Claim.Builder claim(String text, ArticleClaim in) {
    Claim claim = in.claim();
    @Nullable Speaker speaker = claim.speaker();
    org.hearsay.records.Claim.Builder row =
        org.hearsay.records.Claim.newBuilder()
            .setId(in.id())
            .setForm(claim.form().name())
            .setWithin(in.withinId())
            .setConfidence(claim.confidence())
            .setContentText(Span.join(claim.content(), text))
            .setCueText(Span.join(claim.cue(), text))
            .setCueKind(claim.cueKind().name())
            .setCueMode(claim.cueMode().name())
            .setCueLemma(in.facts().cueLemma())
            .setStance(in.facts().stance().name())
            .setDenies(in.denies())
            .setCheckWorthiness(in.checkWorthiness())
            .setSourceText(Span.join(claim.source(), text))
            .setContent(ArticleRecords.spans(claim.content()))
            .setCue(ArticleRecords.spans(claim.cue()))
            .setSource(ArticleRecords.spans(claim.source()))
            .setSpeakerText(speaker == null ? null : speaker.text())
            .setSpeakerName(speaker == null ? null : speaker.name())
            .setSpeakerId(speaker == null ? null : speaker.entityId())
            .setSpeakerConfidence(speaker == null ? null : speaker.confidence())
            .setSpeakerKey(in.speakerKey())
            .setSpeakerType(name(in.facts().speakerType()))
            .setSpeakerKind(name(in.facts().speakerKind()))
            .setAbout(in.facts().about());
    return withChain(row, in.links().stream().map(one -> link(one, in.keyOf(one))).toList());
  }

  private static @Nullable String name(@Nullable Enum<?> word) {
    return word == null ? null : word.name();
  }

  private static ChainLink link(ArticleLink in, @Nullable String key) {
    return ChainLink.newBuilder()
        .setRole(in.link().role().name())
        .setName(in.link().name())
        .setText(in.link().text())
        .setId(in.link().id())
        .setEvidenceKind(in.link().evidenceKind().name())
        .setEvidence(in.link().evidence())
        .setConfidence(in.link().confidence())
        .setType(name(in.type()))
        .setKey(key)
        .setVerb(in.verb())
        .build();
  }

  /** Sets a claim's chain, and all that follows from it. */
  public static org.hearsay.records.Claim.Builder withChain(
      org.hearsay.records.Claim.Builder row, List<ChainLink> chain) {
    List<ChainLink> placed = new ArrayList<>(chain.size());
    for (ChainLink link : chain) {
      placed.add(ChainLink.newBuilder(link).setPosition(placed.size()).build());
    }
    @Nullable ChainLink via =
        LinkRole.outermostRelay(chain, link -> LinkRole.valueOf(link.getRole())).orElse(null);
    return row.setChain(placed)
        .setHops(Math.max(0, placed.size() - 1))
        .setViaId(via == null ? null : via.getId())
        .setViaName(via == null ? null : via.getName())
        .setViaVerb(via == null ? null : via.getVerb());
  }
}

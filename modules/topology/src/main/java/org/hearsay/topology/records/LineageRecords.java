package org.hearsay.topology.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.lineage.Copying;
import org.hearsay.lineage.Overlap;
import org.hearsay.lineage.Piece;
import org.hearsay.lineage.candidates.TracedArticle;
import org.hearsay.page.PublishedPrecision;
import org.hearsay.records.Article;
import org.hearsay.records.Notice;
import org.hearsay.records.Passage;
import org.hearsay.records.Replacement;
import org.hearsay.records.Republication;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** Turns articles into what is traced, and what was found into records of the public contract. */
public final class LineageRecords {
  private LineageRecords() {}

  /** The article as the stage keeps it. */
  public static TracedArticle traced(Article article, Instant firstSeen) {
    List<String> declared = new ArrayList<>();
    for (Notice notice : article.getNotices()) {
      @Nullable String origin =
          Piece.outletKey(notice.getOutletId(), notice.getName(), notice.getUrl());
      if (origin != null) {
        declared.add(origin);
      }
    }
    @Nullable String address = ArticleRecords.address(article.getPageUrl());
    Piece piece =
        new Piece(
            article.getId(),
            Piece.outletKey(article.getOutletId(), article.getOutletName(), address),
            article.getTitle(),
            article.getDek(),
            article.getBody(),
            article.getParagraphs().stream()
                .map(span -> new Span(span.getStart(), span.getEnd()))
                .toList(),
            article.getPublishedAt(),
            firstSeen,
            declared);
    return new TracedArticle(
        piece,
        article.getOutletId(),
        article.getOutletName(),
        address == null ? article.getUrl() : address);
  }

  /** The row of an edge. */
  public static Republication republication(
      Copying edge, TracedArticle copy, TracedArticle origin) {
    Overlap overlap = edge.overlap();
    boolean sameDek = copy.piece().sameDek(origin.piece());
    return Republication.newBuilder()
        .setId(edge.id())
        .setArticleId(copy.piece().id())
        .setOriginId(origin.piece().id())
        .setOutletId(copy.outletId())
        .setOutletName(copy.outletName())
        .setUrl(copy.url())
        .setOriginOutletId(origin.outletId())
        .setOriginOutletName(origin.outletName())
        .setOriginUrl(origin.url())
        .setKind(overlap.extent().name())
        .setDirection(edge.direction().basis().name())
        .setContradicted(edge.direction().contradicted())
        .setPublishedAt(copy.piece().publishedAt())
        .setPublishedPrecision(PublishedPrecision.of(copy.piece().publishedAt()).name())
        .setOriginPublishedAt(origin.piece().publishedAt())
        .setOriginPublishedPrecision(PublishedPrecision.of(origin.piece().publishedAt()).name())
        .setFirstSeen(copy.piece().firstSeen())
        .setOriginFirstSeen(origin.piece().firstSeen())
        .setOriginDeclared(origin.piece().declared())
        .setWords(overlap.copyWords())
        .setOriginWords(overlap.originWords())
        .setContainment(overlap.containment())
        .setOriginContainment(overlap.originContainment())
        .setLongestRun(overlap.longestRun())
        .setPassages(passages(overlap))
        .setTitle(copy.piece().title())
        .setOriginTitle(origin.piece().title())
        .setDek(sameDek ? null : copy.piece().dek())
        .setOriginDek(sameDek ? null : origin.piece().dek())
        .setAdded(spans(overlap.added()))
        .setDropped(spans(overlap.dropped()))
        .setAddedTexts(overlap.addedTexts(copy.piece().body()))
        .setDroppedTexts(overlap.droppedTexts(origin.piece().body()))
        .setOwn(spans(overlap.own()))
        .setReplacements(replacements(overlap, copy.piece().body(), origin.piece().body()))
        .build();
  }

  private static List<Passage> passages(Overlap overlap) {
    return overlap.passages().stream()
        .map(
            p ->
                new Passage(
                    p.copy().start(),
                    p.copy().end(),
                    p.origin().start(),
                    p.origin().end(),
                    p.words()))
        .toList();
  }

  private static List<Replacement> replacements(Overlap overlap, String copy, String origin) {
    return overlap.replacements().stream()
        .map(
            r ->
                new Replacement(
                    r.copy().start(),
                    r.copy().end(),
                    r.copy().of(copy),
                    r.origin().start(),
                    r.origin().end(),
                    r.origin().of(origin)))
        .toList();
  }

  private static List<org.hearsay.records.Span> spans(List<Span> spans) {
    return spans.stream().map(s -> new org.hearsay.records.Span(s.start(), s.end())).toList();
  }
}

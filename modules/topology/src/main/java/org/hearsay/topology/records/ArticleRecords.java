package org.hearsay.topology.records;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.analysis.Annotation;
import org.hearsay.analysis.claims.ArticleClaim;
import org.hearsay.analysis.mentions.ArticleMention;
import org.hearsay.analysis.publishing.Publication;
import org.hearsay.analysis.publishing.PublishedBefore;
import org.hearsay.analysis.publishing.ResolvedNotice;
import org.hearsay.page.Notice;
import org.hearsay.page.NoticeKind;
import org.hearsay.page.PageArticle;
import org.hearsay.page.ReaderComment;
import org.hearsay.records.Article;
import org.hearsay.records.Comment;
import org.hearsay.records.Mention;
import org.hearsay.text.Ids;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** Turns what the libraries say into the records of the public contract, and articles back. */
public final class ArticleRecords {
  private ArticleRecords() {}

  /** A page's address; a page from a file has a key but no address. */
  public static @Nullable String address(String pageUrl) {
    return pageUrl.startsWith("file:") ? null : pageUrl;
  }

  public static Article article(String pageUrl, Publication publication, int comments) {
    PageArticle article = publication.article();
    List<org.hearsay.records.Notice> notices = new ArrayList<>();
    for (ResolvedNotice resolved : publication.notices()) {
      Notice notice = resolved.notice();
      notices.add(
          new org.hearsay.records.Notice(
              notice.kind().name(),
              notice.name(),
              resolved.outletId(),
              notice.evidence(),
              notice.url()));
    }
    return Article.newBuilder()
        .setId(publication.id())
        .setPageUrl(pageUrl)
        .setUrl(article.url())
        .setOutletId(publication.outletId())
        .setOutletName(publication.outletName())
        .setPublisher(article.publisher())
        .setTitle(article.title())
        .setDek(article.dek())
        .setByline(article.byline())
        .setPublishedAt(article.publishedAt() == null ? null : article.publishedAt().toInstant())
        .setLanguage(article.language())
        .setBody(article.body())
        .setParagraphs(spans(article.paragraphs()))
        .setNotices(notices)
        .setCommentCount(comments)
        .setPartial(article.partial())
        .setModifiedAt(article.modifiedAt() == null ? null : article.modifiedAt().toInstant())
        .setPublishedZone(
            article.publishedAt() == null ? null : article.publishedAt().getOffset().getId())
        .setPublishedPrecision(article.publishedPrecision().name())
        .setSection(article.section())
        .setAuthors(article.authors())
        .build();
  }

  /** What was found when an article was published. */
  public static PublishedBefore published(Article article) {
    List<@Nullable String> outlets = new ArrayList<>();
    article.getNotices().forEach(notice -> outlets.add(notice.getOutletId()));
    return new PublishedBefore(
        article.getId(), article.getOutletId(), article.getOutletName(), outlets);
  }

  public static PageArticle article(Article article) {
    List<Notice> notices = new ArrayList<>();
    for (org.hearsay.records.Notice notice : article.getNotices()) {
      notices.add(
          new Notice(
              NoticeKind.valueOf(notice.getKind()),
              notice.getName(),
              notice.getEvidence(),
              notice.getUrl()));
    }
    return new PageArticle(
        new PageArticle.Place(article.getUrl(), article.getPublisher(), article.getSection()),
        new PageArticle.Head(
            article.getTitle(),
            article.getDek(),
            article.getByline(),
            article.getAuthors(),
            article.getPublishedAt() == null
                ? null
                : article.getPublishedAt().atOffset(zone(article)),
            article.getModifiedAt() == null
                ? null
                : article.getModifiedAt().atOffset(ZoneOffset.UTC)),
        new PageArticle.Text(
            article.getLanguage(),
            article.getBody(),
            article.getParagraphs().stream().map(s -> new Span(s.getStart(), s.getEnd())).toList()),
        notices,
        article.getPartial());
  }

  private static ZoneOffset zone(Article article) {
    return article.getPublishedZone() == null
        ? ZoneOffset.UTC
        : ZoneOffset.of(article.getPublishedZone());
  }

  public static Comment comment(Publication publication, int position, ReaderComment comment) {
    return Comment.newBuilder()
        .setId(publication.commentId(position))
        .setArticleId(publication.id())
        .setPosition(position)
        .setAuthor(comment.author())
        .setText(comment.text())
        .setOutletId(publication.outletId())
        .setPostedAt(comment.postedAt())
        .setReplyTo(comment.replyTo())
        .setTitle(publication.article().title())
        .setOutletName(publication.outletName())
        .setUrl(publication.article().url())
        .build();
  }

  public static List<Mention> mentions(Publication publication, List<ArticleMention> in) {
    return mentions(
        in, publication.article().body(), publication.id(), publication.outletId(), null);
  }

  public static List<Mention> mentions(Comment comment, List<ArticleMention> in) {
    return mentions(
        in,
        comment.getText(),
        comment.getArticleId(),
        comment.getOutletId(),
        comment.getPosition());
  }

  private static List<Mention> mentions(
      List<ArticleMention> in,
      String text,
      String articleId,
      @Nullable String outletId,
      @Nullable Integer comment) {
    List<Mention> rows = new ArrayList<>(in.size());
    // An office and its holder stand at one place; what each is linked to may change.
    Map<Span, Integer> before = new HashMap<>();
    for (ArticleMention mention : in) {
      int nth = before.merge(mention.mention().span(), 1, Integer::sum);
      rows.add(mention(mention, nth, text, articleId, outletId, comment));
    }
    return rows;
  }

  private static Mention mention(
      ArticleMention in,
      int nth,
      String text,
      String articleId,
      @Nullable String outletId,
      @Nullable Integer comment) {
    Span span = in.mention().span();
    String where = comment == null ? "" : comment.toString();
    return Mention.newBuilder()
        .setId(Ids.of(articleId, where, span.toString(), Integer.toString(nth)))
        .setArticleId(articleId)
        .setComment(comment)
        .setOutletId(outletId)
        .setEntityId(in.mention().entityId())
        .setClusterId(in.mention().clusterId())
        .setName(in.mention().name())
        .setType(in.mention().type().name())
        .setStart(span.start())
        .setEnd(span.end())
        .setText(in.mention().text())
        .setVoice(in.voice().name())
        .setSentence(in.sentence().of(text))
        .setConfidence(in.mention().confidence())
        .setTone(in.tone())
        .setClaimId(in.claimId())
        .build();
  }

  public static org.hearsay.records.Annotation summary(
      Publication publication, Annotation annotation) {
    return new org.hearsay.records.Annotation(
        publication.id(),
        publication.outletId(),
        annotation.language(),
        annotation.sentences(),
        annotation.mentions().size(),
        annotation.claims().size(),
        annotation.partial(),
        annotation.claims().stream().map(ArticleClaim::id).toList());
  }

  static List<org.hearsay.records.Span> spans(List<Span> spans) {
    return spans.stream().map(s -> new org.hearsay.records.Span(s.start(), s.end())).toList();
  }
}

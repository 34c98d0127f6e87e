package org.hearsay.cli.output;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.hearsay.records.Annotation;
import org.hearsay.records.Article;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.Comment;
import org.hearsay.records.Entity;
import org.hearsay.records.Framing;
import org.hearsay.records.Mention;
import org.hearsay.records.Outlet;
import org.hearsay.records.Page;
import org.hearsay.records.Republication;
import org.jspecify.annotations.Nullable;

/** Rows of the topics for people, wrapped with a hanging indent. */
public final class RowTable {
  private static final int TEXT = 6;

  private RowTable() {}

  /**
   * One row.
   *
   * @param width how wide it may be
   */
  public static String row(SpecificRecord row, int width) {
    if (row instanceof Claim claim) {
      return ClaimTable.row(
          Stream.concat(
                  claim.getComment() == null ? Stream.empty() : Stream.of("(a reader)"),
                  claim.getChain().stream().map(ChainLink::getName))
              .toList(),
          claim.getForm(),
          claim.getCueText(),
          claim.getContentText(),
          width);
    }
    if (row instanceof ClaimCluster claims) {
      return ClusterTable.row(claims, width);
    }
    if (row instanceof Republication edge) {
      return EdgeTable.row(edge, width);
    }
    if (row instanceof Framing framing) {
      return FramingTable.row(framing, width);
    }
    if (row instanceof Annotation summary) {
      return Wrap.hanging("  ", summary(summary), TEXT, width);
    }
    if (ProfileTable.has(row)) {
      return Wrap.hanging("  ", ProfileTable.row(row), TEXT, width);
    }
    return Wrap.hanging("  ", read(row), TEXT, width);
  }

  private static String summary(Annotation summary) {
    List<String> partial = summary.getPartial();
    return String.format(
        Locale.ROOT,
        "%-20s %s, article %s: %d sentences, %d mentions, %d claims%s",
        known(summary.getOutletId()),
        Objects.requireNonNullElse(summary.getLanguage(), "language unknown"),
        summary.getArticleId(),
        summary.getSentences(),
        summary.getMentions(),
        summary.getClaims(),
        partial.isEmpty() ? "" : "; not all was read: " + String.join(", ", partial));
  }

  /** What pages, articles and the catalogue's rows say. */
  private static String read(SpecificRecord row) {
    if (row instanceof Mention mention) {
      return String.format(
          "%-24s %-16s %-9s %s",
          mention.getName(),
          known(mention.getOutletId()),
          mention.getVoice(),
          mention.getSentence());
    }
    if (row instanceof Article article) {
      return String.format(
          "%-20s %d comments  %s",
          known(article.getOutletName()),
          article.getCommentCount(),
          Phrases.title(article.getTitle()));
    }
    if (row instanceof Comment comment) {
      return String.format("%-20s %s", known(comment.getAuthor()), comment.getText());
    }
    if (row instanceof Page page) {
      return page.getUrl() + ", " + page.getContent().remaining() + " bytes";
    }
    if (row instanceof Entity entity) {
      return String.format("%-24s %-16s %s", entity.getId(), entity.getType(), entity.getName());
    }
    return row instanceof Outlet outlet
        ? String.format("%-24s %s", outlet.getId(), outlet.getName())
        : row.toString();
  }

  private static String known(@Nullable String name) {
    return Objects.requireNonNullElse(name, "-");
  }
}

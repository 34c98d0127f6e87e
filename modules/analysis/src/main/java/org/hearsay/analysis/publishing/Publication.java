package org.hearsay.analysis.publishing;

import java.util.List;
import org.hearsay.claims.ChainLink;
import org.hearsay.page.PageArticle;
import org.hearsay.text.Ids;
import org.jspecify.annotations.Nullable;

/**
 * An article with its id and with where it stands: who publishes it, and where it came from.
 *
 * @param id derived from the address, the title and the body
 * @param outletId the publisher's catalogue id, or null where the catalogue does not know it
 * @param outletName the publisher's name, or null where the page does not give one
 * @param article what was read from the page
 * @param notices the article's notices, resolved, in the article's order
 * @param origin the links before the text's own: PUBLISHER?, ORIGIN*
 */
public record Publication(
    String id,
    @Nullable String outletId,
    @Nullable String outletName,
    PageArticle article,
    List<ResolvedNotice> notices,
    List<ChainLink> origin) {

  /** Keeps its own copies of the lists. */
  public Publication {
    notices = List.copyOf(notices);
    origin = List.copyOf(origin);
  }

  /**
   * The id of a reader's comment under it.
   *
   * @param position its place among the page's comments, from 0
   */
  public String commentId(int position) {
    return commentId(id, position);
  }

  /** The same of a comment of which the article's id alone is known. */
  public static String commentId(String articleId, int position) {
    return Ids.of(articleId, "comment", Integer.toString(position));
  }
}

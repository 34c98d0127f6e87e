package org.hearsay.page.comments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.page.ReaderComment;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * One comment as found, before it has its place among the others.
 *
 * @param at its first block
 * @param element what holds it and nothing else, where there is such an element
 */
record CommentItem(
    int at,
    @Nullable Element element,
    @Nullable String author,
    String text,
    @Nullable Instant postedAt) {

  /** Gives each comment the place of the one that its element lies in. */
  static List<ReaderComment> placed(List<CommentItem> items) {
    Map<Element, Integer> places = new HashMap<>();
    List<ReaderComment> out = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      CommentItem item = items.get(i);
      Integer parent = null;
      int level = 0;
      for (Element e = item.element() == null ? null : item.element().parent();
          e != null && parent == null && level < 12;
          e = e.parent(), level++) {
        parent = places.get(e);
      }
      if (item.element() != null) {
        places.put(item.element(), i);
        Element around = item.element().parent();
        // WordPress nests the answers in the list item around the comment's own element.
        if (around != null && around.normalName().equals("li")) {
          places.put(around, i);
        }
      }
      out.add(new ReaderComment(item.author(), item.text(), item.postedAt(), parent));
    }
    return out;
  }
}

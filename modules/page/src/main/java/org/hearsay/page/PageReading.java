package org.hearsay.page;

import java.util.List;

/** What was read from one page: its article, and its readers' comments in document order. */
public record PageReading(PageArticle article, List<ReaderComment> comments) {

  /** Keeps its own copy of the list. */
  public PageReading {
    comments = List.copyOf(comments);
  }
}

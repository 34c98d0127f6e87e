package org.hearsay.lineage.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.lineage.Texts.FERRY;
import static org.hearsay.lineage.Texts.OTHER;
import static org.hearsay.lineage.Texts.piece;

import org.hearsay.lineage.Prepared;
import org.hearsay.lineage.Texts;
import org.junit.jupiter.api.Test;

class PreparedArticlesTest {
  @Test
  void anArticleIsPreparedOnceWhileItIsRemembered() {
    PreparedArticles articles = new PreparedArticles(2, Texts.ENGLISH);
    Prepared first = articles.of(piece("a", "wire", FERRY));
    assertThat(articles.of(piece("a", "wire", FERRY))).isSameAs(first);
    articles.of(piece("b", "wire", OTHER));
    articles.of(piece("a", "wire", FERRY));
    articles.of(piece("c", "wire", OTHER));
    assertThat(articles.of(piece("a", "wire", FERRY))).as("used last").isSameAs(first);
  }

  @Test
  void anotherTextUnderTheSameIdIsNotTakenForTheFirst() {
    PreparedArticles articles = new PreparedArticles(2, Texts.ENGLISH);
    articles.of(piece("a", "wire", FERRY));
    assertThat(articles.of(piece("a", "wire", OTHER)).piece().body()).isEqualTo(OTHER);
  }
}

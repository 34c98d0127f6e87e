package org.hearsay.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.analysis.claims.ArticleClaim;
import org.hearsay.coverage.facts.Fact;
import org.hearsay.coverage.facts.ReportedClaim;
import org.hearsay.coverage.facts.TextFraming;
import org.hearsay.entities.Catalogue;
import org.hearsay.records.Comment;
import org.hearsay.topology.facts.FactRecords;
import org.hearsay.topology.records.ArticleRecords;
import org.hearsay.topology.records.ClaimRecords;
import org.hearsay.topology.records.FramingRecords;
import org.junit.jupiter.api.Test;

/** On pages that come with Hearsay. */
class PageFactsTest {
  private static final String SAMPLES = "../../samples/pages/";

  /** Later than any of the pages gives. */
  private static final Instant SEEN = Instant.parse("2100-01-01T00:00:00Z");

  /** What the stages make of the page's records. */
  private static List<Fact> byRecords(AnalysedPage page, Catalogue catalogue) {
    List<Fact> out = new ArrayList<>();
    boolean dated = page.publication().article().publishedAt() != null;
    out.add(FactRecords.summary(page.article(), dated ? SEEN : page.written()));
    for (ArticleClaim claim : page.annotation().claims()) {
      out.add(FactRecords.claim(ClaimRecords.claim(page.publication(), claim)));
    }
    out.add(
        FactRecords.framing(
            FramingRecords.article(page.publication(), page.annotation(), catalogue)));
    for (int i = 0; i < page.comments().size(); i++) {
      AnalysedPage.ReadComment read = page.comments().get(i);
      Comment comment = ArticleRecords.comment(page.publication(), i, read.comment());
      out.add(FactRecords.framing(FramingRecords.comment(comment, read.annotation())));
    }
    return out;
  }

  @Test
  void aPagesFactsAreThoseThatTheStagesMakeOfItsRecords() throws InterruptedException {
    Catalogue catalogue = Catalogue.builtIn();
    List<AnalysedPage> pages =
        new PageAnalysis(catalogue, 2, true, new PrintWriter(new StringWriter()))
            .of(
                PageFiles.of(List.of(SAMPLES + "adriatic-courier", SAMPLES + "causeway-dispatch"))
                    .files())
            .pages();
    List<Fact> facts = new ArrayList<>();
    for (AnalysedPage page : pages) {
      List<Fact> own = PageFacts.of(page, catalogue);
      assertThat(own).isEqualTo(byRecords(page, catalogue));
      facts.addAll(own);
    }
    assertThat(facts).hasAtLeastOneElementOfType(ReportedClaim.class);
    assertThat(facts)
        .as("a comment's")
        .anyMatch(fact -> fact instanceof TextFraming text && text.comment() != null);
    assertThat(facts)
        .as("with something of the catalogue")
        .anyMatch(fact -> fact instanceof TextFraming text && !text.entities().isEmpty());
  }
}

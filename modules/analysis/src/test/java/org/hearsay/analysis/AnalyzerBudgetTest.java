package org.hearsay.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hearsay.analysis.mentions.ArticleMention;
import org.hearsay.analysis.publishing.Publication;
import org.hearsay.entities.Catalogue;
import org.hearsay.page.PageReader;
import org.hearsay.page.ReaderComment;
import org.hearsay.text.Span;
import org.hearsay.text.WorkBudget;

class AnalyzerBudgetTest {
  /** Loaded once: it takes seconds. */
  private static final Analyzer ANALYZER = Analyzer.load(Catalogue.builtIn(), "en");

  private static final String TEXT =
      "Vesna Lind met Boris Marek in Prelog. “The ferry will not sail before May,” Lind said.\n\n"
          + "The mayor said that the harbour was closed, which Marek denied. “We will wait for the"
          + " ice to go,” she added. Nobody knows when.\n\n"
          + "According to the Norfield Gazette, two ministers said the town owes the money.";

  /** A moment passes with each look at the clock. */
  private static WorkBudget looks(int most) {
    AtomicInteger looks = new AtomicInteger();
    return WorkBudget.of(most, () -> 1_000_000L * looks.getAndIncrement());
  }

  private static Publication publication() {
    return ANALYZER.publish(new PageReader().plain(TEXT).article(), null);
  }

  private static List<Span> cues(Annotation annotation) {
    return annotation.claims().stream().flatMap(c -> c.claim().cue().stream()).toList();
  }

  @Property(tries = 60)
  void whateverTheTimeTheResultStandsAndSaysWhatIsMissing(
      @ForAll @IntRange(min = 0, max = 120) int most) {
    Annotation whole = ANALYZER.annotate(publication());
    Annotation part = ANALYZER.within(() -> looks(most)).annotate(publication());

    assertThat(whole.partial()).isEmpty();
    assertThat(part.sentences()).isPositive().isLessThanOrEqualTo(whole.sentences());
    assertThat(part.mentions()).allMatch(mention -> mention.sentence().end() <= TEXT.length());
    if (part.partial().isEmpty()) {
      assertThat(part).isEqualTo(whole);
    } else {
      assertThat(part.partial()).allMatch(reason -> reason.startsWith("OVER_TIME: "));
    }
  }

  @Example
  void withTimeEnoughNothingIsMissing() {
    Annotation part = ANALYZER.within(() -> looks(100_000)).annotate(publication());

    assertThat(part).isEqualTo(ANALYZER.annotate(publication()));
    assertThat(cues(part)).isNotEmpty();
  }

  @Example
  void withoutTimeForTonesTheMentionsHaveNone() {
    Annotation part = ANALYZER.within(() -> looks(0)).annotate(publication());

    assertThat(part.mentions()).isNotEmpty().extracting(ArticleMention::tone).containsOnlyNulls();
    assertThat(part.partial())
        .contains("OVER_TIME: looked for claims in the first 0 of 295 characters")
        .anyMatch(reason -> reason.startsWith("OVER_TIME: read the tone of 0 of "));
  }

  @Example
  void thePagesCommentsShareTheirTime() {
    List<ReaderComment> comments =
        List.of(new ReaderComment("Ana", "Lind said it."), new ReaderComment("Luka", "Who knows."));

    List<CommentAnnotation> read = ANALYZER.within(() -> looks(3)).readers(publication(), comments);

    assertThat(read).hasSize(2);
    assertThat(read.get(1).partial())
        .containsExactly("OVER_TIME: the page's other comments took all there was");
    assertThat(ANALYZER.readers(publication(), comments))
        .extracting(CommentAnnotation::partial)
        .containsOnly(List.of());
  }
}

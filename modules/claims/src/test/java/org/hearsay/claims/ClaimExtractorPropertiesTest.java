package org.hearsay.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hearsay.encoder.ClaimTagger;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.LanguageAnnotator;
import org.hearsay.text.Span;

class ClaimExtractorPropertiesTest {
  private static final ClaimTagger TAGGER = ClaimTagger.load();

  /** News-like pieces in any order: marks that nobody closes, cues without words, odd spaces. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "“",
            "”",
            "\"",
            "''",
            "``",
            "‘",
            "’",
            "'",
            "„",
            "«",
            "»",
            "‹",
            "—",
            "― ",
            ":",
            ", ",
            ". ",
            "? ",
            "\n",
            "\n\n",
            " ",
            "\u00a0",
            "[",
            ")",
            "6'3\"",
            "said",
            " she said",
            "Mayor Brandt",
            "according to Norpress",
            "told the Norfield Gazette",
            "citing two aides",
            "who",
            "that the bridge would reopen",
            "We will not leave the harbour",
            "denied",
            "did not say",
            "𝒳",
            "мост",
            "the minister",
            "where",
            "and would",
            "to go home")
        .list()
        .ofMaxSize(40)
        .map(pieces -> String.join("", pieces));
  }

  private static List<EntityMention> mentions(String text) {
    List<EntityMention> mentions = new ArrayList<>();
    for (int at = text.indexOf("Brandt"); at >= 0; at = text.indexOf("Brandt", at + 1)) {
      mentions.add(
          new EntityMention(
              new Span(at, at + "Brandt".length()),
              "Brandt",
              EntityType.PERSON,
              null,
              "Ilse Brandt",
              .9));
    }
    return mentions;
  }

  @Property(tries = 100)
  void everySpanLiesInTheTextAndEveryOuterClaimExists(@ForAll("texts") String text) {
    List<Claim> claims =
        new ClaimExtractor(TAGGER, English.ALL)
            .extract(
                new AnnotatedText(
                    text, LanguageAnnotator.paragraphs(text), List.of(), List.of(), List.of()),
                mentions(text));
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      assertThat(claim.content()).isNotEmpty().isSorted();
      assertThat(claim.within()).isBetween(-1, claims.size() - 1).isNotEqualTo(i);
      assertThat(claim.confidence()).isBetween(0.0, 1.0);
      for (List<Span> spans : List.of(claim.content(), claim.cue(), claim.source())) {
        assertThat(spans).allSatisfy(span -> inside(span, text));
      }
      assertThat(claim.chain())
          .allSatisfy(link -> assertThat(link.name()).isNotBlank())
          .allSatisfy(link -> assertThat(link.confidence()).isBetween(0.0, 1.0));
    }
  }

  private static void inside(Span span, String text) {
    assertThat(span.end()).isBetween(span.start() + 1, text.length());
  }
}

package org.hearsay.analysis.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Stream;
import org.hearsay.claims.ChainLink;
import org.hearsay.claims.Claim;
import org.hearsay.claims.ClaimForm;
import org.hearsay.claims.Cue;
import org.hearsay.claims.CueMode;
import org.hearsay.claims.EvidenceKind;
import org.hearsay.claims.LinkRole;
import org.hearsay.entities.Catalogue;
import org.hearsay.framing.OutletCitation;
import org.hearsay.text.Span;
import org.hearsay.text.attribution.CueKind;
import org.hearsay.text.attribution.CueStance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutletCitationsTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  private static ChainLink link(LinkRole role, String name, @Nullable String id) {
    return new ChainLink(role, name, name, id, EvidenceKind.CUE, "", .9);
  }

  private static ArticleClaim claim(ChainLink... chain) {
    Span span = new Span(0, 1);
    Claim claim =
        new Claim(
            ClaimForm.INDIRECT,
            -1,
            .9,
            List.of(span),
            new Cue(List.of(span), CueKind.SPEECH, CueMode.ASSERTED),
            List.of(),
            null,
            List.of());
    List<ArticleLink> links =
        Stream.of(chain).map(link -> new ArticleLink(link, null, null)).toList();
    ClaimFacts facts = new ClaimFacts("say", CueStance.NEUTRAL, null, null, List.of());
    return new ArticleClaim("claim", null, claim, .5, links, facts);
  }

  @Test
  void outletsThatPassClaimsOnAreCountedInTheOrderInWhichTheyAreNamed() {
    ChainLink reuters = link(LinkRole.RELAY, "Reuters", "reuters");
    ChainLink tass = link(LinkRole.RELAY, "Tass", "tass");

    assertThat(OutletCitations.of(List.of(claim(tass), claim(reuters, tass), claim()), CATALOGUE))
        .extracting(OutletCitation::outletId, OutletCitation::claims)
        .containsExactly(tuple("tass", 2), tuple("reuters", 1));
  }

  @Test
  void aClaimCountsOnceHoweverOftenAnOutletIsInItsChain() {
    ChainLink tass = link(LinkRole.RELAY, "Tass", "tass");

    assertThat(OutletCitations.of(List.of(claim(tass, tass)), CATALOGUE))
        .extracting(OutletCitation::claims)
        .containsExactly(1);
  }

  @Test
  void onlyRelaysThatTheCatalogueKnowsAsOutletsCount() {
    assertThat(
            OutletCitations.of(
                List.of(
                    claim(
                        link(LinkRole.PUBLISHER, "Reuters", "reuters"),
                        link(LinkRole.RELAY, "A neighbour", null),
                        link(LinkRole.RELAY, "NATO", "nato"))),
                CATALOGUE))
        .isEmpty();
  }
}

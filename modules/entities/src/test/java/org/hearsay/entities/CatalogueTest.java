package org.hearsay.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.hearsay.entities.OutletFacts.Ownership;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static Catalogue load(String yaml) throws CatalogueException {
    return Catalogue.load(List.of(new CatalogueSource("x.yaml", yaml)));
  }

  @Test
  void theBuiltInCatalogueIsLargeAndMarksAgencies() {
    Catalogue catalogue = Catalogue.builtIn();
    assertThat(catalogue.entities()).hasSizeGreaterThan(250);
    assertThat(catalogue.outlets()).hasSizeGreaterThan(120);
    assertThat(catalogue.outlet("tanjug")).map(outlet -> outlet.facts().agency()).contains(true);
    assertThat(catalogue.outlet("rt"))
        .map(outlet -> outlet.facts().owner())
        .contains(Ownership.STATE);
  }

  @Test
  void whatIsWrittenIsReadAgainAsItWas() throws CatalogueException {
    Catalogue catalogue = Catalogue.builtIn();
    String yaml = CatalogueWriter.yaml(catalogue.entities(), catalogue.outlets());
    Catalogue again = load(yaml);
    assertThat(again.entities()).containsExactlyElementsOf(catalogue.entities());
    assertThat(again.outlets()).containsExactlyElementsOf(catalogue.outlets());
  }

  @Test
  void everyProblemIsToldWithItsFileAndLine() {
    assertThatThrownBy(
            () ->
                load(
                    """
                    entities:
                      - {id: lakeland, name: Lakeland, type: COUNTRY, actsFor: nowhere}
                      - {id: lakeville, name: Lakeville, type: PLACE, actsFor: lakeland}
                      - {id: mayor, name: Mayor of Lakeville, type: TITLE, holders: [{id: nobody}]}
                      - {id: twin, name: lakeland, type: PLACE}
                      - {id: odd, name: Odd, type: THING}
                      - {id: dated, name: Dated, type: PLACE, descriptions: [{words: a, from: "2001-01-01", until: "2001-01-01"}]}
                      - {id: late, name: Late, type: TITLE, holders: [{id: odd, from: soon}]}
                    outlets:
                      - {id: lake-blog, name: Lake Blog, kind: blog}
                      - id: lake-post
                        name: Lake Post
                        owner: State
                    """))
        .isInstanceOfSatisfying(
            CatalogueException.class,
            e ->
                assertThat(e.problems())
                    .anyMatch(p -> p.startsWith("x.yaml:2: there is no entity nowhere"))
                    .anyMatch(p -> p.startsWith("x.yaml:3: lakeville acts for lakeland, which"))
                    .anyMatch(p -> p.startsWith("x.yaml:4: there is no entity nobody"))
                    .anyMatch(p -> p.startsWith("x.yaml:5: \"lakeland\" already names lakeland"))
                    .anyMatch(p -> p.startsWith("x.yaml:6: type is none of"))
                    .anyMatch(p -> p.startsWith("x.yaml:7: until is not after from"))
                    .anyMatch(p -> p.startsWith("x.yaml:8: not a date"))
                    .contains(
                        "x.yaml:10: blog is none of"
                            + " [agency, broadcaster, magazine, newspaper, online]",
                        "x.yaml:13: State is none of [party, private, public, state]"));
  }

  @Test
  void aFilesEntryTakesThePlaceOfTheBuiltInOne() throws CatalogueException {
    Catalogue catalogue =
        Catalogue.builtInAnd(
            List.of(
                new CatalogueSource(
                    "x.yaml",
                    "entities:\n  - {id: kfor, name: Kosovo Force, type: MISSION, aliases: [KFOR]}")));
    assertThat(catalogue.entity("kfor")).map(Entity::name).contains("Kosovo Force");
  }

  @Test
  void changesThatDoNotFitAreToldAndGoneRound() {
    Catalogue catalogue =
        Catalogue.builtIn()
            .with(
                List.of(
                    Entity.named("our-nato", "NATO", EntityType.ORGANIZATION, List.of("Our NATO"))),
                List.of(),
                Set.of("albania"));
    assertThat(catalogue.problems()).anyMatch(p -> p.contains("\"NATO\" already names nato"));
    assertThat(catalogue.entity("our-nato")).isPresent();
    assertThat(catalogue.entity("albania")).isEmpty();
  }

  private static List<String> doubtful(String yaml) throws CatalogueException {
    return Catalogue.doubtful(List.of(new CatalogueSource("x.yaml", yaml)));
  }

  @Test
  void namesThatMayMeanSomethingElseAreToldWithTheirLine() throws CatalogueException {
    assertThat(
            doubtful(
                """
                entities:
                  - id: lake-ferry-union
                    name: Lake Ferry Union
                    type: ORGANIZATION
                    aliases:
                      - LFU
                      - LFTU
                      - WHO
                  - {id: lake-fishing-unit, name: Lake Fishing Unit, type: ORGANIZATION, aliases: [Clinton]}
                  - {id: harold, name: Harold, type: PERSON}
                  - {id: lakeland, name: Lakeland, type: COUNTRY, aliases: [LL]}
                outlets:
                  - {id: the-focus, name: Lake Focus, aliases: [Nato]}
                """))
        .satisfiesExactly(
            d -> assertThat(d).isEqualTo("x.yaml:6: \"LFU\" may stand for lake-fishing-unit, too"),
            d -> assertThat(d).startsWith("x.yaml:8: \"WHO\" differs by its capitals only"),
            d ->
                assertThat(d)
                    .startsWith("x.yaml:9: \"Clinton\" always names lake-fishing-unit, though")
                    .contains("hillary-clinton"),
            d -> assertThat(d).startsWith("x.yaml:10: \"Harold\" is a first name besides"),
            d -> assertThat(d).startsWith("x.yaml:11: \"LL\" has two letters"),
            d -> assertThat(d).startsWith("x.yaml:13: \"Nato\" differs by its capitals only"));
    assertThat(doubtful("entities:\n  - {id: a, name: Ruritania, type: COUNTRY}\n")).isEmpty();
  }

  @Test
  void aNameThatIsTakenIsToldOnItsOwnLine() {
    assertThatThrownBy(
            () ->
                load(
                    """
                    entities:
                      - {id: lakeland, name: Lakeland, type: COUNTRY}
                      - id: lakeville
                        name: Lakeville
                        type: PLACE
                        aliases:
                          - Lakes
                          - Lakeland
                    """))
        .hasMessage("x.yaml:8: \"Lakeland\" already names lakeland");
  }
}

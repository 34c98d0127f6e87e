package org.hearsay.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.NameType;
import org.hearsay.language.NamedEntity;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.language.grammar.PartsOfSpeech;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

class EntityLinkerTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final EntityLanguage ENGLISH = EntityLanguage.load("en");
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\S");

  private static final PartsOfSpeech TAGS = PartsOfSpeech.load("en");

  /** One sentence, tagged by shape: enough for the linker, and fast. */
  private static AnnotatedText text(String text, NamedEntity... names) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      String word = matcher.group();
      String tag =
          Character.isUpperCase(word.charAt(0))
              ? "NNP"
              : word.endsWith("ed")
                  ? "VBD"
                  : word.endsWith("ly") ? "RB" : word.equals("to") ? "TO" : "NN";
      tokens.add(new Token(new Span(matcher.start(), matcher.end()), word, word, TAGS.of(tag)));
    }
    Span all = new Span(0, text.length());
    List<Sentence> sentences = tokens.isEmpty() ? List.of() : List.of(new Sentence(all, 0, tokens));
    return new AnnotatedText(text, List.of(all), sentences, List.of(names), List.of());
  }

  private static NamedEntity person(String text, String name, int from) {
    int at = text.indexOf(name, from);
    return new NamedEntity(new Span(at, at + name.length()), NameType.PERSON, 0);
  }

  private static List<String> ids(String text) {
    List<String> ids = new ArrayList<>();
    for (EntityMention mention : new EntityLinker(CATALOGUE, ENGLISH).link(text(text))) {
      ids.add(mention.text() + "=" + mention.entityId());
    }
    return ids;
  }

  @Example
  void aliasesMatchWithoutTheirPossessiveAndInsideCompounds() {
    assertThat(ids("NATO-led troops crossed Serbia’s river"))
        .containsExactly("NATO=nato", "Serbia=serbia");
  }

  @Example
  void acronymsAreNotTheWordsThatTheyLookLike() {
    assertThat(ids("they gave us the who and the rt")).isEmpty();
    assertThat(ids("Please RT this to all")).isEmpty();
    assertThat(ids("US envoys asked")).containsExactly("US=united-states");
  }

  @Example
  void resolutionsAreFoundInEveryForm() {
    for (String form :
        List.of(
            "UNSCR 1325",
            "S/RES/1325",
            "UN Security Council Resolution number 1325",
            "UNSC Res. 1325",
            "Resolution 1325 (2000) of the Security Council")) {
      assertThat(ids("They quoted " + form + " twice"))
          .as(form)
          .containsExactly(form + "=unscr-1325");
    }
    assertThat(ids("UN resolutions 1160, 1199 and 1203 hold"))
        .containsExactly("UN resolutions 1160=unscr-1160", "1199=unscr-1199", "1203=unscr-1203");
  }

  @Example
  void otherNumbersAreNoResolutions() {
    assertThat(ids("Article 1325 and 1325 lamps, resolution 1325 of the city council")).isEmpty();
  }

  @Example
  void aCapitalIsAGovernmentWhereItActsAndAPlaceElsewhere() {
    assertThat(ids("Belgrade politely refused")).containsExactly("Belgrade=serbia");
    assertThat(ids("snow on the roofs of Belgrade")).containsExactly("Belgrade=belgrade");
  }

  @Example
  void aSurnameIsThePersonThatTheArticleNamedInFull() {
    String text = "Elena Markovic spoke and Markovic left";
    AnnotatedText annotated =
        text(text, person(text, "Elena Markovic", 0), person(text, "Markovic", 20));
    assertThat(new EntityLinker(CATALOGUE, ENGLISH).link(annotated))
        .extracting(EntityMention::name)
        .containsExactly("Elena Markovic", "Elena Markovic");
  }

  @Example
  void aPapersNameIsNeitherItsTownNorAPerson() {
    assertThat(ids("readers of the Belgrade Telegraph met")).isEmpty();
    assertThat(ids("readers of the Belgrade Standard met")).isEmpty();
    String text = "readers of Norfield Standard met";
    assertThat(
            new EntityLinker(CATALOGUE, ENGLISH)
                .link(text(text, person(text, "Norfield Standard", 0))))
        .extracting(EntityMention::type)
        .containsExactly(EntityType.ORGANIZATION);
    String person = "readers of Emily Standard met";
    assertThat(
            new EntityLinker(CATALOGUE, ENGLISH)
                .link(text(person, person(person, "Emily Standard", 0))))
        .extracting(EntityMention::type)
        .containsExactly(EntityType.PERSON);
  }

  @Example
  void anAcronymInBracketsIsTheNameBeforeIt() {
    assertThat(
            new EntityLinker(CATALOGUE, ENGLISH)
                .link(text("the Lake Ferry Union (LFU) left; LFU stayed")))
        .extracting(EntityMention::name)
        .containsExactly("Lake Ferry Union", "Lake Ferry Union", "Lake Ferry Union");
  }

  @Example
  void theAllianceIsLinkedOnlyOnceItIsNamed() {
    assertThat(ids("the alliance waited")).isEmpty();
    assertThat(ids("NATO met, the alliance waited")).contains("the alliance=nato");
  }

  @Example
  void outletsAreFoundByNameAndUrl() {
    assertThat(CATALOGUE.outletByName("AntiWar").map(Outlet::id)).contains("antiwar");
    assertThat(CATALOGUE.outletByName("The  guardian").map(Outlet::id)).contains("guardian");
    assertThat(CATALOGUE.outletByName("Guardian").map(Outlet::id)).contains("guardian");
    assertThat(CATALOGUE.outletByUrl("https://www.southfront.press/a?b").map(Outlet::id))
        .contains("southfront");
    assertThat(CATALOGUE.outletByUrl("https://notrt.com/").map(Outlet::id)).isEmpty();
    assertThat(CATALOGUE.outletByUrl("not a url at all").map(Outlet::id)).isEmpty();
  }

  @Example
  void aBrokenCatalogueIsRefusedByFileAndLine() {
    assertThatThrownBy(() -> load("entities:\n  - name: Ruritania\n    type: COUNTRY\n"))
        .isInstanceOf(CatalogueException.class)
        .hasMessage("x.yaml:2: id is missing");
    assertThatThrownBy(
            () ->
                load(
                    """
                    entities:
                      - {id: a, name: Ruritania, type: COUNTRY}
                      - {id: b, name: ruritania, type: PLACE}
                    """))
        .isInstanceOf(CatalogueException.class)
        .hasMessageStartingWith("x.yaml:3: ");
    assertThatThrownBy(() -> load("entities: [")).isInstanceOf(CatalogueException.class);
  }

  @Example
  void moreFilesAddToTheCatalogue() throws CatalogueException {
    Catalogue more =
        Catalogue.builtInAnd(
            List.of(
                new CatalogueSource(
                    "x",
                    "outlets:\n  - {id: lantern, name: The Lantern, hosts: [lantern.example]}")));
    assertThat(more.outletByUrl("lantern.example/1").map(Outlet::name)).contains("The Lantern");
  }

  private static Catalogue load(String yaml) throws CatalogueException {
    return Catalogue.load(List.of(new CatalogueSource("x.yaml", yaml)));
  }

  @Property(tries = 200)
  void linkingNeverFailsAndSpansLieWithinTheText(@ForAll String noise) {
    String text = noise + " NATO (" + noise + ") UN resolutions 1, 2 and " + noise;
    for (EntityMention mention : new EntityLinker(CATALOGUE, ENGLISH).link(text(text))) {
      assertThat(mention.span().of(text)).isEqualTo(mention.text()).isNotEmpty();
    }
  }

  @Example
  void anEventThatIsNamedTwiceInOneNameIsOneMention() {
    assertThat(ids("Since Russia’s invasion of Ukraine prices rose"))
        .containsExactlyInAnyOrder(
            "Russia’s invasion of Ukraine=russian-invasion-of-ukraine",
            "Russia=russia",
            "Ukraine=ukraine");
  }

  @Example
  void anOfficeIsItsHolderOnTheArticlesDateAndNobodyWithoutOne() {
    AnnotatedText text = text("The Serbian president opened a bridge");
    EntityLinker linker = new EntityLinker(CATALOGUE, ENGLISH);
    assertThat(linker.link(text, LocalDate.of(2014, 3, 1)))
        .extracting(EntityMention::entityId)
        .contains("president-of-serbia", "tomislav-nikolic");
    assertThat(linker.link(text, LocalDate.of(2020, 3, 1)))
        .extracting(EntityMention::entityId)
        .contains("president-of-serbia", "aleksandar-vucic");
    assertThat(linker.link(text))
        .extracting(EntityMention::entityId)
        .contains("president-of-serbia")
        .doesNotContain("aleksandar-vucic", "tomislav-nikolic");
  }

  private static List<String> linked(String text, @Nullable LocalDate date) {
    return new EntityLinker(CATALOGUE, ENGLISH)
        .link(text(text), date).stream().map(m -> m.text() + "=" + m.entityId()).toList();
  }

  @Example
  void aDescriptionMeansWhatItMeantOnTheArticlesDate() {
    String bloc = "the 28-nation bloc and the 27-nation bloc met";
    assertThat(linked(bloc, LocalDate.of(2016, 5, 1)))
        .containsExactly("the 28-nation bloc=european-union");
    assertThat(linked(bloc, LocalDate.of(2021, 5, 1)))
        .containsExactly("the 27-nation bloc=european-union");
    assertThat(linked(bloc, null)).isEmpty();
    assertThat(linked(bloc + " after the EU paid", null))
        .contains("the 28-nation bloc=european-union", "the 27-nation bloc=european-union");
  }

  @Example
  void withoutADateWordsThatMeantTwoThingsMeanTheOneThatIsNamed() throws CatalogueException {
    Catalogue lake =
        load(
            """
            entities:
              - {id: old-ferry, name: Old Ferry, type: ORGANIZATION,
                 descriptions: [{head: lake, words: "the lake queen", until: "1999-01-01"}]}
              - {id: new-ferry, name: New Ferry, type: ORGANIZATION,
                 descriptions: [{head: lake, words: "the lake queen", from: "1999-01-01"}]}
            """);
    EntityLinker linker = new EntityLinker(lake, ENGLISH);
    AnnotatedText alone = text("the lake queen sank");
    assertThat(linker.link(alone, LocalDate.of(1998, 12, 31)))
        .extracting(EntityMention::entityId)
        .containsExactly("old-ferry");
    assertThat(linker.link(alone, LocalDate.of(1999, 1, 1)))
        .extracting(EntityMention::entityId)
        .containsExactly("new-ferry");
    assertThat(linker.link(alone)).isEmpty();
    assertThat(linker.link(text("Old Ferry was old, the lake queen sank")))
        .extracting(EntityMention::entityId)
        .containsExactly("old-ferry", "old-ferry");
    assertThat(linker.link(text("Old Ferry met New Ferry, the lake queen sank")))
        .extracting(EntityMention::entityId)
        .containsExactly("old-ferry", "new-ferry");
  }
}

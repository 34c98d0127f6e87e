package org.hearsay.analysis.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.claims.ChainLink;
import org.hearsay.claims.Claim;
import org.hearsay.claims.ClaimForm;
import org.hearsay.claims.Cue;
import org.hearsay.claims.CueMode;
import org.hearsay.claims.EvidenceKind;
import org.hearsay.claims.LinkRole;
import org.hearsay.claims.Speaker;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.framing.SourceShare;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.language.grammar.PartsOfSpeech;
import org.hearsay.text.Span;
import org.hearsay.text.attribution.CueKind;
import org.hearsay.text.attribution.CueStance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentifiedClaimsTest {
  private static final AttributingWords ENGLISH = AttributingWords.load("en");

  private static final PartsOfSpeech TAGS = PartsOfSpeech.load("en");

  /** A text of one sentence: each word with its tag and, where it is another, its lemma. */
  private static AnnotatedText text(String tagged) {
    StringBuilder text = new StringBuilder();
    List<Token> tokens = new ArrayList<>();
    for (String word : tagged.split(" ", -1)) {
      String[] parts = word.split("/", -1);
      Span span = new Span(text.length(), text.length() + parts[0].length());
      tokens.add(
          new Token(span, parts[0], parts.length > 2 ? parts[2] : parts[0], TAGS.of(parts[1])));
      text.append(parts[0]).append(' ');
    }
    Span all = new Span(0, text.length());
    return new AnnotatedText(
        text.toString(), List.of(all), List.of(new Sentence(all, 0, tokens)), List.of(), List.of());
  }

  private static Span span(AnnotatedText text, String part) {
    int at = text.text().indexOf(part);
    assertThat(at).as(part).isNotNegative();
    return new Span(at, at + part.length());
  }

  private static Claim claim(
      AnnotatedText text,
      String source,
      String cue,
      String content,
      @Nullable Speaker speaker,
      ChainLink... chain) {
    return new Claim(
        ClaimForm.INDIRECT,
        -1,
        .9,
        List.of(span(text, content)),
        new Cue(List.of(span(text, cue)), CueKind.SPEECH, CueMode.ASSERTED),
        List.of(span(text, source)),
        speaker,
        List.of(chain));
  }

  private static ChainLink speaker(String name) {
    return new ChainLink(LinkRole.SPEAKER, name, "She", null, EvidenceKind.CUE, "said", .9);
  }

  private static ArticleClaim only(
      AnnotatedText text, Claim claim, SourceShare.Kind source, EntityMention... mentions) {
    return new IdentifiedClaims(
            new IdentifiedClaims.Text(ENGLISH, Catalogue.builtIn(), text, List.of(mentions)),
            List.of(claim),
            List.of(.5),
            List.of(source))
        .of("article", List.of(), null)
        .get(0);
  }

  /** "She" is somebody else in each text: such claims are of no one speaker. */
  @Test
  void aPronounOfWhichItIsNotKnownWhomItMeansHasNoKey() {
    AnnotatedText text = text("She/PRP said/VBD it/PRP rains/VBZ/rain");
    Claim open =
        claim(text, "She", "said", "it rains", new Speaker("She", "she", null, .3), speaker("she"));
    ArticleClaim unknown = only(text, open, SourceShare.Kind.NAMED);
    assertThat(unknown.facts().speakerKind()).isEqualTo(ClaimFacts.SpeakerKind.PRONOUN);
    assertThat(unknown.speakerKey()).isNull();
    assertThat(unknown.links()).extracting(unknown::keyOf).containsOnlyNulls();
    Claim known =
        claim(
            text,
            "She",
            "said",
            "it rains",
            new Speaker("She", "Arta Krelani", null, .8),
            speaker("Arta Krelani"));
    assertThat(only(text, known, SourceShare.Kind.NAMED).speakerKey())
        .isEqualTo("name:arta krelani");
  }

  private static IdentifiedClaims identified(AnnotatedText text, Claim claim) {
    return new IdentifiedClaims(
        new IdentifiedClaims.Text(ENGLISH, Catalogue.builtIn(), text, List.of()),
        List.of(claim),
        List.of(.5),
        List.of(SourceShare.Kind.NAMED));
  }

  @Test
  void anArticlesOwnAgencyIsNamedOnceWhereItSpeaks() {
    AnnotatedText text = text("The/DT wire/NN said/VBD it/PRP rains/VBZ/rain");
    Speaker wire = new Speaker("The wire", "Reuters", "reuters", .9);
    Claim claim = claim(text, "The wire", "said", "it rains", wire, link(LinkRole.SPEAKER));
    IdentifiedClaims claims = identified(text, claim);
    ArticleClaim copied =
        claims.of("article", List.of(link(LinkRole.ORIGIN)), "adriatic-courier").get(0);
    assertThat(copied.links())
        .extracting(one -> one.link().role())
        .containsExactly(LinkRole.ORIGIN);
    assertThat(copied.claim().speaker()).as("who said it stays").isEqualTo(wire);
    assertThat(claims.of("article", List.of(), null).get(0).links())
        .extracting(one -> one.link().role())
        .containsExactly(LinkRole.SPEAKER);
  }

  private static ChainLink link(LinkRole role) {
    return new ChainLink(role, "Reuters", "Reuters", "reuters", EvidenceKind.CUE, "said", .9);
  }

  private static ClaimFacts facts(String tagged, String source, String cue, String content) {
    AnnotatedText text = text(tagged);
    Speaker speaker = new Speaker(source, source, null, .9);
    Claim claim = claim(text, source, cue, content, speaker);
    return only(text, claim, SourceShare.Kind.NAMED).facts();
  }

  @Test
  void aCuesVerbIsTheFirstThatAttributesElseTheLast() {
    String rest = " that/IN it/PRP rains/VBZ/rain";
    assertThat(facts("Ana/NNP has/VBZ/have said/VBD/say" + rest, "Ana", "has said", "it rains"))
        .extracting(ClaimFacts::cueLemma)
        .isEqualTo("say");
    assertThat(
            facts("Ana/NNP pointed/VBD/point out/RP" + rest, "Ana", "pointed out", "it rains")
                .cueLemma())
        .isEqualTo("point out");
    assertThat(
            facts("Ana/NNP was/VBD/be bleating/VBG/bleat" + rest, "Ana", "was bleating", "it rains")
                .cueLemma())
        .isEqualTo("bleat");
    assertThat(
            facts(
                    "According/VBG/accord to/IN Ana/NNP it/PRP rains/VBZ",
                    "Ana",
                    "According to",
                    "it")
                .cueLemma())
        .isNull();
    assertThat(facts("mayors/NNS claim/NN" + rest, "mayors", "claim", "it rains").cueLemma())
        .as("tagged as a noun")
        .isEqualTo("claim");
  }

  @Test
  void aCuesStanceIsThatOfItsWords() {
    String rest = " it/PRP rains/VBZ/rain";
    assertThat(facts("Ana/NNP said/VBD/say" + rest, "Ana", "said", "it").stance())
        .isEqualTo(CueStance.NEUTRAL);
    assertThat(facts("Ana/NNP claimed/VBD/claim" + rest, "Ana", "claimed", "it").stance())
        .isEqualTo(CueStance.DOUBTING);
    assertThat(facts("Ana/NNP admitted/VBD/admit" + rest, "Ana", "admitted", "it").stance())
        .isEqualTo(CueStance.VOUCHING);
  }

  @Test
  void aSpeakerIsNamedDescribedAPronounOrNobodys() {
    assertThat(facts("Ana/NNP said/VBD/say it/PRP", "Ana", "said", "it").speakerKind())
        .isEqualTo(ClaimFacts.SpeakerKind.NAMED);
    assertThat(facts("the/DT mayor/NN said/VBD/say it/PRP", "the mayor", "said", "it"))
        .extracting(ClaimFacts::speakerKind)
        .isEqualTo(ClaimFacts.SpeakerKind.DESCRIBED);
    assertThat(facts("he/PRP said/VBD/say it/PRP", "he", "said", "it").speakerKind())
        .isEqualTo(ClaimFacts.SpeakerKind.PRONOUN);
    AnnotatedText text = text("officials/NNS said/VBD/say it/PRP");
    Speaker speaker = new Speaker("officials", "officials", null, .9);
    assertThat(
            only(text, claim(text, "officials", "said", "it", speaker), SourceShare.Kind.ANONYMOUS)
                .facts()
                .speakerKind())
        .isEqualTo(ClaimFacts.SpeakerKind.ANONYMOUS);
    ArticleClaim none =
        only(text, claim(text, "officials", "said", "it", null), SourceShare.Kind.NONE);
    assertThat(none.facts().speakerKind()).isNull();
    assertThat(none.speakerKey()).isNull();
  }

  @Test
  void whomAnOutletCitesIsKnownByTheirOwnWords() {
    AnnotatedText text =
        text("Reuters/NNP citing/VBG/cite two/CD diplomats/NNS said/VBD/say it/PRP");
    Claim claim =
        claim(
            text, "Reuters", "said", "it", new Speaker("two diplomats", "two diplomats", null, 1));
    assertThat(only(text, claim, SourceShare.Kind.NAMED).facts().speakerKind())
        .isEqualTo(ClaimFacts.SpeakerKind.DESCRIBED);
    IdentifiedClaims.Text read =
        new IdentifiedClaims.Text(ENGLISH, Catalogue.builtIn(), text, List.of());
    assertThat(read.withSpeakersAsSources(List.of(claim)).get(0).source())
        .containsExactly(span(text, "two diplomats"));
  }

  @Test
  void aLinkHasItsKeyItsTypeAndTheVerbThatShowsIt() {
    AnnotatedText text = text("Ana/NNP told/VBD/tell Reuters/NNP it/PRP of/IN NATO/NNP");
    Claim claim =
        claim(
            text,
            "Ana",
            "told",
            "it of NATO",
            new Speaker("Ana", "Ana Horvat", null, .9),
            new ChainLink(
                LinkRole.RELAY,
                "Reuters",
                "Reuters",
                "reuters",
                EvidenceKind.CUE,
                "told Reuters",
                .9),
            new ChainLink(
                LinkRole.SPEAKER, "Ana Horvat", "Ana", null, EvidenceKind.CUE, "told", 1));
    ArticleClaim found =
        only(
            text,
            claim,
            SourceShare.Kind.NAMED,
            new EntityMention(span(text, "Ana"), "Ana", EntityType.PERSON, null, "Ana Horvat", 1),
            new EntityMention(
                span(text, "NATO"), "NATO", EntityType.ORGANIZATION, "nato", "NATO", 1));
    assertThat(found.via()).isEqualTo(found.links().get(0));
    assertThat(found.links())
        .extracting(ArticleLink::key, ArticleLink::type, ArticleLink::verb)
        .containsExactly(
            tuple("reuters", EntityType.OUTLET, "tell"),
            tuple("name:ana horvat", EntityType.PERSON, "tell"));
    assertThat(found.speakerKey()).isEqualTo("name:ana horvat");
    assertThat(found.facts().speakerType()).isEqualTo(EntityType.PERSON);
    assertThat(found.facts().about()).containsExactly("nato");
  }

  @Test
  void anOutletThatTheTextWasTakenFromOrThatPrintsItIsNoRelayBesides() {
    AnnotatedText text = text("Ana/NNP told/VBD/tell Reuters/NNP it/PRP");
    ChainLink relay =
        new ChainLink(
            LinkRole.RELAY, "Reuters", "Reuters", "reuters", EvidenceKind.CUE, "told Reuters", .9);
    ChainLink origin =
        new ChainLink(
            LinkRole.ORIGIN, "Reuters", "Reuters", "reuters", EvidenceKind.NOTICE, "(Reuters)", .9);
    Claim claim = claim(text, "Ana", "told", "it", null, relay);
    IdentifiedClaims claims = identified(text, claim);
    assertThat(claims.of("a", List.of(origin), null).get(0).chain()).containsExactly(origin);
    assertThat(claims.of("a", List.of(), "reuters").get(0).chain()).isEmpty();
    assertThat(claims.of("a", List.of(), "rt").get(0).chain()).containsExactly(relay);
  }

  @Test
  void aPlaceBelongsToTheInnermostClaim() {
    AnnotatedText text = text("Ana/NNP said/VBD/say Ivo/NNP said/VBD/say NATO/NNP left/VBD/leave");
    ArticleClaim outer =
        only(text, claim(text, "Ana", "said", "Ivo said NATO left", null), SourceShare.Kind.NAMED);
    ArticleClaim inner =
        only(text, claim(text, "Ivo", "said", "NATO left", null), SourceShare.Kind.NAMED);
    ClaimPlaces places = new ClaimPlaces(List.of(outer, inner), text.text().length());
    assertThat(places.holding(span(text, "NATO"))).isEqualTo(inner.id());
    assertThat(places.holding(span(text, "Ivo"))).as("its source").isEqualTo(inner.id());
    assertThat(places.holding(span(text, "Ana"))).isEqualTo(outer.id());
    assertThat(places.holding(span(text, "said NATO"))).as("across").isEqualTo(outer.id());
    assertThat(places.holding(span(text, "said"))).as("the outer cue").isNull();
  }
}

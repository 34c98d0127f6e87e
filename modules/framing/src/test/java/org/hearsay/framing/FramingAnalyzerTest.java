package org.hearsay.framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.assertj.core.groups.Tuple;
import org.hearsay.claims.ChainLink;
import org.hearsay.claims.Claim;
import org.hearsay.claims.ClaimForm;
import org.hearsay.claims.Cue;
import org.hearsay.claims.CueMode;
import org.hearsay.claims.Quotations;
import org.hearsay.claims.Speaker;
import org.hearsay.encoder.sentences.LinearModel;
import org.hearsay.encoder.sentences.SentenceEncoder;
import org.hearsay.encoder.sentences.SentenceReader;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.framing.terms.Category;
import org.hearsay.framing.terms.FramingTerms;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.LanguageAnnotator;
import org.hearsay.text.Span;
import org.hearsay.text.WorkBudget;
import org.hearsay.text.attribution.CueKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FramingAnalyzerTest {
  /** The models, read once: they take seconds. */
  private record Models(LanguageAnnotator language, SentenceEncoder encoder) {}

  private static final AtomicReference<@Nullable Models> MODELS = new AtomicReference<>();

  @BeforeAll
  @BeforeContainer
  static void load() {
    if (MODELS.get() == null) {
      MODELS.set(new Models(LanguageAnnotator.load("en"), SentenceEncoder.load()));
    }
  }

  @AfterAll
  @AfterContainer
  static void close() {
    @Nullable Models models = MODELS.getAndSet(null);
    if (models != null) {
      models.encoder().close();
    }
  }

  private static Models models() {
    return Objects.requireNonNull(MODELS.get());
  }

  private static FramingAnalyzer analyzer() {
    LinearModel model = FramingAnalyzer.model();
    return new FramingAnalyzer(
        FramingTerms.builtIn("en"),
        FramingLanguage.load("en"),
        model,
        new SentenceReader(models().encoder(), List.of(model)));
  }

  private static Framing article(
      String text, List<EntityMention> mentions, List<Claim> claims, @Nullable String title) {
    LanguageAnnotator language = models().language();
    AnnotatedText read = language.annotate(text, LanguageAnnotator.paragraphs(text));
    return analyzer()
        .article(
            read,
            mentions,
            claims,
            Voices.of(text, claims, Quotations.of(read)),
            title == null ? null : language.annotate(title, LanguageAnnotator.paragraphs(title)));
  }

  private static Framing article(String text, Claim... claims) {
    return article(text, List.of(), List.of(claims), null);
  }

  private static Framing comment(String text) {
    return analyzer()
        .comment(
            models().language().annotate(text, LanguageAnnotator.paragraphs(text)),
            List.of(),
            Voices.all(text, Voice.READER),
            WorkBudget.unlimited());
  }

  private static Span in(String text, String part) {
    int at = text.indexOf(part);
    assertThat(at).as(part).isNotNegative();
    return new Span(at, at + part.length());
  }

  private static Claim claim(
      String text, ClaimForm form, @Nullable String source, String cue, String content) {
    return new Claim(
        form,
        -1,
        1,
        List.of(in(text, content)),
        new Cue(List.of(in(text, cue)), CueKind.SPEECH, CueMode.ASSERTED),
        source == null ? List.of() : List.of(in(text, source)),
        source == null ? null : new Speaker(source, source, null, 1),
        List.<ChainLink>of());
  }

  private static List<Evidence> evidence(Framing framing) {
    List<Evidence> all = new ArrayList<>();
    framing.sentences().forEach(sentence -> all.addAll(sentence.evidence()));
    return all;
  }

  private static void assertFound(Framing framing, Tuple... expected) {
    assertThat(evidence(framing))
        .extracting(Evidence::text, Evidence::category, Evidence::voice)
        .contains(expected);
  }

  private static void assertNot(Framing framing, Category category) {
    assertThat(evidence(framing)).extracting(Evidence::category).doesNotContain(category);
  }

  @Test
  void loadedWordsAndLabelsStandInTheVoiceThatSaysThem() {
    String text =
        "Governor Marta Velin says the eel fishers are being “terrorized” by the tax office. "
            + "The office moved to the breakaway Fenland province of Ostmoor in May.";
    Framing framing =
        article(
            text,
            claim(
                text,
                ClaimForm.MIXED,
                "Governor Marta Velin",
                "says",
                "the eel fishers are being “terrorized” by the tax office"));
    assertFound(
        framing,
        Tuple.tuple("terrorized", Category.LOADED, Voice.QUOTED),
        Tuple.tuple("breakaway", Category.LABEL, Voice.OUTLET));
    assertThat(framing.voices())
        .filteredOn(voice -> voice.voice() == Voice.OUTLET)
        .singleElement()
        .satisfies(voice -> assertThat(voice.counts()).doesNotContainKey(Category.LOADED));
  }

  @Test
  void everyWordOfACommentIsTheReaders() {
    Framing framing =
        comment("Why elect these clowns of a so called state? The governor is a puppet.");
    assertFound(
        framing,
        Tuple.tuple("clowns", Category.LABEL, Voice.READER),
        Tuple.tuple("so called", Category.LABEL, Voice.READER),
        Tuple.tuple("puppet", Category.LABEL, Voice.READER));
    assertThat(framing.voices()).extracting(VoiceFraming::voice).containsExactly(Voice.READER);
  }

  @Test
  void partOfSpeechNamesAndNegationDecideWhatATermMeans() {
    assertFound(
        article("The paper blasted the mayor."),
        Tuple.tuple("blasted", Category.LOADED, Voice.OUTLET));
    assertNot(article("The blast was heard across the bay."), Category.LOADED);
    assertNot(article("Voters of the Radical Party met in Ostmoor."), Category.LOADED);
    assertThat(evidence(article("The fishers are not thugs.")))
        .filteredOn(one -> one.category() == Category.LABEL)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.negated()).isTrue();
              assertThat(one.weight()).isLessThan(.5);
              assertThat(one.reason()).contains("negated");
            });
  }

  @Test
  void marksAroundAWordAreScareQuotesOnlyWhereNobodyIsQuotedAndNothingIsNamed() {
    assertFound(
        article("The board sent its “experts” to the island."),
        Tuple.tuple("experts", Category.SCARE_QUOTE, Voice.OUTLET));
    assertNot(article("Sailors call the reef “the comb” for its shape."), Category.SCARE_QUOTE);
    assertNot(article("He read “Winter Harbour” on the ferry."), Category.SCARE_QUOTE);
    String text = "The mayor said the plan was “hollow” at best.";
    assertNot(
        article(
            text,
            claim(text, ClaimForm.MIXED, "The mayor", "said", "the plan was “hollow” at best")),
        Category.SCARE_QUOTE);
  }

  @Test
  void aReportingVerbThatJudgesCountsInACueOnly() {
    String text = "The miller claimed the dam had leaked. She claimed her coat at the door.";
    Framing framing =
        article(
            text, claim(text, ClaimForm.INDIRECT, "The miller", "claimed", "the dam had leaked"));
    assertThat(evidence(framing))
        .filteredOn(one -> one.category() == Category.JUDGING_VERB)
        .singleElement()
        .satisfies(one -> assertThat(one.span()).isEqualTo(in(text, "claimed")));
  }

  @Test
  void aJudgingVerbThatIsSpeltAsANounIsCountsAndTheNounDoesNot() {
    String text =
        "The millers of the four villages, in a joint letter, claim that there were twenty. Rule 9"
            + " demands that the lock stay shut. His claim that he paid was heard.";
    Framing framing =
        article(
            text,
            claim(text, ClaimForm.INDIRECT, "The millers", "claim", "that there were twenty"),
            claim(text, ClaimForm.INDIRECT, "Rule 9", "demands", "that the lock stay shut"),
            claim(text, ClaimForm.INDIRECT, "His", "His claim", "that he paid"));
    assertThat(evidence(framing))
        .filteredOn(one -> one.category() == Category.JUDGING_VERB)
        .extracting(one -> one.span().of(text))
        .containsExactly("claim", "demands");
  }

  @Test
  void aPassiveWithoutAnAgentIsShownAndOneWithAnAgentIsNot() {
    assertFound(
        article("Four fishers were brutally beaten near the lock."),
        Tuple.tuple("were brutally beaten", Category.AGENTLESS_PASSIVE, Voice.OUTLET));
    assertNot(
        article("Four fishers were beaten by guards near the lock."), Category.AGENTLESS_PASSIVE);
  }

  @Test
  void namelessSourcesAndAssertionsWithoutASourceAreShown() {
    String text = "Two officials said the lock was closed. It is believed that pumps failed.";
    Framing framing =
        article(
            text, claim(text, ClaimForm.INDIRECT, "Two officials", "said", "the lock was closed"));
    assertThat(evidence(framing))
        .extracting(Evidence::category)
        .contains(Category.ANONYMOUS_SOURCE, Category.UNATTRIBUTED);
  }

  @Test
  void aHeadlineThatSaysMoreThanTheBodyIsShown() {
    String body =
        "The harbour board will close the northern lock on Monday. "
            + "Fisher Jon Brack said the board had stolen the village savings.";
    List<Claim> claims =
        List.of(
            claim(
                body,
                ClaimForm.INDIRECT,
                "Fisher Jon Brack",
                "said",
                "the board had stolen the village savings"));
    assertThat(article(body, List.of(), claims, "Board stole village savings").headline())
        .anySatisfy(
            one -> {
              assertThat(one.category()).isEqualTo(Category.HEADLINE);
              assertThat(one.reason()).contains("Fisher Jon Brack");
            });
    assertThat(article(body, List.of(), claims, "Thugs at the board close 12 locks").headline())
        .filteredOn(one -> one.category() == Category.HEADLINE)
        .extracting(Evidence::text)
        .contains("Thugs", "12");
    assertThat(article(body, List.of(), claims, "Board stole savings, fisher says").headline())
        .extracting(Evidence::category)
        .doesNotContain(Category.HEADLINE);
  }

  @Test
  void biasIsHigherForSlantedWordsAndTheirWordsAreNamed() {
    Framing slanted = article("The corrupt regime's vile thugs have destroyed our lovely town.");
    Framing sober = article("The council will meet on Tuesday to discuss the budget for roads.");
    assertThat(slanted.bias()).isNotNull().isGreaterThan(.7);
    assertThat(sober.bias()).isNotNull().isLessThan(.3);
    assertThat(slanted.sentences().get(0).moved())
        .filteredOn(word -> word.by() > 0)
        .extracting(MovedBy::text)
        .containsAnyOf("vile", "thugs", "corrupt", "regime");
  }

  @Test
  void anOutletIsNotChargedWithWhatItQuotes() {
    String text =
        "“The corrupt regime's vile thugs have destroyed our lovely town,” the baker said on"
            + " Tuesday.";
    Framing framing = article(text);
    assertThat(framing.sentences().get(0).voice()).isEqualTo(Voice.QUOTED);
    assertThat(framing.sentences().get(0).bias()).isGreaterThan(.5);
    assertThat(framing.bias()).isNotNull().isLessThan(.5);
  }

  @Test
  void sourcesAreCountedWithTheirWordsAndVerbs() {
    String text =
        "“We will wait for rain,” the minister insisted. The minister said dams would hold.";
    Framing framing =
        article(
            text,
            List.of(),
            List.of(
                claim(
                    text, ClaimForm.DIRECT, "the minister", "insisted", "“We will wait for rain,”"),
                claim(text, ClaimForm.INDIRECT, "The minister", "said", "dams would hold")),
            null);
    assertThat(framing.sources())
        .singleElement()
        .satisfies(
            source -> {
              assertThat(source.claims()).isEqualTo(2);
              assertThat(source.wordsQuoted()).isEqualTo(5);
              assertThat(source.wordsReported()).isEqualTo(3);
              assertThat(source.official()).isTrue();
              assertThat(source.verbs()).containsEntry("insist", 1).containsEntry("say", 1);
            });
  }

  @Test
  void oneThingsNamesAreRowsWithTheirLabelAndVoice() {
    String text = "Ferries to the breakaway province of Ostmoor stopped. Ostmoor has two ports.";
    int second = text.lastIndexOf("Ostmoor");
    List<EntityMention> mentions =
        List.of(
            new EntityMention(
                in(text, "Ostmoor"), "Ostmoor", EntityType.PLACE, "ostmoor", "Ostmoor", 1),
            new EntityMention(
                new Span(second, second + 7),
                "Ostmoor",
                EntityType.PLACE,
                "ostmoor",
                "Ostmoor",
                1));
    assertThat(article(text, mentions, List.of(), null).naming())
        .containsExactly(
            new NamingVariant("ostmoor", "Ostmoor", "Ostmoor", "breakaway", Voice.OUTLET, 1),
            new NamingVariant("ostmoor", "Ostmoor", "Ostmoor", null, Voice.OUTLET, 1));
  }

  @Property(tries = 60)
  void whateverTheTextSpansLieInItAndProbabilitiesAreOnes(
      @ForAll @StringLength(max = 200) String text) {
    Framing framing = comment(text);
    for (SentenceFraming sentence : framing.sentences()) {
      assertThat(sentence.bias()).isBetween(0.0, 1.0);
      assertThat(sentence.span().end()).isLessThanOrEqualTo(text.length());
      for (Evidence one : sentence.evidence()) {
        assertThat(one.span().of(text)).isEqualTo(one.text());
        assertThat(one.weight()).isBetween(0.0, 1.0);
      }
    }
  }
}

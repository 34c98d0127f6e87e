package org.hearsay.text.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import org.hearsay.text.languages.Expressions;
import org.hearsay.text.languages.LanguageFileException;
import org.hearsay.text.languages.LanguageFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributingVerbsTest {
  private static final Set<VerbWording> TAKE_FOR_TRUE =
      Set.of(VerbWording.VOUCHES, VerbWording.ADMITS, VerbWording.FACTIVE);

  private final AttributingVerbs english = AttributingVerbs.load("en");

  @ParameterizedTest
  @CsvSource({
    "says,say",
    "denies,deny",
    "pushes,",
    "reaffirming,reaffirm",
    "seeing,see",
    "lying,lie",
    "admitting,admit",
    "admitted,admit",
    "quipped,quip",
    "replied,reply",
    "told,tell",
    "foreseen,foresee",
    "tore into,tear into",
    "had made it clear,",
    "made clear,make clear"
  })
  void aVerbIsKnownInEveryForm(String written, String lemma) {
    AttributingVerb verb = english.first(written, v -> true);
    if (lemma == null) {
      assertThat(verb).isNull();
    } else {
      assertThat(verb).extracting(AttributingVerb::lemma).isEqualTo(lemma);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "say|base|say",
        "deny|third-person|denies",
        "quip|participle|quipping",
        "deny|past|denied",
        "deny|past-participle|denied",
        "write|past|wrote",
        "write|past-participle|written",
        "tell|past-participle|told",
        "label|past|labeled,labelled",
        "point out|past|pointed out",
        "make clear|past|made clear",
        "tear into|past-participle|torn into"
      })
  void aVerbIsWrittenInEachForm(String verb, String form, String written) {
    assertThat(english.of(verb, form)).containsExactlyInAnyOrder(written.split(","));
  }

  @Test
  void expressionsTakeFormsOfVerbsFromTheLexicon() {
    Expressions expressions =
        LanguageFolder.of(AttributingVerbsTest.class, "referring")
            .expressions("expressions.txt", english);
    assertThat(expressions.pattern("reported").matcher("the mayor pointed out that"))
        .matches(Matcher::find);
    assertThat(expressions.pattern("reported").matcher("the mayor wrote that"))
        .matches(Matcher::find);
    assertThat(expressions.pattern("reported").matcher("written by the mayor, read by all"))
        .matches(m -> !m.find());
  }

  @Test
  void whatExpressionsReferToWrongNamesFileAndLine() {
    LanguageFolder folder = LanguageFolder.of(AttributingVerbsTest.class, "referring");
    assertThatThrownBy(() -> folder.expressions("unknown-verb.txt", english))
        .isInstanceOf(LanguageFileException.class)
        .hasMessage(
            "referring/unknown-verb.txt:4: refers to a verb: attributing-verbs.txt has no verb"
                + " contest; write it out here or add it there");
    assertThatThrownBy(() -> folder.expressions("unknown-form.txt", english))
        .hasMessage(
            "referring/unknown-form.txt:2: refers to a verb: attributing-verbs.txt has no form"
                + " preterite; there are base, third-person, participle, past, past-participle");
    assertThatThrownBy(() -> folder.expressions("expressions.txt"))
        .hasMessage(
            "referring/expressions.txt:2: refers to verbs, and this file is read without the"
                + " lexicon of them");
  }

  @ParameterizedTest
  @CsvSource({
    "said,NEUTRAL", "according to,NEUTRAL", "has claimed,DOUBTING", "allegedly said,DOUBTING",
    "protested,DOUBTING", "acknowledged,VOUCHING", "pointed out,VOUCHING", "pointed to,NEUTRAL",
    "explained,VOUCHING", "recalled,VOUCHING", "asserted,NEUTRAL", "so-called,DOUBTING"
  })
  void aCueLetsItsReaderThinkOfTheClaim(String cue, CueStance stance) {
    assertThat(english.stance(cue)).isEqualTo(stance);
  }

  @Test
  void theFirstWordThatTakesASideDecides() {
    assertThat(english.stance("said and admitted, as he claimed")).isEqualTo(CueStance.VOUCHING);
  }

  @Test
  void whatAVerbLetsThinkAndHowItIsWordedAgree() {
    assertThat(english.all())
        .allSatisfy(
            verb -> {
              Map<VerbWording, Double> wordings = verb.wordings();
              if (wordings.keySet().stream().anyMatch(TAKE_FOR_TRUE::contains)) {
                assertThat(verb.stance()).as(verb.lemma()).isEqualTo(CueStance.VOUCHING);
              }
              if (wordings.containsKey(VerbWording.DOUBTS)) {
                assertThat(verb.stance()).as(verb.lemma()).isEqualTo(CueStance.DOUBTING);
              }
            });
  }

  @Test
  void everyWordingHasAReason() {
    for (VerbWording wording : VerbWording.values()) {
      assertThat(english.reason(wording)).isNotBlank();
    }
  }

  @Test
  void whatIsWrongNamesFileAndLine() {
    assertThatThrownBy(() -> verbs("twice"))
        .isInstanceOf(LanguageFileException.class)
        .hasMessage(
            "twice/attributing-verbs.txt:15: say stands at twice/attributing-verbs.txt:13, too;"
                + " one entry a verb");
    assertThatThrownBy(() -> verbs("unknown"))
        .hasMessageStartingWith("unknown/attributing-verbs.txt:13: shouting says nothing here");
    assertThatThrownBy(() -> verbs("heavy"))
        .hasMessageStartingWith(
            "heavy/attributing-verbs.txt:13: a weight is above 0 and up to 1, not 2");
  }

  private static AttributingVerbs verbs(String folder) {
    return AttributingVerbs.of(LanguageFolder.of(AttributingVerbsTest.class, folder));
  }

  @Test
  void theVerbThatWordsBeginWithIsNoneThatIsNone() {
    AttributingVerbs english = AttributingVerbs.load("en");
    assertThat(Objects.requireNonNull(english.beginning("Points out that")).lemma())
        .isEqualTo("point out");
    assertThat(english.beginning("has said")).isNull();
    assertThat(english.beginning("allegedly said")).isNull();
    assertThat(english.beginning("")).isNull();
  }
}

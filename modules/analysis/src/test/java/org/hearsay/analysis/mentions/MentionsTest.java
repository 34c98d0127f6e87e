package org.hearsay.analysis.mentions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.claims.Claim;
import org.hearsay.claims.ClaimForm;
import org.hearsay.claims.Cue;
import org.hearsay.claims.CueMode;
import org.hearsay.claims.Quotations;
import org.hearsay.claims.Speaker;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.framing.Voice;
import org.hearsay.framing.Voices;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.language.grammar.PartsOfSpeech;
import org.hearsay.text.Span;
import org.hearsay.text.attribution.CueKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MentionsTest {
  private static Mentions mentions(AnnotatedText text, List<Claim> claims) {
    return new Mentions(
        MentionWords.load("en"), text, claims, Voices.of(text.text(), claims, Quotations.of(text)));
  }

  private static final String TEXT =
      "Elena Markovic left the ferry. NATO waited. She said the Lake Guild was “afraid of NATO”.";

  private static Span span(String part) {
    int at = TEXT.lastIndexOf(part);
    return new Span(at, at + part.length());
  }

  private static AnnotatedText text() {
    return new AnnotatedText(
        TEXT, List.of(new Span(0, TEXT.length())), List.of(), List.of(), List.of());
  }

  private static EntityMention named(Span span, EntityType type, @Nullable String id) {
    return new EntityMention(span, span.of(TEXT), type, id, span.of(TEXT), .9);
  }

  private static List<EntityMention> names() {
    return List.of(
        named(span("Elena Markovic"), EntityType.PERSON, null),
        named(new Span(31, 35), EntityType.ORGANIZATION, "nato"),
        named(span("Lake Guild"), EntityType.ORGANIZATION, null),
        named(span("NATO"), EntityType.ORGANIZATION, "nato"));
  }

  private static Claim claim(@Nullable Speaker speaker, String source) {
    return new Claim(
        ClaimForm.MIXED,
        -1,
        .9,
        List.of(span("the Lake Guild was “afraid of NATO”")),
        new Cue(List.of(span("said")), CueKind.SPEECH, CueMode.ASSERTED),
        List.of(span(source)),
        speaker,
        List.of());
  }

  private static List<String> voices(List<ArticleMention> mentions) {
    List<String> out = new ArrayList<>();
    for (ArticleMention mention : mentions) {
      out.add(mention.mention().text() + " " + mention.voice());
    }
    return out;
  }

  @Test
  void whatAClaimsMarksHoldIsQuotedTheRestOfItsContentReportedAndAllElseTheOutlets() {
    assertThat(voices(mentions(text(), List.of(claim(null, "She"))).ofArticle(names())))
        .containsExactly(
            "Elena Markovic OUTLET", "NATO OUTLET", "Lake Guild REPORTED", "NATO QUOTED");
  }

  @Test
  void aResolvedPronounThatSpeaksIsAMentionOfTheOneWhoIsMeant() {
    Speaker speaker = new Speaker("She", "Elena Markovic", null, .7);
    List<ArticleMention> mentions =
        mentions(text(), List.of(claim(speaker, "She"))).ofArticle(names());
    assertThat(mentions)
        .filteredOn(m -> m.mention().text().equals("She"))
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.mention().name()).isEqualTo("Elena Markovic");
              assertThat(m.mention().type()).isEqualTo(EntityType.PERSON);
              assertThat(m.mention().confidence()).isEqualTo(.7);
              assertThat(m.mention().span()).isEqualTo(span("She"));
              assertThat(m.mention().clusterId()).isEqualTo("name:elena markovic");
            });
  }

  @Test
  void aPronounThatIsNotResolvedIsNoMention() {
    Speaker speaker = new Speaker("She", "She", null, .3);
    assertThat(mentions(text(), List.of(claim(speaker, "She"))).ofArticle(names()))
        .extracting(m -> m.mention().text())
        .doesNotContain("She");
  }

  @Test
  void aPronounBeforeWhichNobodyIsNamedIsSomebodyWithoutAName() {
    String text = "He sold his boat. Then Elena Markovic laughed at him.";
    Span named = new Span(text.indexOf("Elena"), text.indexOf(" laughed"));
    List<ArticleMention> mentions =
        mentions(words(text), List.of())
            .ofArticle(
                List.of(
                    new EntityMention(
                        named, "Elena Markovic", EntityType.PERSON, null, "Elena Markovic", .9)));
    assertThat(mentions)
        .extracting(m -> m.mention().text(), m -> m.mention().name(), m -> m.mention().confidence())
        .containsExactly(
            tuple("He", "he", 0.0),
            tuple("his", "he", 0.0),
            tuple("Elena Markovic", "Elena Markovic", .9));
    assertThat(mentions).extracting(m -> m.mention().entityId()).containsOnlyNulls();
  }

  @Test
  void everythingInACommentIsTheReaders() {
    assertThat(mentions(text(), List.of()).ofReader(names()))
        .extracting(ArticleMention::voice)
        .containsOnly(Voice.READER);
  }

  private static final PartsOfSpeech TAGS = PartsOfSpeech.load("en");

  /** One paragraph whose sentences end at full stops; words are runs of letters. */
  private static AnnotatedText words(String text) {
    List<Sentence> sentences = new ArrayList<>();
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = Pattern.compile("\\p{L}+|\\.").matcher(text);
    while (matcher.find()) {
      String tag = matcher.group().equals("baker") ? "NN" : "FW";
      String lemma = matcher.group().equals("is") ? "be" : matcher.group();
      tokens.add(
          new Token(
              new Span(matcher.start(), matcher.end()), matcher.group(), lemma, TAGS.of(tag)));
      if (matcher.group().equals(".")) {
        sentences.add(
            new Sentence(new Span(tokens.get(0).span().start(), matcher.end()), 0, tokens));
        tokens.clear();
      }
    }
    return new AnnotatedText(
        text, List.of(new Span(0, text.length())), sentences, List.of(), List.of());
  }

  private static List<String> meant(String text, String... people) {
    List<EntityMention> named = new ArrayList<>();
    for (String person : people) {
      int at = text.indexOf(person);
      Span span = new Span(at, at + person.length());
      named.add(new EntityMention(span, person, EntityType.PERSON, null, person, .9));
    }
    List<String> out = new ArrayList<>();
    for (ArticleMention mention : mentions(words(text), List.of()).ofArticle(named)) {
      if (!mention.mention().text().equals(mention.mention().name())) {
        out.add(mention.mention().text() + " = " + mention.mention().name());
      }
    }
    return out;
  }

  @Test
  void aPronounIsAMentionOfTheOnlyPersonNearItWhoGoesWithIt() {
    assertThat(meant("Elena Markovic left. Nobody saw her. She wrote.", "Elena Markovic"))
        .containsExactly("her = Elena Markovic");
    assertThat(meant("Elena Markovic met Peter Lind and his dog.", "Elena Markovic", "Peter Lind"))
        .containsExactly("his = Peter Lind");
    assertThat(
            meant("Elena Markovic met Mary Lind before she left.", "Elena Markovic", "Mary Lind"))
        .isEmpty();
    assertThat(meant("She left. Elena Markovic stayed.", "Elena Markovic"))
        .containsExactly("She = she");
  }

  @Test
  void aPronounMayMeanSomebodyWithoutANameWhoStandsBetween() {
    assertThat(meant("Peter Lind paid a baker who lost his hat.", "Peter Lind")).isEmpty();
    assertThat(meant("Peter Lind is a baker who lost his hat.", "Peter Lind"))
        .containsExactly("his = Peter Lind");
    assertThat(meant("Peter Lind paid the baker for his bread.", "Peter Lind"))
        .containsExactly("his = Peter Lind");
  }

  @Test
  void hisOrHersIsNobodys() {
    assertThat(meant("Peter Lind said that all should mend his or her boat.", "Peter Lind"))
        .isEmpty();
  }

  @Test
  void aPronounInWhatAnotherSaysMayMeanTheOneWhoSpeaks() {
    String text = "Peter Lind wrote to his wife.";
    Span named = new Span(0, "Peter Lind".length());
    EntityMention mention =
        new EntityMention(named, "Peter Lind", EntityType.PERSON, null, "Peter Lind", .9);
    assertThat(mentions(words(text), List.of(said(text, "the mayor"))).ofArticle(List.of(mention)))
        .hasSize(1);
    assertThat(mentions(words(text), List.of(said(text, "the report"))).ofArticle(List.of(mention)))
        .hasSize(2);
  }

  private static Claim said(String text, String speaker) {
    return new Claim(
        ClaimForm.INDIRECT,
        -1,
        .9,
        List.of(new Span(0, text.length())),
        new Cue(List.of(new Span(0, 1)), CueKind.SPEECH, CueMode.ASSERTED),
        List.of(),
        new Speaker(speaker, speaker, null, .7),
        List.of());
  }

  @Test
  void aPronounInQuotationMarksIsLeftAlone() {
    assertThat(
            meant(
                "Elena Markovic read the note. It said “he will never come back to us”.",
                "Elena Markovic"))
        .isEmpty();
    assertThat(
            meant("Peter Lind read it. It said “we know that he will never come.”", "Peter Lind"))
        .isEmpty();
  }
}

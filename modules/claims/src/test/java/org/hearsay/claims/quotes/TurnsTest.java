package org.hearsay.claims.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.claims.English;
import org.hearsay.claims.reading.Attribution;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.LanguageAnnotator;
import org.hearsay.text.Span;
import org.junit.jupiter.api.Test;

/** The texts are fiction. */
class TurnsTest {
  private static Turns turns(String text, EntityMention... mentions) {
    AnnotatedText annotated =
        new AnnotatedText(
            text, LanguageAnnotator.paragraphs(text), List.of(), List.of(), List.of());
    return new Turns(
        TurnMarks.of(English.FOLDER.expressions("turns.txt")),
        English.document(annotated, List.of(mentions)),
        annotated.paragraphs());
  }

  private static List<String> shown(String text, EntityMention... mentions) {
    List<String> shown = new ArrayList<>();
    Turns turns = turns(text, mentions);
    for (Attribution turn : turns.attributions()) {
      Span source = turn.source().get(0);
      shown.add(
          turns.named(source).of(text)
              + " > "
              + String.join(" / ", turn.content().stream().map(c -> c.of(text)).toList()));
    }
    return shown;
  }

  @Test
  void aConversationIsToldByWhoSpeaksAndAColon() {
    assertThat(
            shown(
                """
                Kurier: Madam Minister, will the toll come?

                Brigitte Sander: It will come, but not before the election.

                Kurier: Your partner denies that.

                Sander: My partner says many things on a Monday.
                """))
        .containsExactly(
            "Kurier > Madam Minister, will the toll come?",
            "Brigitte Sander > It will come, but not before the election.",
            "Kurier > Your partner denies that.",
            "Brigitte Sander > My partner says many things on a Monday.");
  }

  @Test
  void aTurnGoesOnUntilTheNextAndEndsWithTheLast() {
    assertThat(
            shown(
                """
                HOST: The council counted garages, it says today.

                PELL: We counted flats. All of them.

                And we counted them twice.

                HOST: Thank you very much.

                The council did not reply to questions.
                """))
        .containsExactly(
            "HOST > The council counted garages, it says today.",
            "PELL > We counted flats. All of them. / And we counted them twice.",
            "HOST > Thank you very much.");
  }

  @Test
  void aTranscriptMayBeQuoted() {
    assertThat(
            shown(
                """
                "HOST: Do you know what it cost?

                PELL: We know what it cost us.

                HOST: And you paid?"
                """))
        .hasSize(3)
        .first()
        .isEqualTo("HOST > Do you know what it cost?");
  }

  @Test
  void whoAnswersIsTheOnlyPersonNamedBefore() {
    String text =
        """
        Ilse Varga heads the port authority. We met her on the quay.

        Q: How long will the cranes stand still?

        A: At least until March. I wish it were less.

        Q: Who is to blame?

        A: I will not name names.
        """;
    EntityMention varga =
        new EntityMention(new Span(0, 10), "Ilse Varga", EntityType.PERSON, null, "Ilse Varga", .9);
    assertThat(shown(text, varga))
        .containsExactly(
            "Ilse Varga > At least until March. I wish it were less.",
            "Ilse Varga > I will not name names.");
    assertThat(shown(text)).first().asString().startsWith("A > ");
    // The questions are the outlet's, and nobody else's words either.
    assertThat(LanguageAnnotator.paragraphs(text).stream().filter(turns(text)::hold)).hasSize(4);
  }

  @Test
  void anOutletThatAnswersItsOwnQuestionsIsNotInterviewed() {
    assertThat(
            shown(
                """
                Q: When does the new timetable begin?

                A: On Sunday, with the first train.

                Q: Do old tickets stay valid?

                A: Yes, until the end of the year.
                """))
        .isEmpty();
  }

  @Test
  void linesThatBeginWithAWordAndAColonAreNoConversation() {
    assertThat(
            shown(
                """
                Update: The bridge is closed to traffic.

                Where: The old harbour, at the gate.

                Doors: They open at noon.

                Update: The bridge is open again.
                """))
        .isEmpty();
    assertThat(shown("Lind: 1,769.\n\nBrandt: 1,501.\n\nLind: 547.\n\nBrandt: 46.\n")).isEmpty();
    assertThat(shown("Lind: It rains again.\n\nThe town sleeps.\n")).isEmpty();
  }
}

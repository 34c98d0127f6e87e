package org.hearsay.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which line heads a copied page: the headline, not the dek below it nor the outlet's above it. */
class CopiedHeadlinesTest {
  private static final String BODY =
      Pages.FIRST + "\n\n" + Pages.SECOND + "\n\n" + Pages.THIRD + "\n";

  private static final List<List<String>> HEADS =
      List.of(
          List.of(
              "Ferry pier to close before the fair",
              "Council says the timbers laid in the days of sail cannot bear the crowds any longer"),
          List.of(
              "Council Closes the Ferry Pier",
              "Ottilie Brandrow wants stone where there was timber, and wants it before the autumn fair"),
          List.of(
              "Who will pay for the pier?",
              "Four hundred passengers a day wait for an answer from the harbour council"),
          List.of(
              "Eleven Years of Waiting",
              "The harbour council of Lower Tarn has voted to rebuild its pier in stone"),
          List.of("Pier closed", "Lower Tarn will wait until autumn for its ferry"));

  private final PageReader reader = new PageReader();

  private PageArticle read(String page) throws UnreadablePageException {
    return reader.read(page.getBytes(UTF_8), null, "text/plain; charset=utf-8").article();
  }

  static List<Arguments> heads() {
    List<Arguments> out = new ArrayList<>();
    for (String before :
        List.of(
            "",
            "Lantern of the Valley Blog\n\n",
            "Tarn Harbour News\n",
            "Home\nNews\nFish prices\n\n",
            "Opinion\n\n",
            "The Tarn Lantern\nHome\nAbout\nContact us\n\n")) {
      for (String below :
          List.of(
              "By Anna Torvik\n\n", "By Anna Torvik\nJune 2, 2031\n\n", "June 2, 2031\n\n", "")) {
        out.add(Arguments.of(before, below));
      }
    }
    return out;
  }

  @ParameterizedTest
  @MethodSource("heads")
  void theHeadlineStandsAboveItsDek(String before, String below) throws Exception {
    for (List<String> head : HEADS) {
      for (String gap : List.of("\n", "\n\n")) {
        PageArticle article =
            read(before + head.get(0) + gap + head.get(1) + "\n\n" + below + BODY);
        assertThat(article.title()).isEqualTo(head.get(0));
        assertThat(article.dek()).isEqualTo(head.get(1));
        assertThat(article.body()).startsWith(Pages.FIRST).endsWith(Pages.THIRD);
        assertThat(article.byline()).isEqualTo(below.startsWith("By") ? "Anna Torvik" : null);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lima Valley Blog",
        "The Lima Gazette",
        "Pier Watch",
        "LOWER TARN",
        "Tarner Tageblatt",
        "Le Courrier du Tarn",
        "Diario de Tarn",
        "Тарнские вести",
        "Tarnske novine"
      })
  void theOutletsLineIsNoTitle(String outlet) throws Exception {
    for (String gap : List.of("\n", "\n\n")) {
      PageArticle article =
          read(
              outlet
                  + gap
                  + "Harbour council puts the ferry pier off until the autumn fair\n\n"
                  + "By Anna Torvik\n\n"
                  + BODY);
      assertThat(article.title())
          .isEqualTo("Harbour council puts the ferry pier off until the autumn fair");
    }
  }

  @Test
  void aMenuAboveAHeadlineIsNone() throws Exception {
    PageArticle article =
        read(
            "Home\nFish prices of Lower Tarn\nThe harbour in the news\n\n"
                + "Harbour council puts the ferry pier off until the autumn fair\n\n"
                + "By Anna Torvik\n\n"
                + BODY);
    assertThat(article.title())
        .isEqualTo("Harbour council puts the ferry pier off until the autumn fair");
  }

  @Test
  void aDekThatTheModelTakesForProseIsStillTheDek() throws Exception {
    String dek =
        "For eleven years the harbour council of Lower Tarn has looked at a pier whose timbers were"
            + " laid in the days of sail, and now it has voted to close it and rebuild it in stone";
    PageArticle article = read("What the ferry pier costs us\n\n" + dek + "\n\n" + BODY);
    assertThat(article.title()).isEqualTo("What the ferry pier costs us");
    assertThat(article.dek()).isEqualTo(dek);
    assertThat(article.body()).startsWith(Pages.FIRST);
  }
}

package org.hearsay.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads of short comments under a copied page, each in a form of its own. */
class CopiedThreadsTest {
  private static final String ARTICLE =
      "Council Closes the Ferry Pier\n\nBy Anna Torvik\nJune 2, 2031\n\n"
          + String.join("\n\n", Pages.FIRST, Pages.SECOND, Pages.THIRD)
          + "\n\n";
  private static final String FOOT =
      "\n\nLeave a Reply\n\nYour email address will not be published.\n\nRelated articles\n"
          + "Fish prices rise again in Upper Tarn\n© 2031 The Tarn Lantern";
  private static final List<String> NAMES = List.of("Marin", "Old Gull", "kestrel9");
  private static final List<String> TEXTS =
      List.of(
          "Good riddance to it.",
          "I walked over it for thirty years and never fell in.",
          "Who pays?");

  private final PageReader reader = new PageReader();

  private PageReading read(String page) throws UnreadablePageException {
    return reader.read(page.getBytes(UTF_8), null, "text/plain; charset=utf-8");
  }

  /** Comment NUMBER by NAME, which answers BEFORE. */
  private static String thread(String form) {
    List<String> comments = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      comments.add(
          form.replace("NUMBER", String.valueOf(i + 1))
              .replace("NAME", NAMES.get(i))
              .replace("BEFORE", NAMES.get(Math.max(0, i - 1)))
              .replace("TEXT", TEXTS.get(i)));
    }
    return String.join("\n\n", comments);
  }

  static List<Arguments> forms() {
    List<Arguments> out = new ArrayList<>();
    for (String form :
        List.of(
            "NUMBER. NAME\nTEXT",
            "NUMBER. NAME\n\nTEXT",
            "#NUMBER by NAME\nTEXT",
            "#NUMBER NAME\nTEXT",
            "NUMBER) NAME\nTEXT",
            "NAME: TEXT",
            "NAME NUMBER hours ago\nTEXT",
            "NAME · NUMBER days ago\n\nTEXT",
            "NAME\nNUMBER hours ago\nTEXT",
            "NAME\nTEXT\nReply to NAME",
            "NAME\n\nTEXT\n\nReply to NAME",
            "NAME\nTEXT\nReply",
            "NAME Reply to BEFORE\nTEXT",
            "NAME\n↳ Reply to BEFORE\nTEXT",
            "NAME says:\nTEXT",
            "NAME\nTEXT",
            "NAME\n1NUMBER January 2026 at 12:00\nTEXT",
            "NAME\nPosted January 1NUMBER, 2026\nTEXT",
            "NAME\nPosted on 1NUMBER January 2026 at 12:00\nTEXT",
            "NAME on 1NUMBER January 2026 at 12:00\nTEXT")) {
      for (String heading : List.of("Comments", "3 Comments", "Comments (3)")) {
        out.add(Arguments.of(form, heading));
      }
    }
    return out;
  }

  @ParameterizedTest
  @MethodSource("forms")
  void shortCommentsUnderTheirHeadingAreReadInAnyForm(String form, String heading)
      throws Exception {
    for (String foot : List.of("", FOOT)) {
      PageReading reading = read(ARTICLE + heading + "\n\n" + thread(form) + foot);
      assertThat(reading.comments())
          .extracting(ReaderComment::text)
          .containsExactlyElementsOf(TEXTS);
      assertThat(reading.comments())
          .extracting(ReaderComment::author)
          .containsExactlyElementsOf(NAMES);
      assertThat(reading.article().body()).endsWith(Pages.THIRD);
      assertThat(reading.article().publishedAt())
          .isEqualTo(OffsetDateTime.parse("2031-06-02T00:00Z"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NAME\n1NUMBER January 2026 at 12:00\nTEXT",
        "NAME\n\nJanuary 1NUMBER, 2026 at 12:00 pm\n\nTEXT\n\nReply",
        "NAME\n2026-01-1NUMBER 12:00\nTEXT\nLike\nReply",
        "NAME\n1NUMBER.01.2026 um 12:00 Uhr\nTEXT",
        "NAME\nle 1NUMBER janvier 2026 à 12:00\nTEXT",
        "NAME on 1NUMBER January 2026 at 12:00\nTEXT"
      })
  void theLineThatGivesTheTimeIsNoText(String form) throws Exception {
    String page =
        "Council Closes the Ferry Pier\n\n"
            + String.join("\n\n", Pages.FIRST, Pages.SECOND, Pages.THIRD);
    PageReading reading = read(page + "\n\nComments\n\n" + thread(form));
    assertThat(reading.comments()).extracting(ReaderComment::text).containsExactlyElementsOf(TEXTS);
    assertThat(reading.comments())
        .extracting(ReaderComment::postedAt)
        .containsExactly(
            Instant.parse("2026-01-11T12:00:00Z"),
            Instant.parse("2026-01-12T12:00:00Z"),
            Instant.parse("2026-01-13T12:00:00Z"));
    assertThat(reading.article().publishedAt()).as("a comment's time").isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "3 Kommentare,vor 3 Stunden,Antworten",
    "3 commentaires,il y a 3 heures,Répondre",
    "3 comentarios,hace 3 horas,Responder",
    "3 комментария,3 часа назад,Ответить",
    "3 komentara,pre 3 sata,Odgovori"
  })
  void otherLanguagesTellTheTimeTheirOwnWay(String heading, String ago, String reply)
      throws Exception {
    PageReading reading =
        read(ARTICLE + heading + "\n\n" + thread("NAME " + ago + "\nTEXT\n" + reply));
    assertThat(reading.comments())
        .extracting(ReaderComment::author)
        .containsExactlyElementsOf(NAMES);
    assertThat(reading.comments()).extracting(ReaderComment::text).containsExactlyElementsOf(TEXTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 Comment\n\nMarin\nGood riddance to it.",
        "Comments\n\n1. Marin\nGood riddance to it.\n\nShare this:\nTwitter\nFacebook",
        "Comments\n\nMarin: Good riddance to it.",
        "Comments\n\nMarin an hour ago\nGood riddance to it.\nReply",
        "Comments\n\nMarin\nGood riddance to it."
      })
  void oneCommentIsReadToo(String thread) throws Exception {
    assertThat(read(ARTICLE + thread + FOOT).comments())
        .extracting(ReaderComment::author, ReaderComment::text)
        .containsExactly(tuple("Marin", "Good riddance to it."));
  }

  @Test
  void commentsWithoutNamesAreReadersAllTheSame() throws Exception {
    assertThat(read(ARTICLE + "3 Comments\n\n" + thread("TEXT")).comments())
        .extracting(ReaderComment::text)
        .containsExactlyElementsOf(TEXTS);
  }

  @Test
  void aCommentsParagraphsStayTogether() throws Exception {
    assertThat(
            read(ARTICLE
                    + "2 Comments\n\nMarin: Good riddance.\n\nIt was rotten. And now: who pays?\n\n"
                    + "Old Gull: Not me.\n\nNever.\n")
                .comments())
        .extracting(ReaderComment::text)
        .containsExactly("Good riddance.\nIt was rotten. And now: who pays?", "Not me.\nNever.");
  }

  @Test
  void namesInLowerCaseStandAboveATime() throws Exception {
    assertThat(
            read(ARTICLE
                    + "Comments\n\ngull of the tarn\n12 January 2026 at 12:00\nlol good one\n\n"
                    + "marin\n13 January 2026 at 9:05\nWell Said\nno idea who pays for it\n")
                .comments())
        .extracting(ReaderComment::author, ReaderComment::text)
        .containsExactly(
            tuple("gull of the tarn", "lol good one"),
            tuple("marin", "Well Said\nno idea who pays for it"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Comments\n\nRelated articles\nFish prices rise again\nThe fair opens on Monday.\n",
        "0 Comments\n\nMore News\nThe fair opens on Monday.\nOld Mill\nIt is sold.\n",
        "Comments\n\nFish prices\nHarbour and sea\nThe fair\nContact\n",
        "Comments are closed.\n\nThe Tarn Lantern\n"
      })
  void aHeadingWithoutCommentsHeadsNone(String rest) throws Exception {
    assertThat(read(ARTICLE + rest).comments()).isEmpty();
  }

  @Test
  void aLineBetweenTheArticlesParagraphsHeadsNoThread() throws Exception {
    PageReading reading =
        read(
            "Council Closes the Ferry Pier\n\n"
                + Pages.FIRST
                + "\n\n"
                + Pages.SECOND
                + "\n\n3 Comments\nShare\n\n"
                + Pages.THIRD
                + "\n\n"
                + Pages.FIRST.replace("Lower", "Upper")
                + "\n\n"
                + Pages.SECOND.replace("eleven", "seven"));
    assertThat(reading.comments()).isEmpty();
    assertThat(reading.article().body()).contains(Pages.SECOND, Pages.THIRD, "Upper Tarn", "seven");
  }
}

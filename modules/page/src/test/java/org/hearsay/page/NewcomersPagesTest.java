package org.hearsay.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What someone meets who hands Hearsay a first page of one's own. */
class NewcomersPagesTest {
  private static final String PROSE =
      "<p>" + Pages.FIRST + "</p><p>" + Pages.SECOND + "</p><p>" + Pages.THIRD + "</p>";
  private static final String BODY =
      Pages.FIRST + "\n\n" + Pages.SECOND + "\n\n" + Pages.THIRD + "\n\n";

  private final PageReader reader = new PageReader();

  @Test
  void theDekOfACopiedPageIsNotItsTitle() throws Exception {
    PageArticle article =
        text("Who Guards The Pier?\n\nSupport Tarn Dispatch\n\nWho Guards The Pier?\n\n"
                + "The so-called council of the harbour has an excuse for every old pier\n\n"
                + "Written by Leopold Ashgrove exclusively for Tarn Dispatch\n\n"
                + BODY)
            .article();
    assertThat(article.title()).isEqualTo("Who Guards The Pier?");
    assertThat(article.dek()).startsWith("The so-called council");
    assertThat(article.byline()).isEqualTo("Leopold Ashgrove");
  }

  @Test
  void shortCommentsUnderAThreadsHeadAreRead() throws Exception {
    List<ReaderComment> comments =
        text("Council Closes the Ferry Pier\n\n"
                + BODY
                + "Support Tarn Dispatch\n\n\nNotify of\nNewest Most Voted\nInline Feedbacks\n"
                + "View all comments\nGrey Heron\n\nBest line: laid in the days of sail.\n\n"
                + "Keeper\n\nAs a keeper I object. We guard things.\n\nAnselm\n\n"
                + "Reply to  Keeper\n\nYou guard nothing, my dear Keeper.\n")
            .comments();
    assertThat(comments)
        .extracting(ReaderComment::author)
        .containsExactly("Grey Heron", "Keeper", "Anselm");
    assertThat(comments.get(2).text()).isEqualTo("You guard nothing, my dear Keeper.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"* ", "- ", "• ", "– "})
  void aLineOfAListIsNoTitle(String bullet) throws Exception {
    PageArticle article =
        text("TARN WIRE\nCouncil wants stone for timber\n\n"
                + bullet
                + "The council votes to close the old ferry pier\n"
                + bullet
                + "Pier carries four hundred passengers a day\n\nBy Anna Torvik\n\n"
                + BODY)
            .article();
    assertThat(article.title()).isEqualTo("Council wants stone for timber");
    assertThat(article.dek()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Council closes the pier – The Tarn Lantern", "Council closes the pier | The Tarn Lantern",
    "The Tarn Lantern: Council closes the pier", "Council closes the pier - The Tarn Lantern",
    "Council closes the pier — The Tarn Lantern"
  })
  void theBlogsNameIsNoPartOfATitle(String title) throws Exception {
    String named = "<title>" + title + "</title>";
    String shared = "<meta property=\"og:title\" content=\"" + title + "\">";
    String site = "<h1><a href=\"https://tarn.example/\">The Tarn Lantern</a></h1>";
    String url = "https://www.tarnlantern.example/2031/06/pier";
    for (PageReading reading :
        List.of(
            html(named + shared, site + "<h3>Council closes the pier</h3>" + PROSE, null),
            html(named, site + "<h3>Council closes the pier</h3>" + PROSE, null),
            html(named + shared, "<h2>" + title + "</h2>" + PROSE, url),
            html(named + shared, PROSE + "<p>© 2031 The Tarn Lantern</p>", null),
            html(named, "<h1>" + title + "</h1>" + PROSE, url))) {
      assertThat(reading.article().title()).isEqualTo("Council closes the pier");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<header><a href=\"/\">Quayside Diary</a></header>",
        "<h1 class=\"site-title\">Quayside Diary</h1>",
        "<div id=\"logo\"><a href=\"https://quay.example/\"><img> Quayside Diary</a></div>",
        "<p class=\"site-title\"><a href=\"./\">Quayside Diary</a></p>",
        "<nav><ul><li><a href=\"/\">Quayside Diary</a><li><a href=\"/f\">Fish</a></ul></nav>"
      })
  void theOutletIsKnownByTheLinkToItsFrontPage(String site) throws Exception {
    String plain = "Council puts off ferry cuts";
    for (String title :
        List.of(
            plain + " - Quayside Diary",
            plain + " | Quayside Diary",
            "Quayside Diary: " + plain,
            plain + " – Quayside Diary")) {
      String named = "<title>" + title + "</title>";
      String shared = "<meta property=\"og:title\" content=\"" + title + "\">";
      for (PageReading reading :
          List.of(
              html(named, site + "<h1>" + title + "</h1>" + PROSE, null),
              html(named + shared, site + "<h2>" + title + "</h2>" + PROSE, null),
              html(
                  named,
                  site + "<article><h1>" + title + "</h1>" + PROSE + "</article>",
                  "https://quay.example/2031/06/cuts"))) {
        assertThat(reading.article().title()).isEqualTo(plain);
      }
    }
  }

  @Test
  void aLinkInATextOrToAnotherSiteNamesNoOutlet() throws Exception {
    String title = "Stone for timber - Harbour Almanac";
    String links =
        "<p>Read the <a href=\"/\">Harbour Almanac</a>.</p>"
            + "<div><a href=\"https://almanac.example/\">Harbour Almanac</a></div>";
    PageReading reading =
        html(
            "<title>" + title + "</title>",
            "<h1>" + title + "</h1>" + PROSE + links,
            "https://quay.example/2031/06/cuts");
    assertThat(reading.article().title()).isEqualTo(title);
  }

  @Test
  void theOutletsNameIsKnownByItsAddressOnEitherSide() throws Exception {
    String title = "The Tarn Lantern | Council closes the pier";
    PageReading reading =
        html(
            "<title>" + title + "</title><meta property=\"og:title\" content=\"" + title + "\">",
            PROSE,
            "https://www.tarnlantern.example/2031/06/pier");
    assertThat(reading.article().title()).isEqualTo("Council closes the pier");
  }

  @Test
  void aHeadlineOfTwoPartsStaysWhole() throws Exception {
    String title = "Stone for timber: council closes the pier";
    PageReading reading =
        html(
            "<title>" + title + "</title>",
            "<h1>" + title + "</h1>" + PROSE,
            "https://tarn.example");
    assertThat(reading.article().title()).isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>By Anna Torvik, %s</p>",
        "%s",
        "<div><span>By Anna Torvik</span> <span>%s</span></div>",
        "<p>%s <a href='/tag'>Harbour</a></p>"
      })
  void aTimeElementGivesTheClock(String line) throws Exception {
    String time = "<time datetime=\"2031-06-02T08:30:00+02:00\">June 2, 2031</time>";
    PageArticle article =
        html("", "<h1>Council closes the pier</h1>" + line.formatted(time) + PROSE, null).article();
    assertThat(article.publishedAt()).isEqualTo(OffsetDateTime.parse("2031-06-02T08:30+02:00"));
    assertThat(article.byline()).isIn(null, "Anna Torvik");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tuesday", "7:15 AM", "5 hours ago", "June 2", "Published Monday"})
  void aTimeElementGivesTheDayThatIsNotShown(String shown) throws Exception {
    String time = "<time datetime=\"2031-06-02T07:15:00Z\">" + shown + "</time>";
    for (String line :
        List.of(
            "<p>By Anna Torvik, %s</p>",
            "<div><span>By Anna Torvik</span> <span>%s</span></div>",
            "<p>%s <a href='/tag'>Harbour</a></p>",
            "<ul><li>By Anna Torvik</li><li>%s</li></ul>",
            "<p>Posted %s | Harbour, Pier</p>",
            "<div>%s</div>",
            "%s")) {
      PageArticle article =
          html("", "<h1>Council closes the pier</h1>" + line.formatted(time) + PROSE, null)
              .article();
      assertThat(article.publishedAt()).isEqualTo(OffsetDateTime.parse("2031-06-02T07:15Z"));
      assertThat(article.byline()).isEqualTo(line.contains("Anna") ? "Anna Torvik" : null);
    }
  }

  @Test
  void aTimeElementInATextIsNotItsDay() throws Exception {
    String told =
        "<p>The pier has stood here, through storms and fairs and councils of every kind, since"
            + " <time datetime=\"1999-06-02T07:15:00Z\">that summer</time> of the great flood.</p>";
    assertThat(html("", "<h1>Council closes the pier</h1>" + told + PROSE, null).article())
        .extracting(PageArticle::publishedAt)
        .isNull();
  }

  @Test
  void aTimeElementOfAnotherDayDoesNot() throws Exception {
    String line =
        "<p>Council, June 2, 2031. See also <time datetime=\"2030-01-01T08:30\">2</time></p>";
    PageArticle article =
        html("", "<h1>Council closes the pier</h1>" + line + PROSE, null).article();
    assertThat(article.publishedAt()).isEqualTo(OffsetDateTime.parse("2031-06-02T00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Reply to&nbsp; lighthouse_keeper",
        "In reply to Wilm Aster",
        "Antwort auf Wilm Aster",
        "Réponse à Wilm",
        "Responder a Wilm",
        "Ответ на Вильм",
        "Odgovor na Wilm",
        "↳ Reply to Wilm Aster",
        "@ In reply to Wilm Aster",
        "→ Antwort auf Wilm Aster"
      })
  void whomACommentAnswersIsNoTextOfIts(String line) throws Exception {
    PageReading reading =
        html(
            "",
            "<h1>Council closes the pier</h1>"
                + PROSE
                + "<div id=\"comments\" class=\"comments-area\"><div class=\"wpd-thread-list\">"
                + comment("Wilm Aster", "", "About time too, the boards were rotten.")
                + comment("gull22", line, "And who is going to pay for all that stone?")
                + "</div></div>",
            null);
    assertThat(reading.comments())
        .extracting(ReaderComment::text)
        .containsExactly(
            "About time too, the boards were rotten.",
            "And who is going to pay for all that stone?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<cite>Bert</cite> <span>Reply to Wilm Aster</span>",
        "<a class=\"author\">Bert</a> <a href=\"#1\">↳ Reply to Wilm</a>",
        "<b>Bert</b> · In reply to Wilm Aster",
        "<cite>Bert</cite><span>Antwort auf Wilm</span>",
        "<cite>Bert</cite> <span>Reply to Wilm</span> <time datetime=\"2031-06-03\">1 day ago</time>"
      })
  void whomACommentAnswersIsNoPartOfItsAuthor(String head) throws Exception {
    PageReading reading =
        html(
            "",
            "<h1>Council closes the pier</h1>"
                + PROSE
                + "<div id=\"comments\" class=\"comments-area\"><div class=\"wpd-thread-list\">"
                + comment("Wilm Aster", "", "About time too, the boards were rotten.")
                + comment(head, "", "And who is going to pay for all that stone?")
                + "</div></div>",
            null);
    assertThat(reading.comments())
        .extracting(ReaderComment::author)
        .containsExactly("Wilm Aster", "Bert");
  }

  @Test
  void aCommentersNameMayBeInAnyLetters() throws Exception {
    PageReading reading =
        html(
            "",
            "<h1>Council closes the pier</h1>"
                + PROSE
                + "<div id=\"comments\" class=\"comments-area\"><div class=\"wpd-thread-list\">"
                + comment("Вильм Астер", "", "About time too, the boards were rotten.")
                + comment("Éva", "", "And who is going to pay for all that stone?")
                + "</div></div>",
            null);
    assertThat(reading.comments())
        .extracting(ReaderComment::author)
        .containsExactly("Вильм Астер", "Éva");
  }

  @Test
  void aCommentThatTalksOfAReplyStays() throws Exception {
    PageReading reading =
        html(
            "",
            "<h1>Council closes the pier</h1>"
                + PROSE
                + "<div id=\"comments\" class=\"comments-area\"><div class=\"wpd-thread-list\">"
                + comment("Wilm Aster", "", "Reply to me when you have read the plan!")
                + comment("gull22", "", "And who is going to pay for all that stone?")
                + "</div></div>",
            null);
    assertThat(reading.comments()).hasSize(2);
  }

  private static String comment(String author, String answers, String text) {
    return "<div class=\"comment wpd-comment\"><div class=\"wpd-comment-header\">"
        + "<div class=\"wpd-comment-author\">"
        + author
        + "</div><div class=\"wpd-reply-to\">"
        + answers
        + "</div></div><div class=\"wpd-comment-text\"><p>"
        + text
        + "</p></div></div>";
  }

  private PageReading text(String page) throws UnreadablePageException {
    return reader.read(page.getBytes(UTF_8), null, "text/plain; charset=utf-8");
  }

  private PageReading html(String head, String body, @Nullable String url)
      throws UnreadablePageException {
    String page =
        "<!DOCTYPE html><html lang=\"en\"><head>"
            + head
            + "</head><body>"
            + body
            + "</body></html>";
    return reader.read(page.getBytes(UTF_8), url, "text/html; charset=utf-8");
  }
}

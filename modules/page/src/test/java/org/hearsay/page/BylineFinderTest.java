package org.hearsay.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylineFinderTest {
  private static final String BODY =
      "<div class=\"article-body\"><p>"
          + String.join("</p><p>", Pages.FIRST, Pages.SECOND, Pages.THIRD)
          + "</p></div>";

  private final PageReader reader = new PageReader();

  private PageArticle read(String head, String article) throws UnreadablePageException {
    return reader
        .read(Pages.html(head, article, "").getBytes(UTF_8), "https://lantern.example/pier", null)
        .article();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By Ottokar Bluhm | Ottokar Bluhm",
        "ByOttokar Bluhm | Ottokar Bluhm",
        "Written by: Ottokar Bluhm | Ottokar Bluhm",
        "Posted on June 2, 2031 by Ottokar Bluhm | Ottokar Bluhm",
        "Posted in Harbour by obluhm on June 2, 2031 | obluhm",
        "June 2, 2031 · by obluhm · in Harbour | obluhm",
        "02.06.2031 - Ottokar Bluhm | Ottokar Bluhm",
        "Ottokar Bluhm, 2. Juni 2031, 12:01 Uhr | Ottokar Bluhm",
        "02.06.2031 - Prof. Dr. Ottokar Bluhm | Prof. Dr. Ottokar Bluhm",
        "02.06.2031 - Redaktion: Ottokar Bluhm (Sprecher des Hafens) | Ottokar Bluhm",
        "Text & Fotos: Ottokar Bluhm | Ottokar Bluhm",
        "Auteur : Ottokar Bluhm | Ottokar Bluhm",
      })
  void theLineAboveTheArticleNamesWhoWrote(String line, @Nullable String name) throws Exception {
    assertThat(read("", "<div>" + line + "</div>" + BODY).byline()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"02.06.2031 | Aktuelle Meldung", "02.06.2031 - Harbour Council"})
  void whatStandsBesideTheDayAndElsewhereInTheTextIsNoName(String line) throws Exception {
    assertThat(read("", "<div>" + line + "</div>" + BODY).byline()).isNull();
  }

  @Test
  void authorsThatTheStructuredDataRefersToByIdAreNamed() throws Exception {
    String head =
        "<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":"
            + "\"Council closes the ferry pier\",\"author\":{\"@id\":\"#o\"}},{\"@type\":\"Person\","
            + "\"@id\":\"#o\",\"name\":\"Ottokar Bluhm\"}]}</script>";
    assertThat(read(head, BODY).byline()).isEqualTo("Ottokar Bluhm");
  }

  @Test
  void aPersonWhomReadersSeeGoesBeforeAnOrganisationInTheHead() throws Exception {
    String head = "<meta name=\"author\" content=\"Tarn Harbour Foundation\">";
    assertThat(read(head, "<p>By Ottokar Bluhm</p>" + BODY).byline()).isEqualTo("Ottokar Bluhm");
    assertThat(read(head, BODY).byline()).isEqualTo("Tarn Harbour Foundation");
  }

  @Test
  void anAuthorMarkedInALineWithMoreIsNamedAlone() throws Exception {
    String line =
        "<div><span itemprop=\"author\">Ottokar Bluhm</span> <time itemprop=\"datePublished\""
            + " datetime=\"2031-06-02T10:30:00-04:00\">June 2</time></div>";
    PageArticle article = read("", line + BODY);
    assertThat(article.byline()).isEqualTo("Ottokar Bluhm");
    assertThat(article.publishedAt()).hasToString("2031-06-02T10:30-04:00");
  }

  @Test
  void aHeadlineThatStartsWithByIsNoByline() throws Exception {
    String article = "<h2>By Land and Sea</h2>" + BODY;
    String page =
        "<html><head><title>By Land and Sea</title></head><body><h1>By Land and Sea</h1>"
            + article
            + "</body></html>";
    assertThat(reader.read(page.getBytes(UTF_8), null, null).article().byline()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p class=lead>LEAD</p><div>2 June 2031, 3:51 pm</div>BODY",
        "<p>Ferrytown, June 2, 2031 – LEAD</p>BODY",
        "BODY<p>veröffentlicht am 02.06.2031</p>",
      })
  void theDayMayStandBelowTheLeadInThePlaceLineOrBelowTheArticle(String markup) throws Exception {
    String lead =
        "Eleven years of waiting end with a vote that few had expected so soon, and with a plan that"
            + " will cost the town more than any before it.";
    PageArticle article = read("", markup.replace("LEAD", lead).replace("BODY", BODY));
    assertThat(article.publishedAt()).isNotNull();
    assertThat(article.publishedAt().toLocalDate()).hasToString("2031-06-02");
  }

  @Test
  void aWelcomeAboveThePageIsNotWhereTheArticleStarts() throws Exception {
    StringBuilder menu = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      menu.append("<li><a href=\"/").append(i).append("\">Quay ").append(i).append("</a></li>");
    }
    String page =
        "<html><head><title>Pier closed for good | Lantern</title></head><body><div><h2>Dear friends"
            + " of the harbour</h2><p>We are glad that you visit our page, which is rebuilt these days"
            + " and may still have a gap here and there.</p></div><ul>"
            + menu
            + "</ul><h1>Pier closed for good</h1><div>02.06.2031</div>"
            + BODY
            + "</body></html>";
    PageArticle article = reader.read(page.getBytes(UTF_8), null, null).article();
    assertThat(article.title()).isEqualTo("Pier closed for good");
    assertThat(article.publishedAt()).isNotNull();
    assertThat(article.publishedAt().toLocalDate()).hasToString("2031-06-02");
  }
}

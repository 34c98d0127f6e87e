package org.hearsay.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Kinds of article page that are set otherwise than as one run of paragraphs. */
class PageKindsTest {
  private final PageReader reader = new PageReader();

  private PageReading read(String page) throws UnreadablePageException {
    return reader.read(page.getBytes(UTF_8), "https://lantern.example/pier", null);
  }

  @Test
  void anAmpPageGivesItsArticleWithoutItsAdsAndBars() throws Exception {
    PageReading reading =
        read(
            "<!doctype html><html ⚡ lang=\"en\"><head><meta charset=\"utf-8\"><title>Council closes"
                + " the ferry pier</title><link rel=\"canonical\" href=\"https://lantern.example/pier"
                + "\"><style amp-boilerplate>body{visibility:hidden}</style><script"
                + " type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Council"
                + " closes the ferry pier\",\"author\":{\"name\":\"Ottokar Venn\"},\"datePublished\":"
                + "\"2031-06-02T08:00:00+02:00\"}</script></head><body><amp-sidebar id=\"s\" layout="
                + "\"nodisplay\"><ul><li>Home</li><li>Fish prices</li></ul></amp-sidebar><header>The"
                + " Tarn Lantern</header><article class=\"amp-wp-article\"><h1>Council closes the"
                + " ferry pier</h1><amp-img src=\"pier.jpg\" width=\"4\" height=\"3\"></amp-img><div"
                + " class=\"amp-wp-article-content\"><p>"
                + Pages.FIRST
                + "</p><amp-ad width=\"300\" height=\"250\"><div placeholder>Advertisement</div>"
                + "</amp-ad><p>"
                + Pages.SECOND
                + "</p><p>"
                + Pages.THIRD
                + "</p></div></article><amp-consent>We use cookies on this site.</amp-consent>"
                + "<footer>Copyright The Tarn Lantern</footer></body></html>");
    assertThat(reading.article().body())
        .isEqualTo(Pages.FIRST + "\n\n" + Pages.SECOND + "\n\n" + Pages.THIRD);
    assertThat(reading.article().byline()).isEqualTo("Ottokar Venn");
    assertThat(reading.comments()).isEmpty();
  }

  @Test
  void paragraphsThatAreShownOnlyWhenScrolledToAreRead() throws Exception {
    PageReading reading =
        read(
            Pages.html(
                "",
                "<div class=\"article-body\"><p>"
                    + Pages.FIRST
                    + "</p><p class=\"lazyload\" style=\"opacity:0\" data-delay=\"200\">"
                    + Pages.SECOND
                    + "</p><div class=\"lazy-block\" style=\"visibility:hidden\" data-lazy><p>"
                    + Pages.THIRD
                    + "</p></div></div>",
                ""));
    assertThat(reading.article().body()).contains(Pages.FIRST, Pages.SECOND, Pages.THIRD);
  }

  @Test
  void anArticleSplitOverSectionsWithAdsBetweenIsWhole() throws Exception {
    PageReading reading =
        read(
            Pages.html(
                "",
                "<section class=\"text-block\"><p>"
                    + Pages.FIRST
                    + "</p></section><div class=\"ad\">Advertisement</div><section"
                    + " class=\"text-block\"><h2>Eleven years</h2><p>"
                    + Pages.SECOND
                    + "</p></section><div class=\"ad\">Advertisement</div><section"
                    + " class=\"text-block\"><p>"
                    + Pages.THIRD
                    + "</p></section>",
                ""));
    assertThat(reading.article().body())
        .contains(Pages.FIRST, Pages.SECOND, Pages.THIRD)
        .doesNotContain("Advertisement");
  }

  @Test
  void aLiveBlogsEntriesAreTheArticleAndNoComments() throws Exception {
    PageReading reading =
        read(
            Pages.html(
                "",
                "<div class=\"live-blog\"><p class=\"standfirst\">The harbour council of Lower Tarn"
                    + " votes on the ferry pier today, and we are in the hall from morning to"
                    + " evening.</p>"
                    + entry("11:40", "The pier is closed", Pages.FIRST)
                    + entry("11:05", "“Eleven years”", Pages.SECOND)
                    + entry("10:20", "What is planned", Pages.THIRD)
                    + "</div>",
                ""));
    assertThat(reading.article().body()).contains(Pages.FIRST, Pages.SECOND, Pages.THIRD);
    assertThat(reading.comments()).isEmpty();
  }

  private static String entry(String time, String heading, String text) {
    return "<article class=\"live-blog__entry\"><time datetime=\"2031-06-02T"
        + time
        + ":00+02:00\">"
        + time
        + "</time><h2>"
        + heading
        + "</h2><p>"
        + text
        + "</p></article>";
  }

  @Test
  void whatStandsWhereAnAuthorIsNamedAndIsNoneIsNoByline() throws Exception {
    for (String none : new String[] {"admin", "Facebook Twitter", "4 Minuten", "Anmelden"}) {
      PageReading reading =
          read(Pages.html("<meta name=\"author\" content=\"" + none + "\">", Pages.article(), ""));
      assertThat(reading.article().byline()).as(none).isNull();
    }
  }

  @Test
  void paragraphsThatScriptsWouldShowAreTheArticles() throws Exception {
    String article =
        "<div class=\"article-body\"><p>"
            + Pages.FIRST
            + "</p><noscript><p>"
            + Pages.SECOND
            + "</p><p>"
            + Pages.THIRD
            + "</p></noscript></div>";
    PageReading reading =
        new PageReader().read(Pages.html("", article, "").getBytes(UTF_8), null, "text/html");
    assertThat(reading.article().body())
        .isEqualTo(Pages.FIRST + "\n\n" + Pages.SECOND + "\n\n" + Pages.THIRD);
  }

  @Test
  void whatStandsInNoscriptForThePageItselfOrAgainIsLeftOut() throws Exception {
    String article =
        Pages.article()
            + "<noscript><p>"
            + Pages.FIRST
            + "</p><p>"
            + Pages.THIRD
            + "</p></noscript><noscript><p>Please turn on JavaScript in your browser to read all of this page as"
            + " we made it for you and your friends.</p><p>Without it, the pictures, the letters and the prices of"
            + " fish will not be shown to you, and neither will the tides of the harbour.</p></noscript>";
    PageReading reading =
        new PageReader().read(Pages.html("", article, "").getBytes(UTF_8), null, "text/html");
    assertThat(reading.article().body())
        .isEqualTo(Pages.FIRST + "\n\n" + Pages.SECOND + "\n\n" + Pages.THIRD);
  }

  @Test
  void anAddressOrAPhraseWhereTheAuthorStandsIsNoByline() throws Exception {
    for (String author :
        new String[] {
          "Tarn Lantern GmbH, Lower Tarn, Germany",
          "Copyright The Tarn Post, all rights reserved",
          "The council answers to the fishermen.",
          "Artikel empfehlen"
        }) {
      String head = "<meta name=\"author\" content=\"" + author + "\">";
      PageReading reading =
          new PageReader()
              .read(Pages.html(head, Pages.article(), "").getBytes(UTF_8), null, "text/html");
      assertThat(reading.article().byline()).as(author).isNull();
    }
  }
}

package org.hearsay.page;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.hearsay.page.dates.Dates;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {
  private static final String WHOLE = Pages.FIRST + "\n\n" + Pages.SECOND + "\n\n" + Pages.THIRD;

  private final PageReader reader = new PageReader();

  private PageReading read(String page) throws UnreadablePageException {
    return reader.read(page.getBytes(UTF_8), "https://lantern.example/pier", null);
  }

  @Test
  void plainTextIsTheBodyUntouchedAndItsLinesThatAreNotBlankAreParagraphs() {
    String text = "  One line. \r\n\n\t\nTwo\u00a0lines.";
    PageArticle article = reader.plain(text).article();
    assertThat(article.body()).isEqualTo(text);
    assertThat(article.paragraphs().stream().map(s -> s.of(text)).toList())
        .containsExactly("  One line. ", "Two\u00a0lines.");
    assertThat(article.title()).isNull();
    assertThat(article.notices()).isEmpty();
    assertThat(reader.plain("").article().paragraphs()).isEmpty();
  }

  @Test
  void anHtmlPageGivesItsParagraphsWithoutNavigationCaptionsAndShareBars() throws Exception {
    PageReading reading = read(Pages.html("", Pages.article(), ""));
    assertThat(reading.article().body()).isEqualTo(WHOLE);
    assertThat(reading.article().paragraphs()).hasSize(3);
    assertThat(reading.article().title()).isEqualTo("Council closes the ferry pier");
    assertThat(reading.article().language()).isEqualTo("en");
    assertThat(reading.article().url()).isEqualTo("https://lantern.example/pier");
    assertThat(reading.article().partial()).isEmpty();
  }

  @Test
  void readersCommentsAreKeptApartFromTheBody() throws Exception {
    PageReading reading = read(Pages.html("", Pages.article(), Pages.comments()));
    assertThat(reading.article().body()).isEqualTo(WHOLE);
    assertThat(reading.comments())
        .containsExactly(
            new ReaderComment(
                "Wilm Aster",
                "About time too, the boards were rotten when my grandfather fished there."),
            new ReaderComment("gull22", "And who is going to pay for all that stone, I ask you?"));
  }

  @Test
  void aTitleLeftOpenDoesNotSwallowThePage() throws Exception {
    String page = Pages.html("", Pages.article(), "").replace("</title>", "");
    assertThat(read(page).article().body()).isEqualTo(WHOLE);
  }

  @Test
  void commentsUnderAHeadingInTheArticlesOwnElementAreKeptApart() throws Exception {
    String readers =
        "<h3>Comments</h3><p>About time too, the boards were rotten when I fished there.</p><p>And"
            + " who is going to pay for all that stone, I ask you?</p></div>";
    PageReading reading =
        read(Pages.html("", Pages.article().replaceFirst("</div>$", readers), ""));
    assertThat(reading.article().body()).isEqualTo(WHOLE);
    assertThat(reading.comments()).hasSize(2);
  }

  @Test
  void paragraphsSetWithLineBreaksAreParagraphs() throws Exception {
    PageReading reading =
        read(
            Pages.html(
                "",
                "<div>"
                    + Pages.FIRST
                    + "<br><br>"
                    + Pages.SECOND
                    + "<br/>\n<br/>"
                    + Pages.THIRD
                    + "</div>",
                ""));
    assertThat(reading.article().body()).isEqualTo(WHOLE);
  }

  @Test
  void metadataIsReadFromTheStructuredDataAndTheHead() throws Exception {
    String head =
        "<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":"
            + "\"NewsArticle\",\"headline\":\"Council closes the ferry pier\",\"datePublished\":"
            + "\"2031-06-02T08:30:00+0200\",\"author\":[{\"name\":\"Runa Felt\"}],\"publisher\":"
            + "{\"name\":\"The Tarn Lantern\"}}]}</script><link rel=\"canonical\" href=\"/news/pier\">"
            + "<meta property=\"og:description\" content=\"Stone where there was timber, before the"
            + " autumn fair\">";
    PageArticle article =
        read(Pages.html(
                head,
                "<p class=\"dek\">Stone where there was timber, before the autumn fair</p>"
                    + Pages.article(),
                ""))
            .article();
    assertThat(article.publisher()).isEqualTo("The Tarn Lantern");
    assertThat(article.byline()).isEqualTo("Runa Felt");
    assertThat(article.publishedAt()).isEqualTo(OffsetDateTime.parse("2031-06-02T08:30:00+02:00"));
    assertThat(article.url()).isEqualTo("https://lantern.example/news/pier");
    assertThat(article.dek()).isEqualTo("Stone where there was timber, before the autumn fair");
    assertThat(article.body()).isEqualTo(WHOLE);
    assertThat(article.notices()).isEmpty();
  }

  @Test
  void aLineNamedADekBelowTheHeadlineIsOneThoughTheHeadDoesNotRepeatIt() throws Exception {
    String line = "Stone where there was timber, before the autumn fair";
    for (String named : List.of("class=\"standfirst\"", "class=\"x\" itemprop=\"description\"")) {
      String dek = "<p " + named + ">" + line + "</p>";
      assertThat(read(Pages.html("", dek + Pages.article(), "")).article().dek()).isEqualTo(line);
    }
    // A site's motto stands below the site's name.
    String motto =
        "<h2>The Tarn Lantern</h2><p class=\"tagline\">News of the harbour since the days of sail</p>";
    String page = Pages.html("", Pages.article(), "").replace("<nav>", motto + "<nav>");
    assertThat(read(page).article().dek()).isNull();
  }

  @Test
  void anAuthorWhomTheHeadWritesWithMarkupIsHisName() throws Exception {
    String head = "<meta name=\"author\" content=\"<a href='/felt'>Runa Felt</a>\">";
    PageArticle article = read(Pages.html(head, Pages.article(), "")).article();
    assertThat(article.byline()).isEqualTo("Runa Felt");
    assertThat(article.authors()).containsExactly("Runa Felt");
  }

  @Test
  void aPageThatHasATitleAndNoTextSaysSo() throws Exception {
    String page = "<html><head><title>Wanted at the harbour</title></head><body></body></html>";
    assertThat(read(page).article().partial()).singleElement().asString().startsWith("NO_TEXT: ");
    assertThat(read(Pages.html("", Pages.article(), "")).article().partial()).isEmpty();
  }

  @Test
  void aDescriptionThatThePageDoesNotShowIsNoDek() throws Exception {
    String head =
        "<meta name=\"description\" content=\"All the news of the pier and the harbour\">";
    assertThat(read(Pages.html(head, Pages.article(), "")).article().dek()).isNull();
  }

  @Test
  void aCanonicalLinkToAnotherHostIsANotice() throws Exception {
    String head = "<link rel=\"canonical\" href=\"https://www.tarnpost.example/pier\">";
    assertThat(read(Pages.html(head, Pages.article(), "")).article().notices())
        .singleElement()
        .satisfies(
            n -> {
              assertThat(n.kind()).isEqualTo(NoticeKind.CANONICAL_ELSEWHERE);
              assertThat(n.name()).isEqualTo("tarnpost.example");
              assertThat(n.url()).isEqualTo("https://www.tarnpost.example/pier");
              assertThat(n.evidence()).contains("canonical");
            });
    String own = "<link rel=\"canonical\" href=\"https://www.lantern.example/pier\">";
    assertThat(read(Pages.html(own, Pages.article(), "")).article().notices()).isEmpty();
  }

  @Test
  void aNoticeUnderAnHtmlArticleKeepsItsLink() throws Exception {
    String notice =
        "<p>This article was originally published by <a href=\"https://tarnpost.example/1\">The Tarn"
            + " Post</a>.</p>";
    PageArticle article =
        read(Pages.html("", Pages.article().replaceFirst("</div>$", notice + "</div>"), ""))
            .article();
    assertThat(article.notices())
        .containsExactly(
            new Notice(
                NoticeKind.REPUBLISHED_FROM,
                "The Tarn Post",
                "This article was originally published by The Tarn Post.",
                "https://tarnpost.example/1"));
    assertThat(article.body()).isEqualTo(WHOLE);
  }

  @Test
  void textCopiedFromABrowserGivesTheArticleWithoutThePagesWidgets() throws Exception {
    PageReading reading = read(Pages.copied());
    PageArticle article = reading.article();
    assertThat(article.title()).isEqualTo("Council Closes the Ferry Pier");
    assertThat(article.dek())
        .isEqualTo(
            "The harbour council wants stone where there was timber, and wants it before the fair");
    assertThat(article.publisher()).isEqualTo("LanternNews");
    assertThat(article.body()).isEqualTo(WHOLE);
    assertThat(article.notices())
        .containsExactly(
            new Notice(
                NoticeKind.REPUBLISHED_FROM, "TarnPost", "Originally published on TarnPost", null));
  }

  @Test
  void copiedCommentsAreSplitByNamesByTheFormsWordsAndByWideGaps() throws Exception {
    assertThat(read(Pages.copied()).comments())
        .containsExactly(
            new ReaderComment("Wilm Aster", "About time too, the boards were rotten."),
            new ReaderComment(null, "Who is going to pay for all that stone?\nNot us, I hope."),
            new ReaderComment("Odo von Marl", "You are, my friend."),
            new ReaderComment(null, "I have never used that pier in my life."));
  }

  @Test
  void copiedLinesBrokenAtAFixedWidthAreJoined() throws Exception {
    String wrapped = WHOLE.replaceAll("([^\n]{60,75}) ", "$1\n");
    assertThat(read("Council Closes the Ferry Pier\n\n" + wrapped).article().body())
        .isEqualTo(WHOLE);
  }

  @Test
  void bytesThatAreNoPageAreRefusedWithTheReason() {
    byte[] random = new byte[4000];
    new java.util.Random(7).nextBytes(random);
    assertThatThrownBy(() -> reader.read(random, null, null))
        .isInstanceOf(UnreadablePageException.class);
    assertThatThrownBy(() -> reader.read("%PDF-1.7 x".getBytes(UTF_8), null, null))
        .isInstanceOf(UnreadablePageException.class)
        .hasMessageContaining("PDF");
    assertThatThrownBy(() -> reader.read("words".getBytes(UTF_8), null, "image/png"))
        .isInstanceOf(UnreadablePageException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Lantern</title></channel></rss>",
        "\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>x</loc></url></urlset>",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Lantern</title></feed>"
      })
  void aFeedOrASitemapIsNoPage(String xml) {
    assertThatThrownBy(() -> reader.read(xml.getBytes(UTF_8), null, null))
        .isInstanceOf(UnreadablePageException.class)
        .hasMessageContaining("not a page: an XML document");
  }

  @Test
  void aDeclarationHoweverLongAndWrongDoesNotHideThePage() throws Exception {
    String page =
        "<?xml version=\"1.0\" encoding=\""
            + "lantern, harbour, ".repeat(400)
            + "\"?>\n"
            + Pages.html("", Pages.article(), "").replaceFirst("(?i)<!doctype html>", "");
    assertThat(reader.read(page.getBytes(UTF_8), null, null).article().body()).isEqualTo(WHOLE);
  }

  @Test
  void xhtmlWithAnXmlDeclarationIsAPage() throws Exception {
    String page = "<?xml version=\"1.0\"?>\n" + Pages.html("", Pages.article(), "");
    assertThat(reader.read(page.getBytes(UTF_8), null, null).article().body()).isEqualTo(WHOLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  \n\t ", "<html><body></body></html>", "<p>  </p><script>x</script>"})
  void aPageWithoutTextIsRefusedAsEmpty(String page) {
    assertThatThrownBy(() -> reader.read(page.getBytes(UTF_8), null, "text/html"))
        .isInstanceOf(UnreadablePageException.class)
        .hasMessageContaining("empty page");
  }

  @Test
  void aPageOverTheLimitIsRefusedAtOnce() {
    byte[] page = new byte[20_000_000];
    Arrays.fill(page, (byte) 'a');
    UnreadablePageException refused =
        Assertions.assertTimeout(
            Duration.ofSeconds(2),
            () ->
                catchThrowableOfType(
                    UnreadablePageException.class, () -> reader.read(page, null, null)));
    assertThat(refused).hasMessageContaining("page too large: 20000000 bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<b>",
        "<ul><li>",
        "<table><tr><td>",
        "<span class=comment>",
        "<a href=x>"
      })
  void deepNestingIsReadInBoundedTime(String tag) {
    String page = "<html><body>" + tag.repeat(20_000) + "<p>" + Pages.FIRST + "</p>";
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          try {
            assertThat(reader.read(page.getBytes(UTF_8), null, "text/html").article().body())
                .isIn("", Pages.FIRST);
          } catch (UnreadablePageException e) {
            assertThat(e).hasMessageContaining("empty page");
          }
        });
  }

  @Test
  void aPageOfMoreElementsThanAllowedIsMarkedPartial() throws Exception {
    PageReader small = new PageReader(new PageLimits(1_000_000, 30, 50));
    String page = Pages.html("", Pages.article() + "<p>word</p>".repeat(100), "");
    assertThat(small.read(page.getBytes(UTF_8), null, null).article().partial()).hasSize(1);
  }

  @Test
  void theEncodingIsFoundAsBrowsersFindIt() throws Exception {
    String text = Pages.SECOND + "\n\nThe café’s owner, Zoë Ärlig, agreed with every word of it.";
    Charset windows = Charset.forName("windows-1252");
    String html =
        "<html><head><meta charset=\"iso-8859-1\"></head><body><p>" + text + "</p></body>";
    byte[] wide = ("\uFEFF" + text).getBytes(UTF_16LE);
    for (PageReading reading :
        new PageReading[] {
          reader.read(text.getBytes(UTF_8), null, null),
          reader.read(text.getBytes(windows), null, null),
          reader.read(text.getBytes(windows), null, "text/plain; charset=latin1"),
          reader.read(html.getBytes(windows), null, null),
          reader.read(wide, null, null)
        }) {
      assertThat(reading.article().body()).contains("“We have waited", "café’s owner, Zoë Ärlig");
    }
  }

  @Test
  void encodingsThatNobodyDeclaresAreGuessed() throws Exception {
    String serbian = "Veće luke odlučilo je da zatvori pristanište, rekao je čuvar Đorđe Žižić. ";
    String russian = "Портовый совет решил закрыть старый причал, сообщил смотритель маяка. ";
    String german = "Der Rat beschloß, die alte Brücke für größere Schiffe zu schließen. ";
    assertThat(body(serbian.repeat(4), "windows-1250")).contains("čuvar Đorđe Žižić");
    assertThat(body(russian.repeat(4), "windows-1251")).contains("Портовый совет");
    assertThat(body(german.repeat(4), "windows-1252")).contains("beschloß, die alte Brücke");
    assertThat(body(german.repeat(4), "UTF-16LE")).contains("beschloß, die alte Brücke");
    assertThat(body(german.repeat(4), "UTF-16BE")).contains("beschloß, die alte Brücke");
  }

  private String body(String text, String charset) throws UnreadablePageException {
    return reader.read(text.getBytes(Charset.forName(charset)), null, null).article().body();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2031-06-02|2031-06-02T00:00:00Z",
        "2031-06-02 08:30:00|2031-06-02T08:30:00Z",
        "2031-06-02T08:30:00Z|2031-06-02T08:30:00Z",
        "2031-06-02T08:30:00+0200|2031-06-02T06:30:00Z",
        "20310602|2031-06-02T00:00:00Z"
      })
  void datesAreReadInTheFormsThatPagesUse(String written, String meant) {
    assertThat(Dates.ANYWHERE.instant(written)).isEqualTo(Instant.parse(meant));
  }

  @Test
  void spansLieInTheBody() throws Exception {
    PageArticle article = read(Pages.html("", Pages.article(), "")).article();
    assertThat(article.paragraphs())
        .contains(new Span(0, Pages.FIRST.length()))
        .allMatch(s -> s.end() <= article.body().length());
  }

  private static @Nullable OffsetDateTime datelined(String paragraph, @Nullable String fetched)
      throws UnreadablePageException {
    String page =
        "<html><body><article><h1>Ferry asks for ice</h1><p>"
            + paragraph
            + " Nobody rides it in winter, the harbour office says, and the boat carried cattle"
            + " and a piano last year, which is more than anybody had thought it would.</p></article>"
            + "</body></html>";
    return new PageReader()
        .read(
            page.getBytes(StandardCharsets.UTF_8),
            null,
            "text/html",
            fetched == null ? null : Instant.parse(fetched))
        .article()
        .publishedAt();
  }

  @Test
  void aDatelinesDayIsOfTheLastYearThatItCanBeWhereNothingElseSaysWhen() throws Exception {
    String wire = "PRISTINA, Jan 12 (Meridian Wire) - The ferry has asked for ice.";
    OffsetDateTime day = OffsetDateTime.parse("2026-01-12T00:00Z");
    assertThat(datelined(wire, "2026-01-12T09:00:00Z")).isEqualTo(day);
    assertThat(datelined(wire, "2026-12-31T09:00:00Z")).isEqualTo(day);
    assertThat(datelined(wire, "2027-01-11T09:00:00Z"))
        .as("tomorrow where it was read")
        .isEqualTo(day.plusYears(1));
    assertThat(datelined(wire, "2027-01-10T09:00:00Z")).isEqualTo(day);
    assertThat(datelined(wire, null)).isNull();
    assertThat(
            datelined("NEW LANTA, Norfield, 12 January — The ferry asked.", "2026-02-01T00:00:00Z"))
        .isEqualTo(day);
    assertThat(datelined("Pristina, Jan 12 people left.", "2026-02-01T00:00:00Z")).isNull();
    assertThat(datelined("NATO, June 31 - nobody knows.", "2026-08-01T00:00:00Z")).isNull();
  }

  @Test
  void aTextPageWithoutDateIsOfTheDayInItsAddress() throws Exception {
    byte[] page =
        "The ferry\n\nPRISTINA, Jan 9 (Meridian Wire) - The ferry has asked for ice.\n"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(
            new PageReader()
                .read(page, "https://wire.example/2026/01/12/ferry", "text/plain", Instant.now())
                .article()
                .publishedAt())
        .isEqualTo(OffsetDateTime.parse("2026-01-12T00:00Z"));
  }
}

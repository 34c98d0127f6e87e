package org.hearsay.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that are made to cost much: they are read, or refused with a reason, in bounded time. */
class HostilePagesTest {
  private static final String TEXT = "<html><body><p>" + Pages.FIRST + "</p>";
  private static final int BYTES = 1_500_000;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final PageReader reader = new PageReader();

  private void isReadOrRefused(String page, String type) {
    byte[] bytes = page.getBytes(UTF_8);
    assertTimeoutPreemptively(
        LONGEST,
        () -> {
          try {
            PageReading reading = reader.read(bytes, "https://lantern.example/", type);
            assertThat(reading.article().body().length()).isLessThanOrEqualTo(bytes.length);
          } catch (UnreadablePageException e) {
            assertThat(e).hasMessageMatching("(?s).+: .+");
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "&",
        "&#x",
        "<a href=x ",
        "<div>",
        "<b>x",
        "<a>x",
        "<table><tr><td>",
        "<table><td><table>",
        "<p><font><b><i>",
        "<form><select><option>",
        "<br>",
        "<p>x",
        "<p>Posted by Ann on 3 May 2031 at 10:00",
        "<p>1. text<p>2. (12/19/2031 16:36)",
        "<h2>3 comments</h2><p>The council voted on Monday to close the pier.</p>",
        "<li class=comment><cite>Bob</cite><p>I do not agree at all.</p>",
        "<!-- -- >",
        "<script>",
        "<style>",
        "<title>",
        "<svg><title>",
        "<template>",
        "<noscript><p>x",
        "<frameset><frame>",
        "<time datetime=2031-01-01>x</time>",
        "<span class=author><a>By Bob</a></span>",
        "<meta name=author content=x>",
        "<script type=application/ld+json>{\"@type\":\"WebPage\",\"@graph\":[{}]}</script>",
        "<div style='display:none'>",
        "This article was originally published. ",
        "(This article (",
        "By Anna Of The ",
        "\u200b"
      })
  void piecesOfMarkupWithoutEnd(String piece) {
    isReadOrRefused(TEXT + piece.repeat(BYTES / piece.length()), "text/html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Reply\n",
        "\n",
        "word ",
        "-- -- ",
        "http://",
        "Anna Bell\n3 hours ago\nI do not agree at all with it.\n\n",
        "#1 Anna\n12/19/2031 16:36\ntext\n",
        "The harbour council of Lower Tarn voted on Monday to close it and\n"
      })
  void linesWithoutEnd(String piece) {
    isReadOrRefused("x" + piece.repeat(BYTES / piece.length()), "text/plain");
  }

  @Test
  void aMillionAttributesOnOneElementAndAsManyClasses() {
    StringBuilder page = new StringBuilder(TEXT + "<div ");
    for (int i = 0; i < 1_000_000 && page.length() < 4_900_000; i++) {
      page.append('a').append(Integer.toString(i, 36)).append(' ');
    }
    isReadOrRefused(page + ">x</div>", "text/html");
    isReadOrRefused(TEXT + "<div class='" + "comment ".repeat(500_000) + "'>x</div>", "text/html");
  }

  @Test
  void structuredDataNestedWithoutEndIsLeftOut() throws Exception {
    String data = "<script type=\"application/ld+json\">" + "[".repeat(1_000_000) + "</script>";
    PageReading reading = reader.read((data + TEXT).getBytes(UTF_8), null, "text/html");
    assertThat(reading.article().body()).isEqualTo(Pages.FIRST);
  }

  @Test
  void aNumberedThreadOfManyThousandCommentsCostsNoSquare() {
    StringBuilder page = new StringBuilder(TEXT);
    for (int i = 0; i < 9_000; i++) {
      page.append("<p>").append(i).append(". I do not agree.</p><p>Ann (06/02/2031 16:36)</p>");
    }
    PageReading reading =
        assertTimeoutPreemptively(
            LONGEST, () -> reader.read(page.toString().getBytes(UTF_8), null, "text/html"));
    assertThat(reading.comments()).hasSize(9_000);
  }

  @Test
  void tablesInTablesWithoutEndAreReadUpToTheLimit() throws Exception {
    String page = TEXT + "<table><tr><td>".repeat(300_000);
    PageArticle article = reader.read(page.getBytes(UTF_8), null, "text/html").article();
    assertThat(article.body()).isEqualTo(Pages.FIRST);
    assertThat(article.partial()).singleElement().asString().contains("tables more than 256 deep");
  }

  @Test
  void tagsInAScriptAreNoElements() throws Exception {
    PageReader small = new PageReader(new PageLimits(1_000_000, 60, 50));
    String page = Pages.html("<script>'" + "<b>".repeat(500) + "'</script>", Pages.article(), "");
    PageArticle article = small.read(page.getBytes(UTF_8), null, null).article();
    assertThat(article.partial()).isEmpty();
    assertThat(article.body()).contains(Pages.THIRD);
  }

  private static final String[] SOUP = {
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    "<table>",
    "<td>",
    "</table>",
    "<b>",
    "</i>",
    "<br>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<ul><li class=comment>",
    "</ul>",
    "<h1>",
    "<h2>3 comments</h2>",
    "<a href='",
    "'>",
    "<title>",
    "</title>",
    "<time datetime=",
    "<select><option>",
    "<svg>",
    "</svg>",
    "<style>",
    "</style>",
    "<template>",
    "&amp;",
    "&#0;",
    "\u0000",
    "\uD800",
    "1. text",
    "Posted by Ann",
    "3 June 2031 at 10:00",
    "Reply",
    "By Ottokar Venn",
    "(Reuters) - ",
    Pages.FIRST,
    Pages.SECOND,
    "Originally published on TarnPost",
    "<body onload=",
    "<html>",
    "<noscript>"
  };

  @Property(tries = 300)
  void anySoupOfTagsIsReadOrRefused(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder page = new StringBuilder();
    for (int i = random.nextInt(400); i >= 0; i--) {
      page.append(SOUP[random.nextInt(SOUP.length)]).append(random.nextInt(3) == 0 ? " " : "");
    }
    isReadOrRefused(page.toString(), random.nextInt(4) == 0 ? "text/plain" : "text/html");
  }
}

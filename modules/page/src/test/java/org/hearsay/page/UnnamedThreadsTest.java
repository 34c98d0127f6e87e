package org.hearsay.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Threads whose markup has no class and no id, as old and as generated pages write them. */
class UnnamedThreadsTest {
  private static final List<String> TEXTS =
      List.of(
          "About time too, the boards were rotten when my grandfather fished there with his brothers.",
          "And who is going to pay for all that stone, I ask you? Not the council, that is for sure!!",
          "I walked over it every day for thirty years and never once fell into the water, so there.",
          "lol the mayor just wants his own statue on top of it. typical");
  private static final List<String> NAMES =
      List.of("Wilm Aster", "gull22", "Odo von Marl", "Petra");
  private static final List<String> TIMES =
      List.of(
          "June 2, 2031 at 10:14 am",
          "June 2, 2031 at 11:50 am",
          "June 3, 2031 at 9:02 pm",
          "June 4, 2031 at 1:30 am");
  private static final String FOURTH =
      "Fishermen will land their catch at the mill basin until then, where the fees have been halved"
          + " for the season, a spokeswoman of the harbour office said.";

  private final PageReader reader = new PageReader();

  private PageReading read(String rest) throws UnreadablePageException {
    String article =
        "<div><p>"
            + String.join("</p><p>", Pages.FIRST, Pages.SECOND, Pages.THIRD, FOURTH)
            + "</p></div>";
    return reader.read(
        Pages.html("", article, rest).getBytes(UTF_8), "https://lantern.example/pier", null);
  }

  private static String each(IntFunction<String> comment) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < TEXTS.size(); i++) {
      out.append(comment.apply(i));
    }
    return out.toString();
  }

  private static Arguments thread(String name, String markup) {
    return Arguments.of(name, markup);
  }

  static List<Arguments> threads() {
    return List.of(
        thread(
            "names alone below the texts, in boxes",
            "<h3>What you think</h3><div>"
                + each(i -> "<div><p>" + TEXTS.get(i) + "</p><div>" + NAMES.get(i) + "</div></div>")
                + "</div>"),
        thread(
            "names alone below the texts",
            "<h3>4 Comments</h3>"
                + each(i -> "<p>" + TEXTS.get(i) + "</p><p>" + NAMES.get(i) + "</p>")),
        thread(
            "names alone above the texts",
            "<h3>4 Comments</h3>"
                + each(i -> "<p><b>" + NAMES.get(i) + "</b></p><p>" + TEXTS.get(i) + "</p>")),
        thread(
            "a bold name and a colon",
            "<h4>Your comments</h4>"
                + each(i -> "<p><b>" + NAMES.get(i) + ":</b> " + TEXTS.get(i) + "</p><hr>")),
        thread(
            "rows of a table",
            "<table><tr><td colspan=2>Readers' comments</td></tr>"
                + each(
                    i ->
                        "<tr><td>"
                            + NAMES.get(i)
                            + "<br>"
                            + TIMES.get(i)
                            + "</td><td>"
                            + TEXTS.get(i)
                            + "</td></tr>")
                + "</table>"),
        thread(
            "who posted below the texts",
            "<h4>Comments</h4>"
                + each(
                    i ->
                        "<p>"
                            + TEXTS.get(i)
                            + "</p><p>Posted by "
                            + NAMES.get(i)
                            + " on "
                            + TIMES.get(i)
                            + "</p>")),
        thread(
            "a board without names: the clock above the number",
            "<div>"
                + each(
                    i ->
                        "<table><tr><td>0"
                            + (i + 2)
                            + "-06-2031, 10:1"
                            + i
                            + " AM</td><td>#"
                            + (i + 1)
                            + "</td></tr><tr><td>"
                            + NAMES.get(i)
                            + "<br>Senior Member<br>Join Date: May 2029<br>Posts: 1,204</td><td>"
                            + TEXTS.get(i)
                            + "</td></tr></table>")
                + "</div>"),
        thread(
            "boxes of generated names: who and when side by side",
            "<section><h2>4 comments</h2>"
                + each(
                    i ->
                        "<div class='c"
                            + i
                            + "x'><div class=h1a><span>"
                            + NAMES.get(i)
                            + "</span><span>"
                            + (i + 1)
                            + "d ago</span></div><div><span>"
                            + TEXTS.get(i)
                            + "</span></div><div><button>Like</button><button>Reply</button></div></div>")
                + "</section>"),
        thread(
            "no heading, but what readers can do under each",
            "<div>"
                + each(
                    i ->
                        "<div><div>"
                            + NAMES.get(i)
                            + "</div><div>"
                            + TIMES.get(i)
                            + "</div><p>"
                            + TEXTS.get(i)
                            + "</p><a href=#>Reply</a> <a href=#>Report abuse</a></div>")
                + "</div>"),
        thread(
            "a guest book in German",
            "<h3>Gästebuch</h3>"
                + each(
                    i ->
                        "<table><tr><td>Eintrag "
                            + (4 - i)
                            + " von "
                            + NAMES.get(i)
                            + " am 0"
                            + (i + 2)
                            + ".06.2031 um 10:1"
                            + i
                            + " Uhr</td></tr><tr><td>"
                            + TEXTS.get(i)
                            + "</td></tr></table>")),
        thread(
            "in Serbian, names above times",
            "<h3>Komentari (4)</h3>"
                + each(
                    i ->
                        "<div><p>"
                            + NAMES.get(i)
                            + "</p><p>"
                            + (i + 2)
                            + ". jun 2031. | 10:1"
                            + i
                            + "</p><p>"
                            + TEXTS.get(i)
                            + "</p><p>Odgovori</p><p>Preporuka: "
                            + i
                            + "</p></div>")),
        thread(
            "in Spanish",
            "<h3>4 comentarios</h3><ul>"
                + each(
                    i ->
                        "<li><strong>"
                            + NAMES.get(i)
                            + "</strong> dijo el "
                            + (i + 2)
                            + " de junio de 2031 a las 10:1"
                            + i
                            + "<p>"
                            + TEXTS.get(i)
                            + "</p><a href=#>Responder</a></li>")
                + "</ul>"),
        thread(
            "in French",
            "<h3>Réactions</h3>"
                + each(
                    i ->
                        "<div><p>Posté par "
                            + NAMES.get(i)
                            + " le "
                            + (i + 2)
                            + " juin 2031 à 10h1"
                            + i
                            + "</p><p>"
                            + TEXTS.get(i)
                            + "</p></div>")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("threads")
  void readersTextsAndNamesAreToldApartAndNoneIsTheArticles(String name, String markup)
      throws Exception {
    PageReading reading = read(markup);
    assertThat(reading.article().body())
        .contains(Pages.FIRST, Pages.THIRD, FOURTH)
        .doesNotContain("grandfather", "who is going to pay", "thirty years", "statue");
    assertThat(reading.comments()).extracting(ReaderComment::text).containsExactlyElementsOf(TEXTS);
    assertThat(reading.comments())
        .extracting(ReaderComment::author)
        .containsExactlyElementsOf(NAMES);
  }

  @Test
  void whoPostedTheLastCommentDidNotWriteTheArticle() throws Exception {
    PageArticle article =
        read("<h4>Comments</h4>"
                + each(
                    i ->
                        "<p>"
                            + TEXTS.get(i)
                            + "</p><p>Posted by "
                            + NAMES.get(i)
                            + " on "
                            + TIMES.get(i)
                            + "</p>"))
            .article();
    assertThat(article.byline()).isNull();
    assertThat(article.publishedAt()).isNull();
  }

  @Test
  void whatStandsBelowTheFormIsNoComment() throws Exception {
    PageReading reading =
        read(
            "<h4>What you think</h4>"
                + each(i -> "<p>" + TEXTS.get(i) + "</p><p>" + NAMES.get(i) + "</p>")
                + "<h4>Have your say about this article</h4><p>Please keep to the harbour.</p>"
                + "<h4>Our journalists</h4><p>Ottokar Bluhm writes about fish and knows everyone.</p>");
    assertThat(reading.comments()).extracting(ReaderComment::text).containsExactlyElementsOf(TEXTS);
  }

  @Test
  void copiedTextsWithALineEachThatSaysWhoAndWhenAreReaders() throws Exception {
    StringBuilder page = new StringBuilder("Council closes the ferry pier\n\n");
    for (String paragraph : List.of(Pages.FIRST, Pages.SECOND, Pages.THIRD, FOURTH)) {
      page.append(paragraph).append("\n\n");
    }
    page.append("Comments\n\n");
    page.append(
        each(i -> TEXTS.get(i) + "\n\nPosted by: " + NAMES.get(i) + " | " + TIMES.get(i) + "\n\n"));
    PageReading reading = reader.read(page.toString().getBytes(UTF_8), null, "text/plain");
    assertThat(reading.article().body())
        .contains(Pages.FIRST, FOURTH)
        .doesNotContain("grandfather", "who is going to pay", "thirty years", "statue");
    assertThat(reading.comments().stream().map(ReaderComment::text).toList().toString())
        .contains(TEXTS);
  }

  @Test
  void theLastCopiedCommentIsKeptWithWhatStandsUnderIt() throws Exception {
    String page =
        "Home\nNews\nSport\n\n"
            + String.join(
                "\n\n",
                "Council closes the ferry pier",
                "By Anna Hohenfels\nJune 2, 2031",
                Pages.FIRST,
                Pages.SECOND,
                Pages.THIRD)
            + "\n\n2 Comments\n\nWilm Aster\n2 hours ago\n"
            + TEXTS.get(0)
            + "\nReply\n\ngull22\n1 hour ago\nAnd who is going to pay for all that stone?\nReply\n";
    assertThat(reader.read(page.getBytes(UTF_8), null, "text/plain").comments())
        .extracting(ReaderComment::author)
        .containsExactly("Wilm Aster", "gull22");
  }
}

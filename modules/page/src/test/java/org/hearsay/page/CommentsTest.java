package org.hearsay.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommentsTest {
  private static final String ONE =
      "About time too, the boards were rotten when my grandfather fished there with his brothers.";
  private static final String TWO =
      "And who is going to pay for all that stone, I ask you? Not the council, that is for sure.";
  private static final String THREE =
      "I walked over it every day for thirty years and never once fell into the water, so there.";

  private final PageReader reader = new PageReader();

  private PageReading read(String rest) throws UnreadablePageException {
    String page = Pages.html("", Pages.article(), rest);
    return reader.read(page.getBytes(UTF_8), "https://lantern.example/pier", null);
  }

  private static List<String> texts(PageReading reading) {
    return reading.comments().stream().map(ReaderComment::text).toList();
  }

  @Test
  void wordPressCommentsKeepTheirAuthorsTimesAndWhomTheyAnswer() throws Exception {
    PageReading reading =
        read(
            "<div id=\"comments\" class=\"comments-area\"><h2>3 thoughts on “Council closes the"
                + " ferry pier”</h2><ol class=\"comment-list\">"
                + wordPress(
                    "Wilm Aster",
                    "2031-06-02T10:00:00+02:00",
                    ONE,
                    wordPress("gull22", "2031-06-02T11:30:00+02:00", TWO, ""))
                + wordPress("Odo von Marl", "2031-06-03T07:00:00+02:00", THREE, "")
                + "</ol><div id=\"respond\"><h3>Leave a Reply</h3><p>Your email address will not be"
                + " published. Required fields are marked *</p></div></div>");
    assertThat(reading.article().body()).doesNotContain("grandfather");
    assertThat(reading.comments())
        .containsExactly(
            new ReaderComment("Wilm Aster", ONE, Instant.parse("2031-06-02T08:00:00Z"), null),
            new ReaderComment("gull22", TWO, Instant.parse("2031-06-02T09:30:00Z"), 0),
            new ReaderComment("Odo von Marl", THREE, Instant.parse("2031-06-03T05:00:00Z"), null));
  }

  private static String wordPress(String author, String time, String text, String replies) {
    return "<li class=\"comment even depth-1\"><article class=\"comment-body\"><footer"
        + " class=\"comment-meta\"><div class=\"comment-author vcard\"><b class=\"fn\">"
        + author
        + "</b> <span class=\"says\">says:</span></div><div class=\"comment-metadata\"><a"
        + " href=\"#c\"><time datetime=\""
        + time
        + "\">June 2, 2031</time></a></div></footer><div class=\"comment-content\"><p>"
        + text
        + "</p></div><div class=\"reply\"><a href=\"#r\">Reply</a></div></article>"
        + (replies.isEmpty() ? "" : "<ol class=\"children\">" + replies + "</ol>")
        + "</li>";
  }

  @Test
  void commentsUnderAHeadingWithoutAnyNamesAreKeptApart() throws Exception {
    PageReading reading =
        read(
            "<div><h3>3 Responses to this story</h3><table><tr><td>"
                + ONE
                + "<br>Posted by Wilm Aster on June 2, 2031 at 10:00</td></tr><tr><td>"
                + TWO
                + "<br>Posted by gull22 on June 2, 2031 at 11:30</td></tr><tr><td>"
                + THREE
                + "<br>Posted by Odo on June 3, 2031 at 07:00</td></tr></table></div>");
    assertThat(reading.article().body()).contains(Pages.THIRD).doesNotContain("grandfather");
    assertThat(String.join(" ", texts(reading)))
        .contains("grandfather", "stone, I ask", "thirty years");
  }

  @Test
  void theWordsOfACommentFormAreNoComment() throws Exception {
    PageReading reading =
        read(
            "<div id=\"comments\"><h3>Comments</h3><p>Comments are closed.</p><p>Be the first to"
                + " comment on this story.</p><p>You must be logged in to post a comment.</p></div>");
    assertThat(reading.comments()).isEmpty();
  }

  @Test
  void anEmbedThatIsNotInThePageYieldsNoComment() throws Exception {
    PageReading reading =
        read(
            "<div id=\"disqus_thread\"></div><noscript>Please enable JavaScript to view the comments"
                + " powered by Disqus.</noscript>");
    assertThat(reading.comments()).isEmpty();
  }
}

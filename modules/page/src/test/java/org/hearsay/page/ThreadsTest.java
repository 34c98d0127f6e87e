package org.hearsay.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Threads as the common comment systems mark them up, and as pages without any names do. */
class ThreadsTest {
  private static final String ONE =
      "About time too, the boards were rotten when my grandfather fished there with his brothers.";
  private static final String TWO =
      "And who is going to pay for all that stone, I ask you? Not the council, that is for sure!!";
  private static final String THREE =
      "I walked over it every day for thirty years and never once fell into the water, so there.";

  private final PageReader reader = new PageReader();

  private PageReading read(String article, String rest) throws UnreadablePageException {
    String page = Pages.html("", article, rest);
    return reader.read(page.getBytes(UTF_8), "https://lantern.example/pier", null);
  }

  private static void hasTheThread(PageReading reading) {
    assertThat(reading.article().body())
        .contains(Pages.FIRST, Pages.THIRD)
        .doesNotContain("grandfather", "who is going to pay", "thirty years");
    List<ReaderComment> comments = reading.comments();
    assertThat(comments).extracting(ReaderComment::text).containsExactly(ONE, TWO, THREE);
    assertThat(comments)
        .extracting(ReaderComment::author)
        .containsExactly("Wilm Aster", "gull22", "Odo von Marl");
  }

  @Test
  void wpDiscuz() throws Exception {
    hasTheThread(
        read(
            Pages.article(),
            "<div id=\"wpdcom\" class=\"wpdiscuz_unauth wpd-default\"><div class=\"wpd-form-wrap\">"
                + "<div class=\"wpd-form-head\">Subscribe</div><div class=\"wpd-form\">Notify of"
                + "</div></div><div class=\"wpd-thread-head\"><div class=\"wpd-thread-info\">3"
                + " Comments</div><div class=\"wpd-thread-filter\">Newest Most Voted</div></div>"
                + "<div class=\"wpd-thread-list\">"
                + wpDiscuz(1, "Wilm Aster", ONE)
                + wpDiscuz(2, "gull22", TWO)
                + wpDiscuz(3, "Odo von Marl", THREE)
                + "</div></div>"));
  }

  private static String wpDiscuz(int id, String author, String text) {
    return "<div id=\"wpd-comm-"
        + id
        + "_0\" class=\"comment even thread-even depth-1 wpd-comment wpd_comment_level-1\"><div"
        + " class=\"wpd-comment-wrap wpd-blog-guest\"><div class=\"wpd-comment-right\"><div"
        + " class=\"wpd-comment-header\"><div class=\"wpd-comment-author\">"
        + author
        + "</div><div class=\"wpd-comment-date\" title=\"June 2, 2031 10:00\">3 hours ago</div></div>"
        + "<div class=\"wpd-comment-text\"><p>"
        + text
        + "</p></div><div class=\"wpd-comment-footer\"><div class=\"wpd-vote\">0</div><div"
        + " class=\"wpd-reply-button\">Reply</div></div></div></div></div>";
  }

  @Test
  void coral() throws Exception {
    hasTheThread(
        read(
            Pages.article(),
            "<div id=\"coral_thread\" class=\"coral coral-stream\"><div class=\"coral"
                + " coral-tabBar\">All comments 3</div><section class=\"coral"
                + " coral-comments\">"
                + coral("Wilm Aster", ONE)
                + coral("gull22", TWO)
                + coral("Odo von Marl", THREE)
                + "</section></div>"));
  }

  private static String coral(String author, String text) {
    return "<article class=\"coral coral-comment coral-comment-collapse\"><div class=\"coral"
        + " coral-comment-username coral-username\">"
        + author
        + "</div><time class=\"coral coral-comment-timestamp\""
        + " datetime=\"2031-06-02T10:00:00.000Z\">3 hours ago</time><div class=\"coral"
        + " coral-content coral-comment-content\"><div>"
        + text
        + "</div></div><div class=\"coral coral-comment-actionBar\"><button>Respect</button>"
        + "<button>Reply</button><button>Report</button></div></article>";
  }

  @Test
  void aBoardsPostsUnderAnArticle() throws Exception {
    PageReading reading =
        read(
            Pages.article(),
            "<div id=\"posts\"><h3>Replies</h3>"
                + post("Wilm Aster", ONE)
                + post("gull22", TWO)
                + post("Odo von Marl", THREE)
                + "</div>");
    assertThat(reading.article().body())
        .contains(Pages.FIRST, Pages.THIRD)
        .doesNotContain("grandfather", "who is going to pay", "thirty years");
    assertThat(reading.comments())
        .extracting(ReaderComment::text)
        .anyMatch(text -> text.contains("grandfather"))
        .anyMatch(text -> text.contains("who is going to pay"))
        .anyMatch(text -> text.contains("thirty years"));
  }

  /** As vBulletin 3 sets a post: a table each, with the member's card and the message. */
  private static String post(String author, String text) {
    return "<table class=\"tborder\"><tr><td class=\"thead\">2nd June 2031, 10:00 AM</td></tr><tr><td"
        + " class=\"alt2\"><a class=\"bigusername\" href=\"#m\">"
        + author
        + "</a><div class=\"smallfont\">Senior Member</div><div class=\"smallfont\">Posts: 212</div>"
        + "</td></tr><tr><td class=\"alt1\"><div class=\"postbody\">"
        + text
        + "</div><div class=\"smallfont\"><a href=\"#q\">Reply With Quote</a></div></td></tr></table>";
  }

  @Test
  void aGuestBookOfTablesWithoutAnyNames() throws Exception {
    PageReading reading =
        read(
            Pages.article(),
            "<p><b>Guestbook</b></p>"
                + entry("Wilm Aster", "02.06.2031 10:00", ONE)
                + entry("gull22", "02.06.2031 11:30", TWO)
                + entry("Odo von Marl", "03.06.2031 07:00", THREE));
    assertThat(reading.article().body())
        .contains(Pages.FIRST, Pages.THIRD)
        .doesNotContain("grandfather", "who is going to pay", "thirty years");
  }

  private static String entry(String author, String time, String text) {
    return "<table width=\"90%\"><tr><td><b>Name:</b> "
        + author
        + "</td><td>"
        + time
        + "</td></tr><tr><td colspan=\"2\">"
        + text
        + "</td></tr></table><hr>";
  }

  @Test
  void aThreadThatSaysNothingInClassOrId() throws Exception {
    PageReading reading =
        read(
            Pages.article(),
            "<div>3 comments</div><div>"
                + unnamed("Wilm Aster", "2 June 2031 10:00", ONE)
                + unnamed("gull22", "2 June 2031 11:30", TWO)
                + unnamed("Odo von Marl", "3 June 2031 07:00", THREE)
                + "</div>");
    assertThat(reading.article().body())
        .contains(Pages.FIRST, Pages.THIRD)
        .doesNotContain("grandfather", "who is going to pay", "thirty years");
    assertThat(reading.comments()).extracting(ReaderComment::text).containsExactly(ONE, TWO, THREE);
  }

  private static String unnamed(String author, String time, String text) {
    return "<div><div><b>"
        + author
        + "</b> | "
        + time
        + "</div><div>"
        + text
        + "</div><div>Reply</div></div>";
  }

  @Test
  void copiedThreadsWithTimesAndRepliesUnderEachComment() throws Exception {
    String page =
        String.join(
            "\n",
            "The Tarn Lantern",
            "Home",
            "Fish prices",
            "Council Closes the Ferry Pier",
            "By Ottokar Venn",
            "2 June 2031",
            "",
            Pages.FIRST,
            "",
            Pages.SECOND,
            "",
            Pages.THIRD,
            "",
            "Share",
            "3 comments",
            "",
            "Wilm Aster",
            "3 hours ago",
            ONE,
            "Reply",
            "Report",
            "",
            "gull22",
            "2 hours ago",
            TWO,
            "Reply",
            "Report",
            "",
            "Odo von Marl",
            "1 hour ago",
            THREE,
            "Reply",
            "Report",
            "",
            "About us",
            "Copyright The Tarn Lantern. All rights reserved.");
    PageReading reading = reader.read(page.getBytes(UTF_8), null, "text/plain; charset=utf-8");
    assertThat(reading.article().body())
        .isEqualTo(Pages.FIRST + "\n\n" + Pages.SECOND + "\n\n" + Pages.THIRD);
    hasTheThread(reading);
  }

  @Test
  void aNumberedThreadWhoseCommentsAreOneLineEach() throws Exception {
    PageReading reading =
        read(
            Pages.article(),
            "<div>"
                + numbered(4, "Nobody asked us", "Wilm Aster - Upper Tarn")
                + numbered(3, "So who is going to pay for it?", "gull22 - Lower Tarn")
                + numbered(2, "About time.", "Odo von Marl")
                + numbered(1, "First!", "Wilm Aster - Upper Tarn")
                + "</div>");
    assertThat(reading.comments())
        .extracting(ReaderComment::text)
        .containsExactly(
            "Nobody asked us", "So who is going to pay for it?", "About time.", "First!");
    assertThat(reading.comments())
        .extracting(ReaderComment::author)
        .containsExactly("Wilm Aster", "gull22", "Odo von Marl", "Wilm Aster");
    assertThat(reading.article().body()).doesNotContain("going to pay");
  }

  private static String numbered(int number, String text, String author) {
    return "<p>"
        + number
        + ". "
        + text
        + "</p><p>"
        + author
        + " (06/02/2031 1"
        + number
        + ":05)</p>";
  }

  @Test
  void aNumberedThreadThatWasCopied() throws Exception {
    StringBuilder page = new StringBuilder(Pages.copied().split("Notify of", 2)[0]);
    String[] texts = {"First!", ONE, TWO, THREE};
    for (int i = 0; i < texts.length; i++) {
      page.append(
          "#" + (i + 1) + " gull" + i + "\n2 June 2031, 10:0" + i + "\n" + texts[i] + "\n\n");
    }
    PageReading reading = reader.read(page.toString().getBytes(UTF_8), null, "text/plain");
    assertThat(reading.comments()).extracting(ReaderComment::text).containsExactly(texts);
    assertThat(reading.comments())
        .extracting(ReaderComment::author)
        .containsExactly("gull0", "gull1", "gull2", "gull3");
    assertThat(reading.article().body()).contains(Pages.THIRD).doesNotContain("gull");
  }

  @Test
  void aNumberedListWithoutTimesIsNoThread() throws Exception {
    PageReading reading =
        read(
            Pages.article()
                + "<p>1. The pier is closed on Monday.</p><p>2. The boats are moved to the quay.</p>"
                + "<p>3. The stone is laid by divers.</p><p>4. The fair is held on the new pier.</p>",
            "");
    assertThat(reading.comments()).isEmpty();
    assertThat(reading.article().body()).contains("3. The stone is laid by divers.");
  }

  @Test
  void reviewsInAShopsWidgetAreReaders() throws Exception {
    PageReading reading =
        read(
            Pages.article(),
            "<div class=\"jdgm-widget jdgm-review-widget\"><div class=\"jdgm-rev-widg\"><div"
                + " class=\"jdgm-rev-widg__reviews\">"
                + review("Wilm Aster", ONE)
                + review("gull22", TWO)
                + review("Odo von Marl", THREE)
                + "</div></div></div>");
    hasTheThread(reading);
  }

  private static String review(String author, String text) {
    return "<div class=\"jdgm-rev jdgm-divider-top\"><div class=\"jdgm-rev__header\"><span"
        + " class=\"jdgm-rev__author\">"
        + author
        + "</span></div><div class=\"jdgm-rev__content\"><div class=\"jdgm-rev__body\"><p>"
        + text
        + "</p></div></div></div>";
  }

  @Test
  void shortCommentsInElementsThatSayWhoAndWhenAreKept() throws Exception {
    PageReading reading =
        read(
            Pages.article(),
            "<div id=\"comments\"><ol class=\"commentlist\"><li class=\"comment\"><div"
                + " class=\"comment-author\">gull22</div><div class=\"comment-meta\"><a href=\"#1\">2 June"
                + " 2031 at 10:00</a></div><p>Nice pier</p></li></ol></div>");
    assertThat(reading.comments()).extracting(ReaderComment::text).containsExactly("Nice pier");
    assertThat(reading.comments()).extracting(ReaderComment::author).containsExactly("gull22");
  }

  @Test
  void whoWroteStandsBelowEachTextInAnElementOfItsOwn() throws Exception {
    StringBuilder thread = new StringBuilder("<div class=\"comments\">");
    String[] authors = {"Wilm Aster", "gull22", "Odo von Marl"};
    String[] texts = {ONE, TWO, THREE};
    for (int i = 0; i < 3; i++) {
      thread.append(
          "<div class=\"commentBody\">" + texts[i] + "</div><div class=\"commentFooter\">");
      thread.append("<div>" + authors[i] + " | Jun 02 2031 07:5" + i + " PM</div></div>");
    }
    hasTheThread(read(Pages.article(), thread + "</div>"));
  }
}

package org.hearsay.page;

/** Invented pages of invented outlets. */
final class Pages {
  static final String FIRST =
      "The harbour council of Lower Tarn voted on Monday to close the old ferry pier, saying that its"
          + " timbers, laid in the days of sail, could no longer bear the weight of the crowds.";
  static final String SECOND =
      "“We have waited eleven years for this repair, and we shall not wait for a twelfth,” said Ottilie"
          + " Brandrow, who leads the council, after the vote.";
  static final String THIRD =
      "The pier, which carries some four hundred passengers a day, will be rebuilt in stone by the next"
          + " autumn fair, according to the plan that the council published.";

  private Pages() {}

  static String html(String head, String article, String rest) {
    return "<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\">"
        + "<title>Council closes the ferry pier | The Tarn Lantern</title>"
        + head
        + "</head><body><nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/fish\">Fish prices"
        + "</a></li></ul></nav><div class=\"page\"><h1>Council closes the ferry pier</h1>"
        + article
        + "</div>"
        + rest
        + "<footer>Copyright The Tarn Lantern. We use cookies on this site.</footer></body></html>";
  }

  static String article() {
    return "<div class=\"article-body\"><p>"
        + FIRST
        + "</p><div class=\"share\">Share this</div><figure><img src=\"pier.jpg\"><figcaption>The pier,"
        + " seen from the lighthouse, on a calm and sunny day in June.</figcaption></figure><p>"
        + SECOND
        + "</p><p>"
        + THIRD
        + "</p></div>";
  }

  static String comments() {
    return "<div id=\"comments\"><h3>2 Comments</h3><ol class=\"commentlist\"><li class=\"comment\">"
        + "<cite class=\"fn\">Wilm Aster</cite><p>About time too, the boards were rotten when my"
        + " grandfather fished there.</p><a href=\"#\">Reply</a></li><li class=\"comment\"><cite"
        + " class=\"fn\">gull22</cite><p>And who is going to pay for all that stone, I ask you?</p>"
        + "</li></ol></div>";
  }

  static String copied() {
    return String.join(
        "\n",
        "500 $",
        "JUNE 2031",
        "",
        "Council Closes the Ferry Pier",
        "",
        "Support LanternNews",
        "",
        "Council Closes the Ferry Pier",
        "",
        "Illustrative Image",
        "",
        "The harbour council wants stone where there was timber, and wants it before the fair",
        "",
        "Originally published on TarnPost",
        "",
        FIRST,
        "",
        SECOND,
        "",
        THIRD,
        "",
        "",
        "Support LanternNews",
        "",
        "",
        "Notify of",
        "Newest Most Voted",
        "Inline Feedbacks",
        "View all comments",
        "Wilm Aster",
        "",
        "About time too, the boards were rotten.",
        "",
        "",
        "Who is going to pay for all that stone?",
        "",
        "Not us, I hope.",
        "",
        "Odo von Marl",
        "",
        "You are, my friend.",
        "",
        "Last edited 2 years ago by Odo von Marl",
        "",
        "I have never used that pier in my life.",
        "",
        "Would love your thoughts, please comment.x");
  }
}

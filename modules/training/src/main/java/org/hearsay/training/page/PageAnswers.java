package org.hearsay.training.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.page.block.Block;
import org.hearsay.page.comments.CommentZones;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.lexicon.TextShape;
import org.hearsay.page.model.BlockScores;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Whose each block of a page is, by what people marked. */
final class PageAnswers {
  static final byte UNKNOWN = -1;

  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  /** A page whose marked comments are shorter holds a form's words, in words. */
  private static final int LEAST_COMMENTS = 60;

  private final LineKinds words;

  PageAnswers(LineKinds words) {
    this.words = words;
  }

  /** Answers from whole texts: a block is the text's whose runs of four words stand in it. */
  void wholeTexts(TrainingPage page, JsonNode row) {
    List<String> body = words(row.path("body").asText(""));
    List<String> comments = words(row.path("comments").asText(""));
    Set<String> bodyRuns = runs(body);
    Set<String> commentRuns = runs(comments);
    String bodyLine = " " + String.join(" ", body) + " ";
    int n = page.blocks.size();
    List<List<String>> said = new ArrayList<>();
    int first = -1;
    int last = -1;
    for (int i = 0; i < n; i++) {
      said.add(words(page.blocks.get(i).text()));
      if (said.get(i).size() >= 8 && share(said.get(i), bodyRuns) >= 0.5) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    for (int i = 0; i < n; i++) {
      List<String> own = said.get(i);
      boolean inBody;
      boolean inComments;
      if (own.size() >= 8) {
        inBody = share(own, bodyRuns) >= 0.5;
        inComments = share(own, commentRuns) >= 0.6;
      } else {
        inBody =
            !own.isEmpty()
                && i >= first
                && i <= last + 2
                && bodyLine.contains(" " + String.join(" ", own) + " ");
        inComments = own.size() >= 4 && share(own, commentRuns) > 0.99;
      }
      if (inBody && inComments) {
        inBody = (i <= last && own.size() < 8) || share(own, bodyRuns) > share(own, commentRuns);
      }
      String text = page.blocks.get(i).text();
      boolean unclear =
          comments.size() < LEAST_COMMENTS || words.isCommentChrome(text) || words.isChrome(text);
      page.answers[0][i] = (byte) (inBody ? 1 : 0);
      page.answers[1][i] = inComments && !inBody ? (unclear ? UNKNOWN : (byte) 1) : 0;
      page.weights[i] = (float) (0.3 + Math.log1p(own.size()) / 3);
    }
  }

  /** Answers from pieces of text: of most blocks nothing is known. */
  static void pieces(TrainingPage page, JsonNode row) {
    int n = page.blocks.size();
    Arrays.fill(page.answers[0], UNKNOWN);
    Arrays.fill(page.answers[1], UNKNOWN);
    Arrays.fill(page.weights, 3);
    for (JsonNode piece : row.path("without")) {
      for (int i : holding(page, piece)) {
        page.answers[0][i] = 0;
        page.answers[1][i] = 0;
      }
    }
    for (JsonNode piece : row.path("comments")) {
      for (int i : holding(page, piece)) {
        page.answers[0][i] = 0;
        page.answers[1][i] = 1;
      }
    }
    for (JsonNode piece : row.path("with")) {
      List<Integer> holding = holding(page, piece);
      for (int i : holding) {
        // Text that stands in the page twice is wanted once; nobody says which.
        boolean known = holding.size() == 1 && page.answers[0][i] != 0;
        page.answers[0][i] = known ? 1 : UNKNOWN;
        page.answers[1][i] = holding.size() == 1 ? 0 : page.answers[1][i];
      }
    }
    for (int i = 0; i < n; i++) {
      page.weights[i] = page.answers[0][i] == UNKNOWN && page.answers[1][i] == UNKNOWN ? 0 : 3;
    }
  }

  /** Text in elements that are named for comments is taken as readers', at less weight. */
  void named(TrainingPage page) {
    int n = page.blocks.size();
    List<@Nullable Element> zones =
        CommentZones.of(page.blocks, new BlockScores(new float[n], new float[n]));
    for (int i = 0; i < n; i++) {
      Element zone = zones.get(i);
      Block block = page.blocks.get(i);
      if (zone != null
          && page.answers[0][i] == UNKNOWN
          && page.answers[1][i] == UNKNOWN
          && CommentZones.item(block.element(), zone) != null
          && TextShape.count(block.text()) >= 8
          && block.linkDensity() < 0.3
          && !words.isCommentChrome(block.text())
          && !words.isSayer(block.text())) {
        page.answers[0][i] = 0;
        page.answers[1][i] = 1;
        page.weights[i] = 0.7f;
      }
    }
  }

  private static List<Integer> holding(TrainingPage page, JsonNode piece) {
    String text = TextShape.clean(piece.asText(""));
    List<Integer> holding = new ArrayList<>();
    for (int i = 0; i < page.blocks.size() && !text.isEmpty(); i++) {
      if (page.blocks.get(i).text().contains(text)) {
        holding.add(i);
      }
    }
    return holding;
  }

  private static List<String> words(String text) {
    List<String> out = new ArrayList<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      out.add(matcher.group());
    }
    return out;
  }

  private static Set<String> runs(List<String> words) {
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + 4 <= words.size(); i++) {
      runs.add(String.join(" ", words.subList(i, i + 4)));
    }
    return runs;
  }

  private static double share(List<String> words, Set<String> runs) {
    int all = 0;
    int found = 0;
    for (int i = 0; i + 4 <= words.size(); i++) {
      all++;
      found += runs.contains(String.join(" ", words.subList(i, i + 4))) ? 1 : 0;
    }
    return all == 0 ? 0 : (double) found / all;
  }
}

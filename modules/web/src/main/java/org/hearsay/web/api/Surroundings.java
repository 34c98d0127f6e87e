package org.hearsay.web.api;

import java.text.BreakIterator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hearsay.store.search.Claims;
import org.jspecify.annotations.Nullable;

/** The sentences that claims stand in, so that people read them as they were written. */
final class Surroundings {
  /** In UTF-16 code units; who wants more opens the article. */
  private static final int LONGEST = 1_000;

  /** Within so many code units most sentences begin and end. */
  private static final int USUAL = 250;

  private static final List<String> PARTS = List.of("content", "cue", "source");
  private static final String COMMENT = "comment";

  private final Map<String, String> texts = new HashMap<>();

  private Surroundings() {}

  /** Those of the claims' articles. */
  static Surroundings of(List<Map<String, Object>> claims, Asker asker) {
    Surroundings out = new Surroundings();
    List<String> articles = articles(claims, false);
    if (!articles.isEmpty()) {
      out.keep(asker.rows(Claims.bodies(articles)));
    }
    List<String> commented = articles(claims, true);
    if (!commented.isEmpty()) {
      out.keep(asker.rows(Claims.comments(commented)));
    }
    return out;
  }

  private static List<String> articles(List<Map<String, Object>> claims, boolean commented) {
    return claims.stream()
        .filter(claim -> claim.containsKey(COMMENT) == commented)
        .map(claim -> String.valueOf(claim.get("articleId")))
        .distinct()
        .toList();
  }

  private void keep(List<Map<String, Object>> rows) {
    rows.forEach(row -> texts.put(place(row), String.valueOf(row.get("text"))));
  }

  private static String place(Map<String, Object> row) {
    return row.get("articleId") + "#" + row.getOrDefault(COMMENT, "");
  }

  /**
   * Adds the sentence, or the sentences, that a claim stands in, and where they begin; nothing
   * where they are too long.
   *
   * @return whether the text is there that it stands in
   */
  boolean addTo(Map<String, Object> claim) {
    @Nullable String text = texts.get(place(claim));
    if (text == null) {
      return false;
    }
    add(text, claim);
    return true;
  }

  private static void add(String text, Map<String, Object> claim) {
    int start = Integer.MAX_VALUE;
    int end = 0;
    for (String part : PARTS) {
      if (claim.get(part) instanceof List<?> spans) {
        for (Object span : spans) {
          if (span instanceof Map<?, ?> ends) {
            start = Math.min(start, (int) Asker.number(ends.get("start")));
            end = Math.max(end, (int) Asker.number(ends.get("end")));
          }
        }
      }
    }
    if (start >= end || end > text.length() || end - start > LONGEST) {
      return;
    }
    // Only what is near: a body may be long.
    int from = start;
    int to = end;
    Sentence.around(text, from, to, USUAL)
        .or(() -> Sentence.around(text, from, to, LONGEST))
        .filter(sentence -> sentence.end() - sentence.start() <= LONGEST)
        .ifPresent(
            sentence -> {
              Map<String, Object> out = new LinkedHashMap<>();
              out.put("text", text.substring(sentence.start(), sentence.end()).stripTrailing());
              out.put("start", sentence.start());
              claim.put("sentence", out);
            });
  }

  /** From where to where, in UTF-16 code units of the text. */
  private record Sentence(int start, int end) {
    /**
     * That around a part of a text.
     *
     * @param within no further from the part than this is looked
     * @return none where it goes on there
     */
    static Optional<Sentence> around(String text, int start, int end, int within) {
      int near = Math.max(0, start - within);
      int far = Math.min(text.length(), end + within);
      BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
      sentences.setText(text.substring(near, far));
      int first = start - near;
      int from = near + (sentences.isBoundary(first) ? first : sentences.preceding(first));
      int to = near + sentences.following(end - near - 1);
      boolean isWhole = (from > near || near == 0) && (to < far || far == text.length());
      return isWhole || within == LONGEST ? Optional.of(new Sentence(from, to)) : Optional.empty();
    }
  }
}

package org.hearsay.web.api;

import java.text.BreakIterator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hearsay.store.search.Claims;
import org.jspecify.annotations.Nullable;

/** The sentences that claims stand in, so that people read them as they were written. */
final class Surroundings {
  /** In UTF-16 code units; who wants more opens the article. */
  private static final int LONGEST = 1_000;

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
    int near = Math.max(0, start - LONGEST);
    String around = text.substring(near, Math.min(text.length(), end + LONGEST));
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(around);
    int first = start - near;
    int from = sentences.isBoundary(first) ? first : sentences.preceding(first);
    int to = sentences.following(end - near - 1);
    if (to - from > LONGEST) {
      return;
    }
    String found = around.substring(from, to).stripTrailing();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("text", found);
    out.put("start", near + from);
    claim.put("sentence", out);
  }
}

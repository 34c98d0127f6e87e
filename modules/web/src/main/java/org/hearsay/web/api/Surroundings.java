package org.hearsay.web.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.store.search.Claims;
import org.jspecify.annotations.Nullable;

/** The sentences that claims stand in, so that people read them as they were written. */
final class Surroundings {
  /** In UTF-16 code units; who wants more opens the article. */
  private static final int LONGEST = 1_000;

  private static final List<String> PARTS = List.of("content", "cue", "source");

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, List<Map<String, Object>>> sentences;

  private Surroundings(List<Map<String, Object>> sentences) {
    Map<String, List<Map<String, Object>>> by = new HashMap<>();
    for (Map<String, Object> sentence : sentences) {
      by.computeIfAbsent(place(sentence), key -> new ArrayList<>()).add(sentence);
    }
    this.sentences = by;
  }

  /** Those of the claims' articles. */
  static Surroundings of(List<Map<String, Object>> claims, Asker asker) {
    List<String> articles =
        claims.stream().map(claim -> String.valueOf(claim.get("articleId"))).distinct().toList();
    Surroundings out = new Surroundings(asker.rows(Claims.sentences(articles)));
    asker
        .rows(Claims.texts(articles))
        .forEach(text -> out.texts.put(place(text), String.valueOf(text.get("text"))));
    return out;
  }

  private static String place(Map<String, Object> row) {
    return row.get("articleId") + "#" + row.getOrDefault("comment", "");
  }

  /** Adds the sentence, or the sentences, that a claim stands in, and where they begin. */
  void addTo(Map<String, Object> claim) {
    @Nullable String text = texts.get(place(claim));
    int start = Integer.MAX_VALUE;
    int end = 0;
    for (String part : PARTS) {
      if (claim.get(part) instanceof List<?> spans) {
        for (Object span : spans) {
          if (span instanceof Map<?, ?> ends) {
            start = Math.min(start, number(ends.get("start")));
            end = Math.max(end, number(ends.get("end")));
          }
        }
      }
    }
    if (text == null || start >= end || end > text.length()) {
      return;
    }
    int from = start;
    int to = end;
    for (Map<String, Object> sentence : sentences.getOrDefault(place(claim), List.of())) {
      int sentenceStart = number(sentence.get("start"));
      int sentenceEnd = number(sentence.get("end"));
      if (sentenceStart < end && sentenceEnd > start && sentenceEnd <= text.length()) {
        from = Math.min(from, sentenceStart);
        to = Math.max(to, sentenceEnd);
      }
    }
    if (to - from > LONGEST) {
      return;
    }
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("text", text.substring(from, to));
    out.put("start", from);
    claim.put("sentence", out);
  }

  private static int number(@Nullable Object value) {
    return value instanceof Number number ? number.intValue() : 0;
  }
}

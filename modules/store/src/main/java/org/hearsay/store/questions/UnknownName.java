package org.hearsay.store.questions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearsay.store.Answering;
import org.hearsay.store.questions.Question.Parameter;
import org.hearsay.store.tables.NameKind;
import org.jspecify.annotations.Nullable;

/**
 * A name in a question that nothing is called by.
 *
 * @param parameter where it was given
 * @param wanted the name
 * @param near names of the same kinds that are spelt much like it, the nearest first
 */
public record UnknownName(Parameter parameter, String wanted, List<String> near) {
  private static final String KNOWN =
      "SELECT 1 FROM known_names WHERE list_contains(string_split($kinds, ' '), kind)"
          + " AND CASE WHEN list_contains(string_split($words, ' '), kind)"
          + " THEN lower(id) = lower($wanted) ELSE is_called(id, name, $wanted) END LIMIT 1";

  /** By the likeness of Jaro and Winkler, of the whole name or of its likest word. */
  private static final String NEAR =
      """
      SELECT shown
      FROM (
        SELECT DISTINCT coalesce(name, id) AS shown, lower(strip_accents(shown)) AS folded
        FROM known_names
        WHERE list_contains(string_split($kinds, ' '), kind) AND shown IS NOT NULL)
      ORDER BY greatest(
        jaro_winkler_similarity(folded, lower(strip_accents($wanted))),
        list_max(list_transform(string_split(folded, ' '),
          lambda word: jaro_winkler_similarity(word, lower(strip_accents($wanted)))))) DESC, shown
      LIMIT 50
      """;

  /** Keeps its own copy of the list. */
  public UnknownName {
    near = List.copyOf(near);
  }

  /**
   * The names among a question's values that nothing is called by.
   *
   * @param values a value for every parameter, as {@link Question#values}
   */
  public static List<UnknownName> among(
      Answering asked, Question question, Map<String, @Nullable String> values) {
    List<UnknownName> out = new ArrayList<>();
    for (Parameter parameter : question.parameters()) {
      @Nullable String wanted = values.get(parameter.name());
      if (wanted == null || wanted.isEmpty() || parameter.names().isEmpty()) {
        continue;
      }
      Map<String, @Nullable String> of = new HashMap<>();
      of.put("kinds", joined(parameter.names().stream()));
      of.put("wanted", wanted);
      Map<String, @Nullable String> known = new HashMap<>(of);
      known.put("words", joined(Arrays.stream(NameKind.values()).filter(NameKind::isWord)));
      if (asked.run(KNOWN, known, row -> {}) == 0) {
        List<String> near = new ArrayList<>();
        asked.run(NEAR, of, row -> near.add(String.valueOf(row.get(0))));
        out.add(new UnknownName(parameter, wanted, near));
      }
    }
    return out;
  }

  private static String joined(Stream<NameKind> kinds) {
    return kinds.map(NameKind::name).collect(Collectors.joining(" "));
  }
}

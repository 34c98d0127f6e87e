package org.hearsay.lineage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions by words of which each needs one: most sentences have none of them, and are
 * told apart from those that may match by their words' hashes alone. Tried on every sentence, the
 * expressions cost as much as all else that is done to a text.
 */
final class Phrases {
  private static final String SIGN = "©";

  private final Map<Long, List<Pattern>> byWord = new HashMap<>();
  private final List<Pattern> bySign = new ArrayList<>();

  /** Those of a resource beside this class: a line each, its words, a tilde, the expression. */
  Phrases(String resource) {
    try (InputStream in = Phrases.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private void add(String line) {
    int tilde = line.indexOf(" ~ ");
    Pattern pattern =
        Pattern.compile(line.substring(tilde + 3), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    for (String word : line.substring(0, tilde).split(" ", -1)) {
      if (word.equals(SIGN)) {
        bySign.add(pattern);
      } else {
        byWord.computeIfAbsent(MaskedText.hash(word), w -> new ArrayList<>()).add(pattern);
      }
    }
  }

  /**
   * The expressions that may match in a stretch of a text.
   *
   * @param words the hashes of the text's words
   * @param first the stretch's first word
   * @param last one past its last word
   */
  Set<Pattern> possible(String stretch, long[] words, int first, int last) {
    Set<Pattern> out = Set.of();
    if (!bySign.isEmpty() && stretch.contains(SIGN)) {
      out = new LinkedHashSet<>(bySign);
    }
    for (int i = first; i < last; i++) {
      @Nullable List<Pattern> some = byWord.get(words[i]);
      if (some != null) {
        if (out.isEmpty()) {
          out = new LinkedHashSet<>();
        }
        out.addAll(some);
      }
    }
    return out;
  }
}

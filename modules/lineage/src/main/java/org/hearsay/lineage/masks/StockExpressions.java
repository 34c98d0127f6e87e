package org.hearsay.lineage.masks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.hearsay.text.languages.LanguageFileException;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.LanguageLine;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions by words of which each needs one: most sentences have none of them, and are
 * told apart from those that may match by their words' hashes alone. Tried on every sentence, the
 * expressions cost as much as all else that is done to a text.
 */
final class StockExpressions {
  /** No word, and so without a hash. */
  private static final String SIGN = "©";

  private static final String TILDE = " ~ ";

  private final Map<Long, List<Pattern>> byWord = new HashMap<>();
  private final List<Pattern> bySign = new ArrayList<>();

  private StockExpressions() {}

  /**
   * Those of a file: a line each, its words, a tilde, the expression, matched without case.
   *
   * @throws LanguageFileException where a line is otherwise
   */
  static StockExpressions of(LanguageFolder folder, String file) {
    StockExpressions out = new StockExpressions();
    folder.lines(file).forEach(out::add);
    return out;
  }

  private void add(LanguageLine line) {
    int tilde = line.text().indexOf(TILDE);
    if (tilde < 1) {
      throw new LanguageFileException(
          line.where(), "write words, a tilde between spaces, and an expression that needs one");
    }
    Pattern pattern;
    try {
      pattern =
          Pattern.compile(
              line.text().substring(tilde + TILDE.length()),
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    } catch (PatternSyntaxException e) {
      throw new LanguageFileException(
          line.where(), "no regular expression: " + e.getDescription(), e);
    }
    for (String word : line.text().substring(0, tilde).split(" ", -1)) {
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

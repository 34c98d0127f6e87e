package org.hearsay.web.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they are compared: words of letters and digits, accents and case apart. */
final class FoldedName {
  private static final Pattern MARK = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private FoldedName() {}

  /** The words of a text. */
  static List<String> words(String text) {
    String folded =
        MARK.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    List<String> out = new ArrayList<>();
    for (String word : BETWEEN.split(folded, -1)) {
      if (!word.isEmpty()) {
        out.add(word);
      }
    }
    return out;
  }

  /** The words with a blank before each, so that what begins one can be looked for. */
  static String of(String text) {
    StringBuilder out = new StringBuilder();
    words(text).forEach(word -> out.append(' ').append(word));
    return out.toString();
  }
}

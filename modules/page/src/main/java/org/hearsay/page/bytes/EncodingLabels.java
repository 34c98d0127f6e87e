package org.hearsay.page.bytes;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.hearsay.page.lexicon.PageLexicon;
import org.hearsay.text.languages.LanguageLine;
import org.jspecify.annotations.Nullable;

/** The labels of the WHATWG Encoding Standard, by {@code any/encodings.txt}. Immutable. */
final class EncodingLabels {
  private static final EncodingLabels SHIPPED = new EncodingLabels();

  private final Map<String, Charset> charsets = new HashMap<>();

  private EncodingLabels() {
    for (LanguageLine line : PageLexicon.any().lines("encodings.txt")) {
      String[] fields = line.text().split(" ", -1);
      // A Java runtime may lack the less common charsets: it reads a page as if it said nothing.
      if (!fields[1].equals("-") && Charset.isSupported(fields[1])) {
        for (int i = 2; i < fields.length; i++) {
          charsets.put(fields[i], Charset.forName(fields[1]));
        }
      }
    }
  }

  /** The labels of the file that is shipped. */
  public static EncodingLabels shipped() {
    return SHIPPED;
  }

  /** What decodes the encoding of that label; null where it is none, or none that is decoded. */
  public @Nullable Charset charset(String label) {
    return charsets.get(label.strip().toLowerCase(Locale.ROOT));
  }
}

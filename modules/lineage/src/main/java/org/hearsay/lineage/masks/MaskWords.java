package org.hearsay.lineage.masks;

import java.util.regex.Pattern;
import org.hearsay.text.attribution.AttributingVerbs;
import org.hearsay.text.languages.Expressions;
import org.hearsay.text.languages.LanguageFileException;
import org.hearsay.text.languages.LanguageFolder;

/**
 * By what is told in a language what is nobody's own writing: its folder, read once. Immutable, for
 * all threads.
 */
public final class MaskWords {
  private final StockExpressions standing;
  private final StockExpressions stock;
  private final StockExpressions captions;
  private final Pattern dateline;
  private final Pattern signature;
  private final Pattern inFull;

  private MaskWords(LanguageFolder folder) {
    standing = StockExpressions.of(folder, "standing.txt");
    stock = StockExpressions.of(folder, "stock.txt");
    captions = StockExpressions.of(folder, "captions.txt");
    Expressions statements =
        folder.expressions("statements.txt", AttributingVerbs.load(folder.language()));
    dateline = statements.pattern("dateline");
    signature = statements.pattern("signature");
    inFull = statements.pattern("in-full", Pattern.CASE_INSENSITIVE);
  }

  /**
   * Reads a language's folder.
   *
   * @param language an ISO 639-1 code, such as {@code en}
   * @throws LanguageFileException when the folder is missing or a file in it is not as it should be
   */
  public static MaskWords load(String language) {
    return new MaskWords(LanguageFolder.of(MaskWords.class, language));
  }

  /** Whole sentences that stand in many texts. */
  StockExpressions standing() {
    return standing;
  }

  /** Phrases that stand in many texts. */
  StockExpressions stock() {
    return stock;
  }

  /** What tells a picture's caption. */
  StockExpressions captions() {
    return captions;
  }

  /** Opens the first paragraph. */
  Pattern dateline() {
    return dateline;
  }

  /** Who posted it, under what was posted: a dash, the name, the handle, and mostly a date. */
  Pattern signature() {
    return signature;
  }

  /** What a text says before it gives words in full; the last sentence of a paragraph. */
  Pattern inFull() {
    return inFull;
  }
}

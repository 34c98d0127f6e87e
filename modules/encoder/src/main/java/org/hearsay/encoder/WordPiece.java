package org.hearsay.encoder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * BERT's uncased tokenizer, keeping exact offsets. Its words are those that the model's labels
 * stand on: change how it splits and the weights no longer fit.
 */
public final class WordPiece {
  static final int UNKNOWN = 100;

  /** The piece before every input. */
  public static final int FIRST = 101;

  /** The piece after every input. */
  public static final int LAST = 102;

  /** Longer words are unknown, as in BERT; it also bounds the work and the pieces of one word. */
  private static final int LONGEST = 100;

  private final Map<String, Integer> vocabulary;

  WordPiece(Map<String, Integer> vocabulary) {
    this.vocabulary = Map.copyOf(vocabulary);
  }

  /** The vocabulary of the models that ship with this library. */
  public static WordPiece bundled() {
    try (InputStream in = WordPiece.class.getResourceAsStream("vocab.txt")) {
      if (in == null) {
        throw new IllegalStateException("the library holds no vocab.txt");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a vocabulary of one piece a line; a piece's id is its line, from 0.
   *
   * @throws IOException when it cannot be read
   */
  public static WordPiece read(InputStream in) throws IOException {
    Map<String, Integer> vocabulary = new HashMap<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int id = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      vocabulary.put(line, id++);
    }
    return new WordPiece(vocabulary);
  }

  /**
   * Splits a part of a text.
   *
   * @param text the text
   * @param part the part, in UTF-16 code units
   * @param seen what earlier calls made of the same words; the caller's own, so that no two threads
   *     share it and it dies with the document
   * @return words whose spans are offsets into the whole text
   */
  public List<Word> words(String text, Span part, Map<String, int[]> seen) {
    List<Word> words = new ArrayList<>();
    int at = part.start();
    int end = Math.min(part.end(), text.length());
    while (at < end) {
      int c = text.codePointAt(at);
      int start = at;
      at += Character.charCount(c);
      if (isSpace(c) || isControl(c)) {
        continue;
      }
      if (!isPunctuation(c) && !isIdeograph(c)) {
        while (at < end) {
          c = text.codePointAt(at);
          if (isSpace(c) || isPunctuation(c) || isIdeograph(c)) {
            break;
          }
          at += Character.charCount(c);
        }
      }
      // The part may end between the two units of one character.
      at = Math.min(at, end);
      String written = text.substring(start, at);
      int[] pieces = seen.computeIfAbsent(written, this::pieces);
      if (pieces.length > 0) {
        words.add(new Word(new Span(start, at), pieces, shape(written)));
      }
    }
    return words;
  }

  private int[] pieces(String written) {
    StringBuilder folded = new StringBuilder();
    Normalizer.normalize(written.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK && !isControl(c))
        .forEach(folded::appendCodePoint);
    int length = folded.length();
    if (length > LONGEST) {
      return new int[] {UNKNOWN};
    }
    int[] pieces = new int[length];
    int count = 0;
    int start = 0;
    while (start < length) {
      @Nullable Integer id = null;
      int end = length;
      while (end > start) {
        String piece = folded.substring(start, end);
        id = vocabulary.get(start > 0 ? "##" + piece : piece);
        if (id != null) {
          break;
        }
        end--;
      }
      if (id == null) {
        return new int[] {UNKNOWN};
      }
      pieces[count++] = id;
      start = end;
    }
    return Arrays.copyOf(pieces, count);
  }

  private static int shape(String written) {
    if (!Character.isUpperCase(written.charAt(0))) {
      return 0;
    }
    int upper = 0;
    for (int i = 0; i < written.length(); i++) {
      if (Character.isLowerCase(written.charAt(i))) {
        return 1;
      }
      if (Character.isUpperCase(written.charAt(i))) {
        upper++;
      }
    }
    return upper > 1 ? 2 : 1;
  }

  private static boolean isPunctuation(int c) {
    if ((c >= 33 && c <= 47)
        || (c >= 58 && c <= 64)
        || (c >= 91 && c <= 96)
        || (c >= 123 && c <= 126)) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private static boolean isIdeograph(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x20000 && c <= 0x2A6DF)
        || (c >= 0xF900 && c <= 0xFAFF);
  }

  private static boolean isSpace(int c) {
    return c == ' '
        || c == '\t'
        || c == '\n'
        || c == '\r'
        || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  private static boolean isControl(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
      default -> c == 0xFFFD;
    };
  }
}

package org.hearsay.lineage.masks;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.hearsay.text.Span;
import org.hearsay.text.SpellingFold;

/**
 * A body as words: each with its place and a 64-bit hash of its folded form, and which of them are
 * the writer's own (not masked, see {@link Masks}). Wrapping, punctuation and the shape of marks
 * leave no trace: words broken by a hyphen at a line's end are joined, apostrophes and soft hyphens
 * inside words are dropped. Writing without spaces between words counts each character as a word.
 */
public final class MaskedText {
  /** No more words than this are looked at; a newspaper's longest pieces have about 15,000. */
  public static final int MAX_WORDS = 40_000;

  private static final Hasher64 HASHER = Hashing.wyhashFinal4();

  /** How much of an overlong word counts, in UTF-16 code units. */
  private static final int LONGEST_WORD = 64;

  private final String text;
  private int[] starts = new int[512];
  private int[] ends = new int[512];
  private long[] hashes = new long[512];
  private int size;
  private final int[] own;
  private final long[] ownHashes;

  private MaskedText(String text, List<Span> paragraphs, MaskWords words) {
    this.text = text;
    tokenise();
    BitSet masked = new Masks(words, text, starts, hashes, size).of(paragraphs);
    int[] kept = new int[size];
    int n = 0;
    for (int i = 0; i < size; i++) {
      if (!masked.get(starts[i])) {
        kept[n++] = i;
      }
    }
    this.own = Arrays.copyOf(kept, n);
    this.ownHashes = new long[n];
    for (int i = 0; i < n; i++) {
      ownHashes[i] = hashes[own[i]];
    }
  }

  /**
   * The words of a body; what lies outside its paragraphs is masked.
   *
   * @param words by what is told what else to mask
   */
  public static MaskedText of(String text, List<Span> paragraphs, MaskWords words) {
    return new MaskedText(text, paragraphs, words);
  }

  /** The hash of a word as it is compared. */
  static long hash(String word) {
    return HASHER.hashCharsToLong(SpellingFold.fold(word));
  }

  /** How many words there are, masked ones included. */
  public int size() {
    return size;
  }

  /** The hash of a word. */
  public long hash(int word) {
    return hashes[word];
  }

  /** The first code unit of a word. */
  public int start(int word) {
    return starts[word];
  }

  /** One past the last code unit of a word. */
  public int end(int word) {
    return ends[word];
  }

  /** The words from {@code first} up to {@code last}, exclusive, in the body. */
  public Span span(int first, int last) {
    return new Span(starts[first], ends[last - 1]);
  }

  /** A word as written. */
  public String word(int word) {
    return text.substring(starts[word], ends[word]);
  }

  /** The writer's own words: which of all the words each of them is, ascending. */
  public int[] own() {
    return own;
  }

  /** The hashes of the writer's own words, in order. */
  public long[] ownHashes() {
    return ownHashes;
  }

  private void tokenise() {
    int i = 0;
    StringBuilder word = new StringBuilder();
    while (i < text.length() && size < MAX_WORDS) {
      int c = text.codePointAt(i);
      if (!isWordPart(c)) {
        i += Character.charCount(c);
        continue;
      }
      int start = i;
      if (standsAlone(c)) {
        i += Character.charCount(c);
        add(start, i, new String(Character.toChars(c)));
        continue;
      }
      word.setLength(0);
      int end = i;
      while (i < text.length()) {
        c = text.codePointAt(i);
        if (isWordPart(c) && !standsAlone(c)) {
          if (word.length() < LONGEST_WORD) {
            word.appendCodePoint(c);
          }
          i += Character.charCount(c);
          end = i;
        } else {
          int next = joined(c, i);
          if (next < 0) {
            break;
          }
          i = next;
        }
      }
      add(start, end, SpellingFold.fold(word));
      i = Math.max(i, end);
    }
  }

  /** Where the word goes on after a unit that joins its parts; -1 where it ends. */
  private int joined(int c, int at) {
    int next = at + Character.charCount(c);
    boolean hyphen = c == '-' || c == '‐' || c == '‑' || c == '\u00ad';
    if (hyphen) {
      int after = next;
      while (after < text.length() && Character.isWhitespace(text.charAt(after))) {
        after++;
      }
      // Only a line's end breaks a word; "pre- and post-war" are words of their own.
      if (after > next && text.substring(next, after).indexOf('\n') < 0) {
        return -1;
      }
      next = after;
    }
    if (next >= text.length()) {
      return -1;
    }
    int following = text.codePointAt(next);
    boolean goesOn =
        switch (c) {
          case '\'', '’', 'ʼ', '‘', '`' -> Character.isLetter(following);
          case '.', ',' ->
              Character.isDigit(following) && at > 0 && Character.isDigit(text.charAt(at - 1));
          default -> hyphen && Character.isLetter(following);
        };
    return goesOn && !standsAlone(following) ? next : -1;
  }

  private static boolean isWordPart(int c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean standsAlone(int c) {
    if (c < 0x0e00) {
      return false;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  private void add(int start, int end, String key) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    starts[size] = start;
    ends[size] = end;
    hashes[size++] = HASHER.hashCharsToLong(key);
  }
}

package org.hearsay.lineage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearsay.text.Span;

/**
 * Which units of a text are nobody's own writing: words in quotation marks, datelines, credits and
 * standing sentences. Independent reports of one event share these.
 */
final class Masks {
  /** Standing sentences are short, in UTF-16 code units; it also bounds the time for matching. */
  private static final int LONGEST_SENTENCE = 400;

  /** A dateline ends within so many code units of the text's start. */
  private static final int DATELINE = 120;

  private static final Pattern OPENING_DATELINE =
      Pattern.compile(
          "\\p{Lu}[\\p{L} .'’/-]{1,40}(?:, (?:\\p{Lu}[\\p{L} .'’]{1,25}|[A-Z][a-z]{2,8}\\.?"
              + " \\d{1,2}(?:, \\d{4})?)){0,2} ?(?:\\([^()]{2,40}\\) ?)?(?:--|[-–—]) ?");

  private static final Pattern STANDING = standing();

  private Masks() {}

  /** The masked units of {@code text}; what lies outside the paragraphs is masked too. */
  static BitSet of(String text, List<Span> paragraphs) {
    BitSet masked = new BitSet(text.length());
    masked.set(0, text.length());
    for (Span paragraph : paragraphs) {
      masked.clear(paragraph.start(), Math.min(text.length(), paragraph.end()));
    }
    if (!paragraphs.isEmpty()) {
      Span first = paragraphs.get(0);
      Matcher dateline = OPENING_DATELINE.matcher(text);
      dateline.region(first.start(), Math.min(first.end(), first.start() + DATELINE));
      if (dateline.lookingAt()) {
        masked.set(dateline.start(), dateline.end());
      }
    }
    for (Span paragraph : paragraphs) {
      standing(text, paragraph, masked);
      quotations(text, paragraph, masked);
    }
    return masked;
  }

  private static Pattern standing() {
    try (InputStream in = Masks.class.getResourceAsStream("standing-en.txt")) {
      if (in == null) {
        throw new IllegalStateException("no resource standing-en.txt");
      }
      String any =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .collect(Collectors.joining("|"));
      return Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    } catch (IOException e) {
      throw new UncheckedIOException("standing-en.txt", e);
    }
  }

  private static void standing(String text, Span paragraph, BitSet masked) {
    int start = paragraph.start();
    for (int i = paragraph.start(); i < paragraph.end(); i++) {
      boolean last = i + 1 == paragraph.end();
      boolean ends =
          last
              || (".!?)".indexOf(text.charAt(i)) >= 0
                  && Character.isWhitespace(text.charAt(i + 1)));
      if (!ends) {
        continue;
      }
      if (i + 1 - start <= LONGEST_SENTENCE) {
        Matcher matcher = STANDING.matcher(text);
        matcher.region(start, i + 1);
        if (matcher.matches()) {
          masked.set(start, i + 1);
        }
      }
      start = i + 1;
      while (start < paragraph.end() && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
    }
  }

  private static void quotations(String text, Span paragraph, BitSet masked) {
    int i = paragraph.start();
    while (i < paragraph.end()) {
      String closing = closing(text, i, paragraph);
      if (closing.isEmpty()) {
        i++;
        continue;
      }
      int close = close(text, i, paragraph, closing);
      if (close < 0) {
        i++;
      } else {
        masked.set(i, close);
        i = close + 1;
      }
    }
  }

  /** The marks that may close a quotation that opens here; empty where none opens. */
  private static String closing(String text, int at, Span paragraph) {
    char before = at > paragraph.start() ? text.charAt(at - 1) : ' ';
    char after = at + 1 < paragraph.end() ? text.charAt(at + 1) : ' ';
    boolean opens = !Character.isLetterOrDigit(before) && !Character.isWhitespace(after);
    return switch (text.charAt(at)) {
      case '“' -> "”\"";
      case '„' -> "“”\"";
      case '«' -> "»";
      case '»' -> opens ? "«" : "";
      case '"' -> opens ? "\"”" : "";
      case '‘' -> opens ? "’" : "";
      case '\'' -> opens ? "'" : "";
      default -> "";
    };
  }

  /** Where it closes: at its mark, else at the paragraph's end; -1 where it was no quotation. */
  private static int close(String text, int open, Span paragraph, String closing) {
    char first = closing.charAt(0);
    boolean single = first == '’' || first == '\'';
    for (int i = open + 1; i < paragraph.end(); i++) {
      if (closing.indexOf(text.charAt(i)) >= 0) {
        char after = i + 1 < paragraph.end() ? text.charAt(i + 1) : ' ';
        char before = text.charAt(i - 1);
        boolean apostrophe =
            single && (Character.isLetterOrDigit(after) || Character.isWhitespace(before));
        if (!apostrophe) {
          return i;
        }
      }
    }
    // A quotation that runs over several paragraphs opens again in each and closes in the last. A
    // lone single mark is an apostrophe, and another lone mark may close what was opened elsewhere.
    char mark = text.charAt(open);
    boolean runsOn = mark == '“' || mark == '„' || (mark == '"' && open == paragraph.start());
    return runsOn ? paragraph.end() : -1;
  }
}

package org.hearsay.page.model;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.hearsay.page.block.Block;
import org.hearsay.page.lexicon.AuthorLine;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.lexicon.TextShape;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a block's text says of it by its shape and by the lexicons. */
final class TextNumbers {
  private final LineKinds words;
  private final @Nullable String title;
  private final Set<String> titleWords;

  TextNumbers(LineKinds words, @Nullable String title) {
    this.words = words;
    this.title = title;
    this.titleWords = title == null ? Set.of() : wordsOf(title);
  }

  /** What a text's characters are. */
  private static final class Signs {
    int upper;
    int digits;
    int commas;
    int ends;
    int marks;
    int quotes;
    int letters;

    Signs(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (Character.isLetter(c)) {
          letters++;
          upper += Character.isUpperCase(c) ? 1 : 0;
        } else if (c >= '0' && c <= '9') {
          digits++;
        } else {
          switch (c) {
            case ',', '、', '，' -> commas++;
            case '.', '。' -> ends++;
            case '!', '?', '！', '？' -> marks++;
            case '"', '“', '”', '„', '«', '»' -> quotes++;
            default -> {
              // another sign, or white space
            }
          }
        }
      }
    }
  }

  /** Writes the first {@link BlockFeatures#OWN} numbers of a block's row. */
  void write(float[] row, Block block, int count) {
    String text = block.text();
    int length = Math.max(1, text.length());
    Signs signs = new Signs(text);
    int k = 0;
    row[k++] = BlockFeatures.log(length);
    row[k++] = BlockFeatures.log(count);
    row[k++] = (float) block.linkDensity();
    row[k++] = (float) length / Math.max(1, count);
    row[k++] = heading(block.element());
    row[k++] = tag(block.element());
    row[k++] = (float) signs.upper / Math.max(1, signs.letters);
    row[k++] = (float) signs.digits / length;
    row[k++] = (float) signs.commas / Math.max(1, count);
    row[k++] = (float) signs.ends / Math.max(1, count);
    row[k++] = BlockFeatures.log(signs.ends);
    row[k++] = (float) signs.marks / Math.max(1, count);
    row[k++] = signs.quotes > 0 ? 1 : 0;
    row[k++] = TextShape.endsSentence(text) ? 1 : 0;
    row[k++] =
        Character.isUpperCase(text.codePointAt(0)) ? 1 : Character.isDigit(text.charAt(0)) ? 2 : 0;
    row[k++] = (float) (length - signs.letters - signs.digits) / length;
    writeWords(row, k, text);
  }

  private void writeWords(float[] row, int from, String text) {
    int k = from;
    int length = Math.max(1, text.length());
    row[k++] = words.isChrome(text) ? 1 : 0;
    boolean starts = words.startsComments(text);
    row[k++] = starts ? 1 : 0;
    row[k++] = starts || words.isForm(text) ? 1 : 0;
    row[k++] = words.byline(text) != null ? 1 : 0;
    row[k++] = text.endsWith(":") ? 1 : 0;
    row[k++] = length < 60 && AuthorLine.isName(text) ? 1 : 0;
    row[k++] = length < 120 && BlockFeatures.TIME.matcher(text).find() ? 1 : 0;
    row[k++] = text.indexOf('©') >= 0 ? 1 : 0;
    row[k++] = text.indexOf('|') >= 0 || text.indexOf('·') >= 0 || text.indexOf('»') >= 0 ? 1 : 0;
    row[k++] = text.endsWith("...") || text.endsWith("…") ? 1 : 0;
    row[k++] = title == null ? -1 : share(text, titleWords);
    row[k++] = title != null && text.equalsIgnoreCase(title) ? 1 : 0;
    row[k++] = title == null ? 0 : 1;
  }

  private static Set<String> wordsOf(String text) {
    Set<String> out = new HashSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (word.length() > 3) {
        out.add(word);
      }
    }
    return out;
  }

  private static float share(String text, Set<String> title) {
    if (title.isEmpty() || text.length() > 400) {
      return 0;
    }
    int found = 0;
    for (String word : wordsOf(text)) {
      found += title.contains(word) ? 1 : 0;
    }
    return (float) found / title.size();
  }

  private static float heading(Element e) {
    String tag = e.normalName();
    return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1))
        ? tag.charAt(1) - '0'
        : 0;
  }

  private static float tag(Element e) {
    return switch (e.normalName()) {
      case "p" -> 1;
      case "div" -> 2;
      case "li" -> 3;
      case "td", "th" -> 4;
      case "blockquote", "q" -> 5;
      case "pre", "code" -> 6;
      case "dd", "dt" -> 7;
      case "figcaption", "caption" -> 8;
      case "section", "article", "main" -> 9;
      case "address", "footer", "header", "nav", "aside" -> 10;
      case "form", "label", "fieldset", "legend" -> 11;
      default -> 0;
    };
  }
}

package org.hearsay.framing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.text.Span;

/**
 * A sentence as the words that terms are compared with: its tokens, those with hyphens split.
 *
 * @param sentence the sentence
 * @param all the words in order
 */
record Units(Sentence sentence, List<Unit> all) {

  /**
   * One word.
   *
   * @param span where it stands
   * @param text as written, folded
   * @param lemma its dictionary form, folded
   * @param tag the part of speech of its token
   * @param written as written
   */
  record Unit(Span span, String text, String lemma, String tag, String written) {
    boolean is(String word) {
      return text.equals(word) || lemma.equals(word);
    }

    boolean isName() {
      return tag.startsWith("NNP");
    }

    boolean isWord() {
      return Character.isLetterOrDigit(text.charAt(0));
    }
  }

  static Units of(Sentence sentence) {
    List<Unit> units = new ArrayList<>();
    for (Token token : sentence.tokens()) {
      List<String> words = Lexicon.words(token.text());
      List<String> lemmas = Lexicon.words(token.lemma());
      if (words.size() < 2) {
        String text = words.isEmpty() ? token.text() : words.get(0);
        String lemma = lemmas.size() == 1 ? lemmas.get(0) : text;
        units.add(new Unit(token.span(), text, lemma, token.tag(), token.text()));
        continue;
      }
      // The parts' own spans, so that evidence shows the words and not their neighbours.
      int at = token.span().start();
      int from = 0;
      for (int i = 0; i < words.size(); i++) {
        int start =
            token.text().toLowerCase(Locale.ROOT).replace('’', '\'').indexOf(words.get(i), from);
        from = start + words.get(i).length();
        String lemma = lemmas.size() == words.size() ? lemmas.get(i) : words.get(i);
        units.add(
            new Unit(
                new Span(at + start, at + from),
                words.get(i),
                lemma,
                token.tag(),
                token.text().substring(start, from)));
      }
    }
    return new Units(sentence, units);
  }

  int size() {
    return all.size();
  }

  Unit get(int index) {
    return all.get(index);
  }

  /** From the first unit of a range to its last. */
  Span span(int from, int to) {
    return new Span(all.get(from).span().start(), all.get(to - 1).span().end());
  }
}

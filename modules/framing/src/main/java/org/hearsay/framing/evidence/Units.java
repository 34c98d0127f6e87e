package org.hearsay.framing.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hearsay.framing.terms.FramingTerms;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.language.grammar.PartOfSpeech;
import org.hearsay.text.Span;

/**
 * A sentence as the words that terms are compared with: its tokens, those with hyphens split.
 *
 * @param sentence the sentence
 * @param all the words in order
 */
public record Units(Sentence sentence, List<Unit> all) {

  /** Keeps its own copy of the list. */
  public Units {
    all = List.copyOf(all);
  }

  /**
   * One word.
   *
   * @param span where it stands
   * @param text as written, folded
   * @param lemma its dictionary form, folded
   * @param partOfSpeech what its token is in the sentence
   * @param written as written
   */
  public record Unit(
      Span span, String text, String lemma, PartOfSpeech partOfSpeech, String written) {
    /** Whether it is that word, as written or in dictionary form. */
    public boolean is(String word) {
      return text.equals(word) || lemma.equals(word);
    }

    /** Whether it is tagged as a part of a name. */
    public boolean isName() {
      return partOfSpeech.isName();
    }

    /** Whether it is a word or a number, not a mark. */
    public boolean isWord() {
      return Character.isLetterOrDigit(text.charAt(0));
    }
  }

  /** The words of a sentence. */
  public static Units of(Sentence sentence) {
    List<Unit> units = new ArrayList<>();
    for (Token token : sentence.tokens()) {
      List<String> words = FramingTerms.words(token.text());
      List<String> lemmas = FramingTerms.words(token.lemma());
      if (words.size() < 2) {
        String text = words.isEmpty() ? token.text() : words.get(0);
        String lemma = lemmas.size() == 1 ? lemmas.get(0) : text;
        units.add(new Unit(token.span(), text, lemma, token.partOfSpeech(), token.text()));
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
                token.partOfSpeech(),
                token.text().substring(start, from)));
      }
    }
    return new Units(sentence, units);
  }

  /** How many words there are. */
  public int size() {
    return all.size();
  }

  /** The word at a place. */
  public Unit get(int index) {
    return all.get(index);
  }

  /** From the first unit of a range to its last. */
  public Span span(int from, int to) {
    return new Span(all.get(from).span().start(), all.get(to - 1).span().end());
  }
}

package org.hearsay.entities.metonymy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.hearsay.entities.reading.Reading;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.language.grammar.PartOfSpeech;
import org.hearsay.language.grammar.WordClass;
import org.hearsay.text.Span;

/**
 * A capital's name among the tokens of its sentence, as the rules of {@link CapitalGovernments} ask
 * about it. Indexes count tokens; one outside the sentence has no token, and nothing holds of it.
 */
final class CapitalInSentence {
  private static final String QUOTATION_MARKS = "“”\"``''";

  private final List<Token> tokens;
  private final Set<String> both;

  /** The first and the last token of the name. */
  private final int first;

  private final int last;

  /** The token before the name, its articles and the names that it is joined to; -1 for none. */
  private final int before;

  CapitalInSentence(Sentence sentence, Span name, Set<String> both) {
    this.tokens = sentence.tokens();
    this.both = both;
    this.first = Reading.token(sentence, name.start());
    int end = first;
    while (end + 1 < tokens.size() && tokens.get(end + 1).span().start() < name.end()) {
      end++;
    }
    this.last = end;
    this.before = skipBack(first - 1, is(last + 1, WordClass.CCONJ) || isText(last + 1, ","));
  }

  /** Past articles, and past the names that "and" joins this one to. */
  private int skipBack(int from, boolean listed) {
    boolean list = listed;
    int at = skipArticles(from);
    while (at >= 1
        && (is(at, WordClass.CCONJ) || (list && isText(at, ",")))
        && is(at - 1, PartOfSpeech::isName)) {
      list = true;
      at = skipArticles(at - 2);
    }
    return at;
  }

  private int skipArticles(int from) {
    int at = from;
    while (at >= 0 && (is(at, PartOfSpeech::isDeterminer) || isText(at, both))) {
      at--;
    }
    return at;
  }

  int first() {
    return first;
  }

  int before() {
    return before;
  }

  int after() {
    return last + 1;
  }

  int size() {
    return tokens.size();
  }

  boolean has(int at) {
    return at >= 0 && at < tokens.size();
  }

  boolean is(int at, WordClass wordClass) {
    return has(at) && tokens.get(at).partOfSpeech().is(wordClass);
  }

  boolean is(int at, Predicate<PartOfSpeech> part) {
    return has(at) && part.test(tokens.get(at).partOfSpeech());
  }

  boolean isText(int at, String text) {
    return has(at) && tokens.get(at).text().equals(text);
  }

  boolean isText(int at, Set<String> texts) {
    return has(at) && texts.contains(tokens.get(at).text());
  }

  boolean isWord(int at, Set<String> words) {
    return has(at) && words.contains(word(at));
  }

  boolean isLemma(int at, Set<String> lemmas) {
    return has(at) && lemmas.contains(lemma(at));
  }

  boolean isDash(int at) {
    return isText(at, "-") || isText(at, "–") || isText(at, "--");
  }

  boolean isQuotationMark(int at) {
    return has(at) && QUOTATION_MARKS.contains(tokens.get(at).text());
  }

  String text(int at) {
    return has(at) ? tokens.get(at).text() : "";
  }

  /** As written, in small letters. */
  String word(int at) {
    return text(at).toLowerCase(Locale.ROOT);
  }

  private String lemma(int at) {
    return tokens.get(at).lemma().toLowerCase(Locale.ROOT);
  }
}

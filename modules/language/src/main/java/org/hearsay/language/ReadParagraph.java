package org.hearsay.language;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.language.grammar.PartOfSpeech;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a paragraph, in a form that can be remembered: offsets count from its start, and
 * a token takes some 30 bytes instead of 200. Immutable.
 */
final class ReadParagraph {
  private static final long BYTES = 300;
  private static final long BYTES_A_TOKEN = 30;
  private static final long BYTES_A_NAME = 60;

  private final String text;

  /** How many tokens each sentence has. */
  private final int[] sizes;

  private final int[] starts;
  private final int[] ends;
  private final @Nullable String[] lemmas;
  private final PartOfSpeech[] parts;
  private final List<NamedEntity> names;
  private final int longSentences;
  private final boolean whole;

  private ReadParagraph(
      String text,
      int sentences,
      int tokens,
      List<NamedEntity> names,
      int longSentences,
      boolean whole) {
    this.text = text;
    this.sizes = new int[sentences];
    this.starts = new int[tokens];
    this.ends = new int[tokens];
    this.lemmas = new String[tokens];
    this.parts = new PartOfSpeech[tokens];
    this.names = List.copyOf(names);
    this.longSentences = longSentences;
    this.whole = whole;
  }

  /**
   * @param text the paragraph
   * @param sentences its sentences, with offsets into it
   * @param names the names in it, by the sentences' indexes here
   * @param longSentences how many sentences were cut
   * @param whole whether it was read to its end
   */
  static ReadParagraph of(
      String text,
      List<Sentence> sentences,
      List<NamedEntity> names,
      int longSentences,
      boolean whole) {
    int tokens = sentences.stream().mapToInt(s -> s.tokens().size()).sum();
    ReadParagraph out =
        new ReadParagraph(text, sentences.size(), tokens, names, longSentences, whole);
    int at = 0;
    for (int i = 0; i < sentences.size(); i++) {
      out.sizes[i] = sentences.get(i).tokens().size();
      for (Token token : sentences.get(i).tokens()) {
        out.starts[at] = token.span().start();
        out.ends[at] = token.span().end();
        out.lemmas[at] = token.lemma().equals(token.text()) ? null : token.lemma();
        out.parts[at] = token.partOfSpeech();
        at++;
      }
    }
    return out;
  }

  /**
   * Adds what was read, as of a paragraph at another place.
   *
   * @param offset where the paragraph starts
   * @param paragraph its index
   */
  void addTo(int offset, int paragraph, List<Sentence> sentences, List<NamedEntity> found) {
    int before = sentences.size();
    int at = 0;
    for (int size : sizes) {
      List<Token> tokens = new ArrayList<>(size);
      for (int end = at + size; at < end; at++) {
        String written = text.substring(starts[at], ends[at]);
        @Nullable String lemma = lemmas[at];
        tokens.add(
            new Token(
                new Span(offset + starts[at], offset + ends[at]),
                written,
                lemma == null ? written : lemma,
                parts[at]));
      }
      Span span =
          new Span(tokens.get(0).span().start(), tokens.get(tokens.size() - 1).span().end());
      sentences.add(new Sentence(span, paragraph, tokens));
    }
    for (NamedEntity name : names) {
      found.add(new NamedEntity(name.span().shift(offset), name.type(), before + name.sentence()));
    }
  }

  /** Whether it was read to its end: else there was no time for the rest. */
  boolean isWhole() {
    return whole;
  }

  int longSentences() {
    return longSentences;
  }

  /** About what it takes in memory. */
  long bytes() {
    return BYTES + 2L * text.length() + BYTES_A_TOKEN * starts.length + BYTES_A_NAME * names.size();
  }
}

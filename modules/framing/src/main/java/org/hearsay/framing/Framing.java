package org.hearsay.framing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a text is worded, always by voice. It flags wording; it does not say what is true, nor
 * whether a judgement is deserved.
 *
 * @param bias the {@link VoiceFraming#bias} of all words outside of quotation marks: the outlet's
 *     own and those that it retells, which it chose too (the reader's, in a comment); null where
 *     there are none. {@code voices} gives them apart.
 * @param voices the voices that the text has words in
 * @param sentences its sentences in order
 * @param headline what the title shows; spans are offsets into the title
 * @param naming how the text calls the things that it names, in the order of the first mention
 * @param sources who gets to speak, in the order of the first claim
 */
public record Framing(
    @Nullable Double bias,
    List<VoiceFraming> voices,
    List<SentenceFraming> sentences,
    List<Evidence> headline,
    List<NamingVariant> naming,
    List<SourceShare> sources) {

  /** What is said of a text in a language that the models do not read. */
  public static final Framing NONE =
      new Framing(null, List.of(), List.of(), List.of(), List.of(), List.of());

  /** Keeps its own copies of the lists. */
  public Framing {
    voices = List.copyOf(voices);
    sentences = List.copyOf(sentences);
    headline = List.copyOf(headline);
    naming = List.copyOf(naming);
    sources = List.copyOf(sources);
  }
}

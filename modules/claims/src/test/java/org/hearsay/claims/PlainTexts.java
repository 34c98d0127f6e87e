package org.hearsay.claims;

import java.util.List;
import org.hearsay.encoder.ClaimTagger;
import org.hearsay.entities.EntityMention;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.LanguageAnnotator;

/** The claims of texts of which nothing is known but their words: no sentences, no names. */
final class PlainTexts implements AutoCloseable {
  private final ClaimTagger tagger = ClaimTagger.load();

  List<Claim> claims(String text) {
    return claims(text, List.of());
  }

  private List<Claim> claims(String text, List<EntityMention> mentions) {
    return new ClaimExtractor(tagger, English.ALL)
        .extract(
            new AnnotatedText(
                text, LanguageAnnotator.paragraphs(text), List.of(), List.of(), List.of()),
            mentions);
  }

  /** The names of each claim's chain, outermost first, with {@code >} between them. */
  List<String> chains(String text) {
    return chains(text, List.of());
  }

  /** The same of texts in which some names are known. */
  List<String> chains(String text, List<EntityMention> mentions) {
    return claims(text, mentions).stream()
        .map(c -> String.join(" > ", c.chain().stream().map(ChainLink::name).toList()))
        .toList();
  }

  @Override
  public void close() {
    tagger.close();
  }
}

package org.hearsay.framing.tallies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hearsay.entities.EntityMention;
import org.hearsay.framing.Evidence;
import org.hearsay.framing.NamingVariant;
import org.hearsay.framing.Voice;
import org.hearsay.framing.Voices;
import org.hearsay.framing.evidence.Grammar;
import org.hearsay.framing.evidence.Units;
import org.hearsay.framing.terms.Category;
import org.hearsay.language.grammar.PartOfSpeech;
import org.hearsay.text.Span;
import org.hearsay.text.SpanIndex;
import org.jspecify.annotations.Nullable;

/** Counts how a text calls the things that it names. */
public final class NamingVariants {
  /** How many words may stand between a label and the name that it is put on. */
  private static final int REACH_OF_LABEL = 4;

  private final Grammar grammar;

  /** Counts by a language's grammar. */
  public NamingVariants(Grammar grammar) {
    this.grammar = grammar;
  }

  /** The variants in the order of their first mention. */
  public List<NamingVariant> of(
      List<Units> sentences, List<EntityMention> mentions, List<Evidence> evidence, Voices voices) {
    Map<List<String>, NamingVariant> variants = new LinkedHashMap<>();
    List<Evidence> labels =
        evidence.stream().filter(one -> one.category() == Category.LABEL).toList();
    SpanIndex places = SpanIndex.of(labels, Evidence::span);
    int sentence = 0;
    for (EntityMention mention : mentions) {
      while (sentence < sentences.size()
          && sentences.get(sentence).sentence().span().end() <= mention.span().start()) {
        sentence++;
      }
      @Nullable String label =
          sentence == sentences.size()
              ? null
              : label(sentences.get(sentence), mention.span(), labels, places);
      Voice voice = voices.of(mention.span());
      List<String> key =
          List.of(mention.clusterId(), mention.text(), label == null ? "" : label, voice.name());
      NamingVariant one =
          new NamingVariant(mention.entityId(), mention.name(), mention.text(), label, voice, 1);
      variants.merge(
          key,
          one,
          (a, b) ->
              new NamingVariant(
                  a.entityId(), a.name(), a.variant(), a.label(), a.voice(), a.count() + 1));
    }
    return List.copyOf(variants.values());
  }

  /** The label in the noun phrase before a name: "the breakaway former province of X". */
  private @Nullable String label(Units units, Span name, List<Evidence> labels, SpanIndex places) {
    int at = 0;
    while (at < units.size() && units.get(at).span().end() <= name.start()) {
      at++;
    }
    int after = at;
    while (after < units.size() && units.get(after).span().start() < name.end()) {
      after++;
    }
    if (after < units.size() && units.get(after).partOfSpeech().isNoun()) {
      // "The breakaway Fenland province": the province is called so.
      return null;
    }
    for (int i = at - 1; i >= Math.max(0, at - REACH_OF_LABEL - 1); i--) {
      Units.Unit unit = units.get(i);
      PartOfSpeech part = unit.partOfSpeech();
      boolean phrase =
          part.isNoun()
              || part.isAdjective()
              || part.isPastParticiple()
              || grammar.linksLabel(unit.text())
              || part.isOpeningQuotationMark()
              || part.isAdverb();
      for (Evidence one : places.overlapping(unit.span(), labels)) {
        if (one.span().contains(unit.span())) {
          return one.text().toLowerCase(Locale.ROOT);
        }
      }
      if (!phrase) {
        return null;
      }
    }
    return null;
  }
}

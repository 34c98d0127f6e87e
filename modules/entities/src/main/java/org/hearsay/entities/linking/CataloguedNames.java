package org.hearsay.entities.linking;

import java.util.BitSet;
import java.util.List;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.Entity;
import org.hearsay.entities.EntityType;
import org.hearsay.entities.metonymy.CapitalGovernments;
import org.hearsay.entities.names.FoundNames;
import org.hearsay.entities.names.InflectedNames;
import org.hearsay.entities.names.NameFinder;
import org.hearsay.entities.reading.Reading;
import org.hearsay.entities.words.FoldedWord;
import org.hearsay.language.Sentence;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** Links the catalogued names of one article, the longest first. */
final class CataloguedNames {
  private static final double LOWER_CASE = 0.8;
  private static final double ACTING = 0.85;

  private final Reading reading;
  private final String text;
  private final Catalogue catalogue;
  private final Lookup lookup;
  private final Misreadings misreadings;
  private final NameChoice choice;

  /** Where names of treaties stand. */
  private final BitSet treaties;

  /**
   * How names are looked for and read.
   *
   * @param names as they are, and in small letters
   * @param inflected in another case
   * @param capitals whether a capital stands for its government
   */
  record Lookup(NameFinder names, InflectedNames inflected, CapitalGovernments capitals) {}

  CataloguedNames(
      Reading reading,
      Catalogue catalogue,
      Lookup lookup,
      Misreadings misreadings,
      NameChoice choice,
      BitSet treaties) {
    this.reading = reading;
    this.text = reading.text();
    this.catalogue = catalogue;
    this.lookup = lookup;
    this.misreadings = misreadings;
    this.choice = choice;
    this.treaties = treaties;
  }

  void find() {
    List<FoldedWord> words = reading.words();
    int at = 0;
    int most = words.size();
    while (at < words.size()) {
      @Nullable FoundNames found = lookup.names().longest(text, words, at, most);
      if (found == null) {
        found = inflected(words, at, most);
      }
      if (found == null) {
        at++;
        most = words.size();
        continue;
      }
      if (takes(words, at, found)) {
        at += found.size();
        most = words.size();
      } else {
        most = found.size() - 1;
      }
    }
  }

  /** The names at a place in another case than the catalogue's. */
  private @Nullable FoundNames inflected(List<FoldedWord> words, int at, int most) {
    FoldedWord word = words.get(at);
    boolean maybe =
        reading.mayBeSlavic() && word.capitalised() && lookup.inflected().mayBe(word.folded());
    if (!maybe) {
      return null;
    }
    @Nullable FoundNames found = lookup.inflected().longest(text, words, at, most);
    if (found == null) {
      return null;
    }
    boolean slavic = false;
    for (int i = at; i < at + found.size(); i++) {
      slavic |= reading.mayBeSlavic(i);
    }
    return slavic ? found : null;
  }

  /** Whether the names at a place take it: a shorter one may stand there otherwise. */
  private boolean takes(List<FoldedWord> words, int at, FoundNames found) {
    FoldedWord last = words.get(at + found.size() - 1);
    int end = last.span().end();
    boolean dotted =
        end < text.length() && text.charAt(end) == '.' && last.span().of(text).indexOf('.') > 0;
    Span span = new Span(words.get(at).span().start(), dotted ? end + 1 : end);
    if (!reading.free(span)) {
      return false;
    }
    @Nullable Sentence sentence = reading.sentence(span.start());
    @Nullable Choice chosen = sentence == null ? null : choose(sentence, span, found);
    return sentence != null && chosen != null && add(sentence, span, chosen, found);
  }

  private @Nullable Choice choose(Sentence sentence, Span span, FoundNames found) {
    if (found.inflected()) {
      return choice.inflected(span, found);
    }
    return misreadings.is(sentence, span, found) ? null : choice.of(span, found);
  }

  /**
   * Adds a catalogued name.
   *
   * @return whether it takes its place: shorter names stand within that of an office or an event
   */
  private boolean add(Sentence sentence, Span span, Choice chosen, FoundNames found) {
    Entity entity = chosen.entity();
    if (entity.type() == EntityType.PLACE && treaties.get(span.start())) {
      // "The Treaty of Rome" is not about the town.
      return false;
    }
    double confidence =
        found.lowerCase() ? Math.min(LOWER_CASE, chosen.confidence()) : chosen.confidence();
    @Nullable String actsFor = entity.actsFor();
    if (actsFor != null && !found.inflected() && lookup.capitals().acts(sentence, span)) {
      Entity actor = catalogue.entity(actsFor).orElse(entity);
      reading.add(reading.mention(span, actor, Math.min(ACTING, confidence)));
      return true;
    }
    boolean loose = entity.type() == EntityType.TITLE || entity.type() == EntityType.EVENT;
    if (loose) {
      reading.addLoose(reading.mention(span, entity, confidence));
    } else {
      reading.add(reading.mention(span, entity, confidence));
    }
    return !loose;
  }
}

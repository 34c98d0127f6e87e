package org.hearsay.entities.linking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.EntityLanguage;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.entities.instruments.Instrument;
import org.hearsay.entities.metonymy.CapitalGovernments;
import org.hearsay.entities.names.InflectedNames;
import org.hearsay.entities.names.NameFinder;
import org.hearsay.entities.nominals.Nominals;
import org.hearsay.entities.offices.OfficeHolders;
import org.hearsay.entities.offices.OfficeTerms;
import org.hearsay.entities.people.FullNames;
import org.hearsay.entities.reading.Reading;
import org.hearsay.entities.recognised.Acronyms;
import org.hearsay.entities.recognised.LongerNames;
import org.hearsay.entities.recognised.RecognisedNames;
import org.hearsay.entities.recognised.RecognisedWords;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.Sentence;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Links one article after another, in the order in which what is found decides what else may be:
 * resolutions, catalogued names, treaties, acronyms, recognised names, descriptions, holders of
 * offices, nouns. Immutable.
 */
public final class ArticleLinker {
  private final Catalogue catalogue;
  private final EntityLanguage language;
  private final RecognisedWords words;
  private final NameFinder names;
  private final OfficeTerms terms;
  private final OfficeHolders holders;
  private final Nominals nominals;
  private final CataloguedNames.Lookup lookup;

  /** Links to what a catalogue knows, by the words of a language. */
  public ArticleLinker(Catalogue catalogue, EntityLanguage language) {
    this.catalogue = catalogue;
    this.language = language;
    this.words = language.naming().recognised();
    this.names = new NameFinder(catalogue.index().names(), words.names());
    this.terms = new OfficeTerms(catalogue.entities(), words.offices());
    this.holders = new OfficeHolders(catalogue, words.offices());
    this.nominals =
        new Nominals(
            catalogue,
            new NameFinder(catalogue.index().anaphors(), words.names()),
            terms,
            language.mentioning().nominals());
    this.lookup =
        new CataloguedNames.Lookup(
            names,
            new InflectedNames(catalogue.index().names(), language.naming().inflection()),
            new CapitalGovernments(language.mentioning().capitals()));
  }

  /**
   * The mentions of a text, by where they stand.
   *
   * @param date the day on which it was written, or null where that is not known
   */
  public List<EntityMention> link(AnnotatedText annotated, @Nullable LocalDate date) {
    Reading reading =
        new Reading(annotated, names, language.naming().reading(), words.titles().titles());
    FullNames fullNames = new FullNames(reading, names, terms, words.titles());
    String read = read(annotated);
    for (Instrument resolution : language.instruments().resolutions().find(read, catalogue)) {
      reading.add(resolution.mention(reading.text()));
    }
    List<Instrument> treaties = language.instruments().treaties().find(read);
    catalogued(reading, fullNames, treaties);
    treaties(reading, treaties);
    new Acronyms(reading, words.longer().small()).find();
    new RecognisedNames(reading, fullNames, words).find();
    new Descriptions(reading, date, language.naming().linking().drafts(), words.offices())
        .find(catalogue.index().described());
    holders.find(reading, date);
    nominals.find(reading, date);
    List<EntityMention> mentions = new ArrayList<>(reading.mentions());
    mentions.sort(Comparator.comparing(EntityMention::span));
    return List.copyOf(mentions);
  }

  /** The text as far as it was annotated: nothing is told of what lies beyond. */
  private static String read(AnnotatedText annotated) {
    if (annotated.partial().isEmpty() || annotated.sentences().isEmpty()) {
      return annotated.text();
    }
    List<Sentence> sentences = annotated.sentences();
    return annotated.text().substring(0, sentences.get(sentences.size() - 1).span().end());
  }

  private void catalogued(Reading reading, FullNames fullNames, List<Instrument> treaties) {
    BitSet within = new BitSet();
    treaties.forEach(treaty -> within.set(treaty.span().start(), treaty.span().end()));
    LongerNames longerNames = new LongerNames(reading, fullNames, names, words);
    new CataloguedNames(
            reading,
            catalogue,
            lookup,
            new Misreadings(reading, fullNames, longerNames, language.naming().linking()),
            new NameChoice(reading, fullNames, terms, words.titles(), language.naming().linking()),
            within)
        .find();
  }

  /** Treaties that take no other's place, and those that hold nothing but shorter names. */
  private static void treaties(Reading reading, List<Instrument> treaties) {
    for (Instrument treaty : treaties) {
      Span span = treaty.span();
      if (reading.free(span)) {
        reading.add(treaty.mention(reading.text()));
      } else if (reading.holdsOnlyShorter(span)
          && reading.mentions(span).stream()
              .noneMatch(m -> m.type() == EntityType.LEGAL_INSTRUMENT)) {
        reading.addLoose(treaty.mention(reading.text()));
      }
    }
  }
}

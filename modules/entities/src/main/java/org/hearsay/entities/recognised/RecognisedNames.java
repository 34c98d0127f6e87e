package org.hearsay.entities.recognised;

import java.util.List;
import org.hearsay.entities.Entity;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.entities.people.FullName;
import org.hearsay.entities.people.FullNames;
import org.hearsay.entities.reading.Reading;
import org.hearsay.entities.words.FoldedWord;
import org.hearsay.language.NamedEntity;
import org.hearsay.language.Sentence;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Adds the names that the recogniser found and the catalogue did not give, clustered: a surname is
 * the person that the article names in full.
 */
public final class RecognisedNames {
  private static final double RECOGNISED = 0.7;
  private static final double CATALOGUED = 0.85;
  private static final double SHORT_FOR_FULL = 0.75;

  private final Reading reading;
  private final String text;
  private final FullNames fullNames;
  private final RecognisedWords words;

  /** The names of one article. */
  public RecognisedNames(Reading reading, FullNames fullNames, RecognisedWords words) {
    this.reading = reading;
    this.text = reading.text();
    this.fullNames = fullNames;
    this.words = words;
  }

  /** Adds a mention of each, and of each surname that the recogniser missed. */
  public void find() {
    for (NamedEntity name : reading.names()) {
      recognised(name);
    }
    surnames();
  }

  /** Surnames that the recogniser missed of those whom the article has named in full. */
  private void surnames() {
    List<FoldedWord> all = reading.words();
    for (int i = 0; i < all.size(); i++) {
      FoldedWord word = all.get(i);
      boolean maybe =
          word.capitalised()
              && fullNames.has(word.folded())
              && reading.free(word.span())
              && !words.names().isWord(word.folded());
      if (!maybe || isBesideName(i) || !isProper(word)) {
        continue;
      }
      @Nullable FullName full = fullNames.full(word.folded(), word.span().start());
      if (full != null && full.at() < word.span().start()) {
        add(word.span(), full.name(), EntityType.PERSON, full.entity(), RECOGNISED);
      }
    }
  }

  private boolean isProper(FoldedWord word) {
    @Nullable Sentence sentence = reading.sentence(word.span().start());
    int at = sentence == null ? 0 : Reading.token(sentence, word.span().start());
    return sentence != null
        && at < sentence.tokens().size()
        && sentence.tokens().get(at).partOfSpeech().isNameOfOne();
  }

  /** Whether a capitalised word that is no title stands right before or after: "Lind Street". */
  private boolean isBesideName(int at) {
    FoldedWord word = reading.words().get(at);
    List<FoldedWord> before = reading.before(word.span(), 1);
    @Nullable FoldedWord after = reading.after(word.span());
    boolean part = before.stream().anyMatch(w -> w.capitalised() && !isTitle(w));
    return part || (after != null && after.capitalised());
  }

  private boolean isTitle(FoldedWord word) {
    return reading.opensSentence(word.span().start())
        || words.titles().isTitle(word.folded())
        || words.offices().isRole(word.folded());
  }

  private void recognised(NamedEntity named) {
    List<FoldedWord> name = fullNames.words(named);
    if (name.isEmpty()) {
      return;
    }
    Span span = new Span(name.get(0).span().start(), name.get(name.size() - 1).span().end());
    EntityType type = type(named, name);
    boolean aroundPlaces =
        type == EntityType.ORGANIZATION && name.size() > 1 && reading.holdsOnlyPlaces(span);
    if (!reading.free(span) && !aroundPlaces) {
      return;
    }
    if (isWithinUncatalogued(span)) {
      return;
    }
    @Nullable FullName full = shortFor(name, type, span.start());
    if (full != null) {
      add(span, full.name(), EntityType.PERSON, full.entity(), SHORT_FOR_FULL);
      return;
    }
    String written = span.of(text).replaceAll("\\s+", " ");
    @Nullable Entity known = type == EntityType.PERSON ? fullNames.known(written) : null;
    add(span, written, type, known, RECOGNISED);
  }

  private EntityType type(NamedEntity named, List<FoldedWord> name) {
    return switch (named.type()) {
      case PERSON -> isBodys(name) ? EntityType.ORGANIZATION : EntityType.PERSON;
      case ORGANIZATION -> EntityType.ORGANIZATION;
      case LOCATION -> EntityType.PLACE;
      case MISC -> EntityType.OTHER;
    };
  }

  private boolean isWithinUncatalogued(Span span) {
    return reading.mentions(span).stream()
        .anyMatch(
            m ->
                m.entityId() == null
                    && m.span().length() > span.length()
                    && m.span().contains(span));
  }

  /** The full name that a name is short for: a surname, or a first name alone. */
  private @Nullable FullName shortFor(List<FoldedWord> name, EntityType type, int at) {
    if (name.size() > 1) {
      return type == EntityType.PERSON ? fullNames.endingIn(name, at) : null;
    }
    String word = name.get(0).folded();
    @Nullable FullName full = fullNames.full(word, at);
    if (full == null && type == EntityType.PERSON) {
      full = fullNames.beginningWith(word);
    }
    return type == EntityType.PLACE ? null : full;
  }

  /** Whether a name says that it is a body's: "Testovic Group", which no pronoun may mean. */
  private boolean isBodys(List<FoldedWord> name) {
    String last = name.get(name.size() - 1).folded();
    return name.size() > 1 && (words.bodies().isBody(last) || isPapers(name.get(0), last));
  }

  /** "Balkan Ledger"; but Emily Post is a person. */
  private boolean isPapers(FoldedWord first, String last) {
    return words.longer().lastOfPapers().contains(last)
        && words.titles().firstNames().genderOf(first.text()).isEmpty();
  }

  private void add(
      Span span, String name, EntityType type, @Nullable Entity known, double confidence) {
    EntityMention mention =
        known == null
            ? new EntityMention(span, span.of(text), type, null, name, confidence)
            : reading.mention(span, known, CATALOGUED);
    if (reading.free(span)) {
      reading.add(mention);
    } else {
      reading.addLoose(mention);
    }
  }
}

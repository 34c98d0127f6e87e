package org.hearsay.entities.recognised;

import java.util.List;
import org.hearsay.entities.Entity;
import org.hearsay.entities.EntityType;
import org.hearsay.entities.names.FoundNames;
import org.hearsay.entities.names.NameFinder;
import org.hearsay.entities.offices.OfficeWords;
import org.hearsay.entities.people.FullName;
import org.hearsay.entities.people.FullNames;
import org.hearsay.entities.people.TitleWords;
import org.hearsay.entities.reading.Reading;
import org.hearsay.entities.words.FoldedWord;
import org.hearsay.entities.words.FoldedWords;
import org.hearsay.language.NameType;
import org.hearsay.language.NamedEntity;
import org.hearsay.language.Sentence;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a catalogued name is a part of a longer name of somebody or something else: "Trump
 * Tower", "Keron Blair", "New Mexico".
 */
public final class LongerNames {
  /** The shortest word whose small letters say that a sentence is not all capitals. */
  private static final int LONGEST_SMALL = 3;

  private final Reading reading;
  private final String text;
  private final FullNames fullNames;
  private final NameFinder catalogued;
  private final TitleWords titles;
  private final OfficeWords offices;
  private final LongerNameWords words;

  /** The longer names of one article. */
  public LongerNames(
      Reading reading, FullNames fullNames, NameFinder catalogued, RecognisedWords words) {
    this.reading = reading;
    this.text = reading.text();
    this.fullNames = fullNames;
    this.catalogued = catalogued;
    this.titles = words.titles();
    this.offices = words.offices();
    this.words = words.longer();
  }

  /**
   * Whether a catalogued name at a span is a part of a longer one, which the recogniser found or
   * which begins with a first name. A full name that only the latter shows is remembered.
   */
  public boolean hasPart(Span span, FoundNames found) {
    if (found.size() == 1 && followsFirstName(span, found)) {
      return true;
    }
    if (found.size() == 1
        && found.type() == EntityType.OUTLET
        && fullNames.isSurnameOfOneBefore(span)) {
      return true;
    }
    for (NamedEntity other : reading.names(span)) {
      List<FoldedWord> full = fullNames.words(other);
      if (isLonger(full, span, found.size()) && isAnothers(other.type(), full, span, found)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a country's name as written ends those of bodies: "Priorities USA". */
  public boolean endsBodies(String name) {
    return words.endsBodies().contains(name);
  }

  private static boolean isLonger(List<FoldedWord> full, Span span, int size) {
    return full.size() > size
        && full.get(0).span().start() <= span.start()
        && full.get(full.size() - 1).span().end() >= span.end();
  }

  private boolean isAnothers(NameType kind, List<FoldedWord> full, Span span, FoundNames found) {
    EntityType type = found.type();
    if (kind == NameType.PERSON) {
      return switch (type) {
        case PERSON -> isNamesake(full, span, found.size());
        case PLACE, COUNTRY, OUTLET, NATIONALITY -> !isBeforeTitle(full, span);
        default -> false;
      };
    }
    if (type == EntityType.PERSON && found.size() == 1) {
      // "Trump Tower" is not the man.
      return true;
    }
    return switch (kind) {
      case ORGANIZATION -> isPartOfBody(full, span, type) || isPartOfFirm(full, span, type);
      case LOCATION -> isOtherPlace(full, span, type);
      default -> false;
    };
  }

  /** "New Mexico" and "South Sudan" are countries of their own. */
  private boolean isOtherPlace(List<FoldedWord> full, Span span, EntityType type) {
    return (type == EntityType.COUNTRY || type == EntityType.PLACE)
        && words.otherPlace().contains(full.get(0).folded())
        && full.get(0).span().start() < span.start();
  }

  /**
   * Whether a name within a body's is not what the body is of: "Mine Workers of America",
   * "Priorities USA", "European Council on Foreign Relations".
   */
  private boolean isPartOfBody(List<FoldedWord> full, Span span, EntityType type) {
    FoldedWord last = full.get(full.size() - 1);
    if (type == EntityType.COUNTRY) {
      String name = span.of(text);
      boolean ends =
          words.endsBodies().contains(name)
              || (words.endsBodiesLast().contains(name) && last.span().end() == span.end());
      return full.get(0).span().start() < span.start() && ends;
    }
    if (type != EntityType.ORGANIZATION || full.get(0).span().start() != span.start()) {
      return false;
    }
    for (int i = 0; i + 1 < full.size(); i++) {
      if (full.get(i).span().start() > span.end()) {
        return words.anotherBody().contains(full.get(i).folded()) && full.get(i + 1).capitalised();
      }
    }
    return false;
  }

  /** Whether a firm's name begins with an outlet's and goes on as no outlet's does. */
  private boolean isPartOfFirm(List<FoldedWord> full, Span span, EntityType type) {
    // "VOA Eurasian division" and "Washington Post reporters" are the outlets'.
    boolean first = full.get(0).span().equals(span) && !full.get(0).allCapitals();
    if (type != EntityType.OUTLET || !first || full.size() < 2) {
      return false;
    }
    FoldedWord next = full.get(1);
    return text.substring(span.end(), next.span().start()).isBlank()
        && next.capitalised()
        && !words.goesOnOutlet().contains(next.folded());
  }

  /** Whether the word before makes a name of one word somebody else's: "Keron Blair". */
  private boolean followsFirstName(Span span, FoundNames found) {
    List<FoldedWord> before = reading.before(span, 1);
    if (before.isEmpty()) {
      return false;
    }
    FoldedWord first = before.get(0);
    String surname = found.first().words().get(0).folded();
    Entity owner = found.first().owner();
    for (FullName full : fullNames.of(surname)) {
      List<FoldedWord> named = fullNames.words(full);
      boolean same =
          named.size() > 1 && named.get(named.size() - 2).folded().equals(first.folded());
      if (same && !full.isOf(owner)) {
        return true;
      }
    }
    boolean own =
        FoldedWords.of(owner.name()).stream().anyMatch(w -> w.folded().equals(first.folded()));
    if (owner.type() != EntityType.PERSON || own || !isFirstName(first, span)) {
      return false;
    }
    String full = first.text() + " " + span.of(text);
    fullNames.add(surname, new FullName(first.span().start(), full, null));
    return true;
  }

  /**
   * Whether a word before a surname is a first name: by the list of those, or, where the recogniser
   * saw no name at all, by its capital in a sentence that has small letters besides.
   */
  private boolean isFirstName(FoldedWord first, Span surname) {
    if (!first.capitalised()
        || first.allCapitals()
        || titles.noFirstNames().contains(first.folded())) {
      return false;
    }
    if (titles.isTitle(first.folded())
        || offices.isRole(first.folded())
        || catalogued.isName(text, first)) {
      return false;
    }
    if (titles.firstNames().genderOf(first.text()).isPresent()) {
      return true;
    }
    @Nullable Sentence sentence = reading.sentence(first.span().start());
    if (sentence == null || !reading.names(surname).isEmpty()) {
      return false;
    }
    int at = Reading.token(sentence, first.span().start());
    boolean name =
        at < sentence.tokens().size() && sentence.tokens().get(at).partOfSpeech().isName();
    long small =
        sentence.tokens().stream()
            .filter(
                t -> t.text().length() > LONGEST_SMALL && Character.isLowerCase(t.text().charAt(0)))
            .count();
    return name && small >= 2;
  }

  /** Whether a person's recognised name says that the catalogued part of it is somebody else's. */
  private boolean isNamesake(List<FoldedWord> full, Span span, int size) {
    int first = 0;
    while (full.get(first).span().end() <= span.start()) {
      first++;
    }
    int next = first + size;
    if (next < full.size() && titles.afterNames().contains(full.get(next).folded())) {
      return true;
    }
    if (size > 1) {
      return false;
    }
    if (first == 0) {
      return true;
    }
    FoldedWord before = full.get(first - 1);
    return !titles.isTitle(before.folded()) && !catalogued.isName(text, before);
  }

  /** "Kosovo Prime Minister Kurti": what stands before a title is no part of the name. */
  private boolean isBeforeTitle(List<FoldedWord> full, Span span) {
    for (FoldedWord word : full) {
      if (word.span().start() >= span.end() && titles.isTitle(word.folded())) {
        return true;
      }
    }
    return false;
  }
}

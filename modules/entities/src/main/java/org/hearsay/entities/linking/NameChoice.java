package org.hearsay.entities.linking;

import java.util.List;
import org.hearsay.entities.Entity;
import org.hearsay.entities.EntityType;
import org.hearsay.entities.names.FoundNames;
import org.hearsay.entities.names.OwnedName;
import org.hearsay.entities.offices.OfficeTerms;
import org.hearsay.entities.people.FullNames;
import org.hearsay.entities.people.TitleWords;
import org.hearsay.entities.reading.Reading;
import org.hearsay.entities.words.FoldedWord;
import org.hearsay.entities.words.FoldedWords;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** Chooses which of the things that have a name is meant where it stands. */
final class NameChoice {
  private static final double NAMED = 0.95;
  private static final double BY_CONTEXT = 0.8;
  private static final double INFLECTED = 0.85;

  private static final int REPORTS_BEFORE = 40;
  private static final int REPORTS_AFTER = 60;

  /** An outlet that reports counts as so many words of its context. */
  private static final int REPORTS = 2;

  /** Shorter words that open a sentence say nothing by their capital. */
  private static final int SHORTEST_NAME = 6;

  private static final int POSSESSIVE_BEFORE = 4;
  private static final int OF_AFTER = 24;

  private final Reading reading;
  private final String text;
  private final FullNames fullNames;
  private final OfficeTerms offices;
  private final TitleWords titles;
  private final LinkingWords words;

  NameChoice(
      Reading reading,
      FullNames fullNames,
      OfficeTerms offices,
      TitleWords titles,
      LinkingWords words) {
    this.reading = reading;
    this.text = reading.text();
    this.fullNames = fullNames;
    this.offices = offices;
    this.titles = titles;
    this.words = words;
  }

  /**
   * Whose an inflected name is, or null where it may be another's: "Лаврова" after a first name is
   * a woman.
   */
  @Nullable Choice inflected(Span span, FoundNames found) {
    Entity owner = found.first().owner();
    if (owner.type() == EntityType.PERSON && found.size() == 1) {
      List<FoldedWord> before = reading.before(span, 1);
      if (!before.isEmpty()
          && before.get(0).capitalised()
          && words.titlesBegin().stream().noneMatch(before.get(0).folded()::startsWith)) {
        return null;
      }
    }
    return new Choice(owner, INFLECTED);
  }

  /** Which of the things that have a name is meant, or null for none of them. */
  @Nullable Choice of(Span span, FoundNames found) {
    @Nullable Entity titled = titled(span, found);
    if (titled != null) {
      return new Choice(titled, BY_CONTEXT);
    }
    @Nullable Entity plain = null;
    @Nullable Entity best = null;
    int bestScore = 0;
    boolean tie = false;
    for (OwnedName name : found.names()) {
      Entity owner = name.owner();
      boolean own =
          owner.type() != EntityType.PERSON || found.size() > 1 || fullNames.isSurname(span, owner);
      if (!own) {
        continue;
      }
      switch (name.use()) {
        case PLAIN -> plain = plain == null ? owner : plain;
        case BARE -> plain = plain == null && standsAlone(span) ? owner : plain;
        case SHARED -> {
          int score = scoreOfShared(owner, span);
          tie = score > 0 && score == bestScore;
          if (score > bestScore) {
            best = owner;
            bestScore = score;
          }
        }
      }
    }
    if (plain != null && (best == null || score(plain, span) >= bestScore)) {
      return new Choice(plain, NAMED);
    }
    return best == null || tie ? null : new Choice(best, BY_CONTEXT);
  }

  /** "President Clinton": of several persons of a surname, the one who held such an office. */
  private @Nullable Entity titled(Span span, FoundNames found) {
    if (found.size() > 1 || found.names().size() < 2) {
      return null;
    }
    List<FoldedWord> before = reading.before(span, 1);
    if (before.isEmpty() || !titles.isTitle(before.get(0).folded())) {
      return null;
    }
    @Nullable Entity titled = null;
    for (OwnedName name : found.names()) {
      if (offices.held(name.owner().id(), before.get(0).folded())) {
        if (titled != null) {
          return null;
        }
        titled = name.owner();
      }
    }
    return titled;
  }

  /** "The Congress of Mayors" is none of those that are simply called the Congress. */
  private int scoreOfShared(Entity owner, Span span) {
    boolean anothers = owner.type() == EntityType.ORGANIZATION && !standsAlone(span);
    return anothers ? 0 : score(owner, span);
  }

  /** How much in the article speaks for an entity. */
  private int score(Entity entity, Span span) {
    if (entity.type() == EntityType.OUTLET) {
      return reports(span) ? REPORTS : 0;
    }
    int score = 0;
    for (String context : entity.context()) {
      score += reading.hasWords(FoldedWords.of(context)) ? 1 : 0;
    }
    return isNamedInFull(entity) ? score + 1 : score;
  }

  /** "The Lake Ferry Union (LFU)": the article gives the name that no one else has. */
  private boolean isNamedInFull(Entity entity) {
    boolean body = entity.type() == EntityType.ORGANIZATION || entity.type() == EntityType.MISSION;
    return body
        && entity.name().indexOf(' ') > 0
        && !entity.shared().contains(entity.name())
        && text.contains(entity.name());
  }

  private boolean reports(Span span) {
    return words
        .reports()
        .is(reading.before(span.start(), REPORTS_BEFORE), reading.after(span.end(), REPORTS_AFTER));
  }

  /** Whether no other name says whose it is: "Russia's Security Council", "House of Peers". */
  private boolean standsAlone(Span span) {
    boolean possessed =
        span.start() > 2
            && words
                .places()
                .afterOwner()
                .matcher(reading.before(span.start(), POSSESSIVE_BEFORE))
                .matches();
    if (possessed || followsOwner(span)) {
      return false;
    }
    return !words.places().ofAName().matcher(reading.after(span.end(), OF_AFTER)).matches();
  }

  /** Whether the word before is a name, or says that a part of a country is meant. */
  private boolean followsOwner(Span span) {
    List<FoldedWord> before = reading.before(span, 1);
    if (before.isEmpty()) {
      return false;
    }
    FoldedWord word = before.get(0);
    boolean opens =
        reading.opensSentence(word.span().start()) && word.text().length() < SHORTEST_NAME;
    boolean name =
        word.capitalised()
            && Character.isLetter(word.text().codePointAt(0))
            && !opens
            && !words.places().articles().contains(word.folded());
    return name || words.places().ofAPart().contains(word.folded());
  }
}

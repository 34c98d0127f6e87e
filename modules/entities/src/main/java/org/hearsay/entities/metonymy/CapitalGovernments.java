package org.hearsay.entities.metonymy;

import java.util.List;
import org.hearsay.language.Sentence;
import org.hearsay.language.grammar.PartOfSpeech;
import org.hearsay.language.grammar.WordClass;
import org.hearsay.text.Span;

/**
 * Tells a capital that stands for its government from one that is a place: a government does
 * something, or something is said or done to it. So Belgrade speaks for Serbia. Immutable.
 *
 * <p>By parts of speech and word lists, rule after rule in the order of {@link #rules}; the first
 * that knows decides. Where none does, what the name does decides, and undecided is a place.
 */
public final class CapitalGovernments {
  /** How many tokens after "'s" may be what a government has. */
  private static final int POSSESSED_WITHIN = 5;

  /** How many tokens after "is" may say what somebody is. */
  private static final int SAID_WITHIN = 3;

  /** How many tokens ", for its part," has after its first comma. */
  private static final int OWN_PART = 4;

  private final CapitalWords.Deeds deeds;
  private final CapitalWords.Relations relations;
  private final CapitalWords.Syntax syntax;
  private final List<Rule> rules =
      List.of(
          this::joinedByWhatGovernmentsHave,
          this::opensWithFor,
          this::official,
          this::addressed,
          this::withDirection,
          this::toldOrQuoted,
          this::keptOut,
          this::afterPreposition,
          this::partOfLongerName,
          this::withHyphen,
          this::withPossessive,
          this::beforeStaff);

  private enum Answer {
    GOVERNMENT,
    PLACE,
    UNKNOWN;

    static Answer of(boolean government) {
      return government ? GOVERNMENT : PLACE;
    }

    /** A rule that says something only where it holds. */
    static Answer onlyIf(boolean government) {
      return government ? GOVERNMENT : UNKNOWN;
    }
  }

  private interface Rule {
    Answer ask(CapitalInSentence name);
  }

  /** Goes by the words of one language. */
  public CapitalGovernments(CapitalWords words) {
    this.deeds = words.deeds();
    this.relations = words.relations();
    this.syntax = words.syntax();
  }

  /** Whether the capital's name at a span of a sentence stands for its government. */
  public boolean acts(Sentence sentence, Span span) {
    CapitalInSentence name = new CapitalInSentence(sentence, span, syntax.marks().both());
    for (Rule rule : rules) {
      Answer answer = rule.ask(name);
      if (answer != Answer.UNKNOWN) {
        return answer == Answer.GOVERNMENT;
      }
    }
    return does(name, name.after());
  }

  /** "The Belgrade-Pristina talks". */
  private Answer joinedByWhatGovernmentsHave(CapitalInSentence name) {
    int at = name.after();
    while (name.isDash(at) || name.is(at, PartOfSpeech::isName)) {
      at++;
    }
    boolean joined = false;
    for (int i = Math.max(0, name.first() - 2); i < at; i++) {
      joined |= name.isDash(i);
    }
    return Answer.onlyIf(joined && name.isLemma(at, relations.shared()));
  }

  /** "For Belgrade, …". */
  private Answer opensWithFor(CapitalInSentence name) {
    return Answer.onlyIf(
        name.before() == 0
            && name.isText(0, syntax.marks().opensFor())
            && name.isText(name.after(), ","));
  }

  /** "Official Belgrade". */
  private Answer official(CapitalInSentence name) {
    return Answer.onlyIf(name.isWord(name.before(), syntax.marks().official()));
  }

  /** "Talks with Belgrade"; but "the road between Belgrade and Nis". */
  private Answer addressed(CapitalInSentence name) {
    return name.isWord(name.before(), relations.addressed())
        ? Answer.of(!name.isLemma(name.before() - 1, relations.ways()))
        : Answer.UNKNOWN;
  }

  /** "Pressure on Belgrade", "to Belgrade's demands". */
  private Answer withDirection(CapitalInSentence name) {
    return name.isWord(name.before(), relations.directions())
        ? Answer.of(
            name.isLemma(name.before() - 1, relations.sent()) || hasHeld(name, name.after()))
        : Answer.UNKNOWN;
  }

  /** "Urged Belgrade", "said Belgrade". */
  private Answer toldOrQuoted(CapitalInSentence name) {
    int at = name.before();
    return Answer.onlyIf(
        name.is(at, PartOfSpeech::isVerb)
            && (name.isLemma(at, deeds.told()) || name.isLemma(at, deeds.says())));
  }

  /** "Kept Belgrade out". */
  private Answer keptOut(CapitalInSentence name) {
    return Answer.onlyIf(
        name.isLemma(name.before(), deeds.keptOut())
            && name.isText(name.after(), syntax.marks().out()));
  }

  /** "In Belgrade" is a place, "in Belgrade's interest" a government. */
  private Answer afterPreposition(CapitalInSentence name) {
    boolean preposition =
        name.is(name.before(), WordClass.ADP) && !name.isWord(name.before(), syntax.connectives());
    return preposition ? Answer.of(hasHeld(name, name.after())) : Answer.UNKNOWN;
  }

  /** Another name right before it; "St." only shortens a word. */
  private Answer partOfLongerName(CapitalInSentence name) {
    boolean part =
        name.is(name.before(), PartOfSpeech::isName) && !name.text(name.before()).endsWith(".");
    return part ? Answer.PLACE : Answer.UNKNOWN;
  }

  /** "Belgrade-backed", as two or three tokens. */
  private Answer withHyphen(CapitalInSentence name) {
    int at = name.after();
    if (name.isText(at, "-") && name.has(at + 1)) {
      return Answer.of(relations.done().contains(name.word(at + 1)));
    }
    return name.text(at).startsWith("-")
        ? Answer.of(relations.done().contains(name.word(at).substring(1)))
        : Answer.UNKNOWN;
  }

  /** "Belgrade's demand"; but "Belgrade's streets". */
  private Answer withPossessive(CapitalInSentence name) {
    return name.is(name.after(), PartOfSpeech::isPossessiveMark)
        ? Answer.of(hasHeld(name, name.after()))
        : Answer.UNKNOWN;
  }

  /** "Belgrade officials". */
  private Answer beforeStaff(CapitalInSentence name) {
    return Answer.onlyIf(
        name.isLemma(name.after(), relations.staff())
            && name.is(name.after(), PartOfSpeech::isNoun));
  }

  /** Whether what a government has follows a possessive. */
  private boolean hasHeld(CapitalInSentence name, int possessive) {
    if (!name.is(possessive, PartOfSpeech::isPossessiveMark)) {
      return false;
    }
    for (int i = possessive + 1; i < possessive + POSSESSED_WITHIN; i++) {
      if (name.isLemma(i, relations.held())) {
        return true;
      }
      boolean goesOn =
          name.is(i, PartOfSpeech::isAdjective)
              || name.is(i, PartOfSpeech::isNoun)
              || name.is(i, PartOfSpeech::isAdverb)
              || name.is(i, PartOfSpeech::isVerb)
              || name.is(i, WordClass.NUM);
      if (!goesOn) {
        return false;
      }
    }
    return false;
  }

  /** Whether what follows is what governments do: the first verb that says something. */
  private boolean does(CapitalInSentence name, int from) {
    for (int at = afterJoinedNames(name, from); name.has(at); at++) {
      if (name.isLemma(at, syntax.marks().be())) {
        return name.has(at + 1) && isSaidToBe(name, at + 1);
      }
      if (name.isText(at, ",") && hasOwnPart(name, at)) {
        at += OWN_PART;
        continue;
      }
      if (name.isLemma(at, syntax.marks().stand()) && name.has(at + 1)) {
        return name.isWord(at + 1, deeds.stands());
      }
      if (!isPassedOver(name, at)) {
        return name.is(at, PartOfSpeech::isVerb)
            && !name.is(at, PartOfSpeech::isPresentParticiple)
            && !name.isLemma(at, deeds.notDeeds());
      }
    }
    return false;
  }

  /** Past the names that this one is joined to: "Belgrade, the EU and Pristina". */
  private static int afterJoinedNames(CapitalInSentence name, int from) {
    int at = from;
    while ((name.is(at, WordClass.CCONJ) || name.isText(at, ","))
        && (name.is(at + 1, PartOfSpeech::isName)
            || (name.is(at + 1, PartOfSpeech::isDeterminer)
                && name.is(at + 2, PartOfSpeech::isName)))) {
      at += 2;
      while (name.is(at, PartOfSpeech::isName)) {
        at++;
      }
    }
    return at;
  }

  private boolean isPassedOver(CapitalInSentence name, int at) {
    return name.is(at, PartOfSpeech::isAdverb)
        || name.is(at, WordClass.AUX)
        || name.isLemma(at, syntax.auxiliaries())
        || name.isText(at, ",")
        || name.isQuotationMark(at)
        || name.isLemma(at, syntax.passedOver());
  }

  /** ", for its part,": at the first comma. */
  private boolean hasOwnPart(CapitalInSentence name, int at) {
    return name.isText(at + 1, syntax.marks().partBegins())
        && name.isText(at + OWN_PART - 1, syntax.marks().partEnds())
        && name.isText(at + OWN_PART, ",");
  }

  /** What it is said to be: ready, asking, accused. */
  private boolean isSaidToBe(CapitalInSentence name, int from) {
    int last = Math.min(name.size(), from + SAID_WITHIN);
    for (int at = from; at < last; at++) {
      if (name.isQuotationMark(at)) {
        // "was “deeply concerned”"
        last = Math.min(name.size(), last + 1);
        continue;
      }
      if (name.isLemma(at, deeds.stances()) || name.isWord(at, deeds.stances())) {
        return true;
      }
      if (name.is(at, PartOfSpeech::isPresentParticiple)) {
        return !name.isLemma(at, deeds.notDeeds());
      }
      boolean be = name.isLemma(at, syntax.marks().be());
      if (!be && name.is(at, PartOfSpeech::isPastOfVerb)) {
        return name.isLemma(at, deeds.told());
      }
      if (!be && !name.is(at, PartOfSpeech::isAdverb)) {
        return false;
      }
    }
    return false;
  }
}

package org.hearsay.claims.speakers;

import java.util.Set;
import java.util.regex.Pattern;
import org.hearsay.language.FirstNames;
import org.hearsay.text.languages.Expressions;
import org.hearsay.text.languages.WordLists;

/**
 * By which words a language says who a source is; {@code speakers.txt} and {@code words.txt} say
 * what each is.
 */
public final class SpeakerWords {
  final Pattern definite;
  final Pattern owner;
  final Pattern apart;
  final Pattern and;
  final Pattern possessive;
  final Pattern preposition;
  final Pattern several;
  final Pattern aside;
  final Pattern office;
  final Pattern outletWords;
  final Pattern joined;
  final Pattern that;
  final Pattern citedOutlet;
  final Pattern otherBodies;
  final Pattern otherBody;
  final String describedBefore;
  final String describedAfter;
  final Set<String> personal;
  final Set<String> impersonal;
  final Set<String> relative;
  final Set<String> firstPerson;
  final Set<String> plural;
  final FirstNames firstNames;

  /**
   * Those of a language.
   *
   * @param in as {@code speakers.txt} names them
   * @param lists as {@code words.txt} names them
   * @param firstNames which pronoun goes with a name
   */
  public SpeakerWords(Expressions in, WordLists lists, FirstNames firstNames) {
    this.definite = in.pattern("definite");
    this.owner = in.pattern("owner");
    this.apart = in.pattern("apart");
    this.and = in.pattern("and");
    this.possessive = in.pattern("possessive");
    this.preposition = in.pattern("preposition");
    this.several = in.pattern("several");
    this.aside = in.pattern("aside");
    this.office = in.pattern("office");
    this.outletWords = in.pattern("outlet-words");
    this.joined = in.pattern("joined");
    this.that = in.pattern("that");
    this.citedOutlet = in.pattern("cited-outlet");
    this.otherBodies = in.pattern("other-bodies");
    this.otherBody = in.pattern("other-body");
    this.describedBefore = in.text("described-before");
    this.describedAfter = in.text("described-after");
    this.personal = lists.words("personal");
    this.impersonal = lists.words("impersonal");
    this.relative = lists.words("relative");
    this.firstPerson = lists.words("first-person");
    this.plural = lists.words("plural");
    this.firstNames = firstNames;
  }
}

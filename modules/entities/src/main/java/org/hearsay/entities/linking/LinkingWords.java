package org.hearsay.entities.linking;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearsay.entities.words.OutletWords;
import org.hearsay.text.attribution.AttributingVerbs;
import org.hearsay.text.languages.Expressions;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.WordLists;

/**
 * What tells in one language which thing a catalogued name means, if any.
 *
 * @param reports where an outlet's name reports
 * @param drafts what says that a described resolution was only proposed
 * @param places what tells whether a place's name means the place
 * @param repeats what makes an acronym none
 * @param titlesBegin how titles of an inflected language begin that stand before a name
 */
public record LinkingWords(
    Beside reports, Beside drafts, Places places, Repeats repeats, Set<String> titlesBegin) {

  /**
   * What stands beside a span.
   *
   * @param before looked for in the text before it, up to it
   * @param after looked for in the text after it, from it on
   */
  record Beside(Pattern before, Pattern after) {
    private static Beside of(Expressions expressions) {
      return new Beside(expressions.pattern("before"), expressions.pattern("after"));
    }

    /** Whether either stands within so many code units. */
    boolean is(String before, String after) {
      return this.before.matcher(before).find() || this.after.matcher(after).find();
    }
  }

  /**
   * Names of places.
   *
   * @param notThePlace what makes a place's name that of something else, as written
   * @param states parts of a country, in small letters
   * @param ofAPart what stands before the bodies of parts of a country, folded
   * @param articles what stands before a body's name without saying whose it is, folded
   * @param in what stands before a place and not before a person
   * @param afterOwner what ends in a possessive before a name: "Russia's "
   * @param ofAName what after a body's name says whose it is
   */
  record Places(
      Set<String> notThePlace,
      Set<String> states,
      Set<String> ofAPart,
      Set<String> articles,
      Pattern in,
      Pattern afterOwner,
      Pattern ofAName) {}

  /**
   * Acronyms that are none.
   *
   * @param acronyms those that order to repeat something where that is what they mean: RT
   * @param broadcaster what makes a mission's acronym a broadcaster's name
   * @param please before an acronym: an order
   * @param from after it: repeated from somebody
   * @param before before it: where an order or a verb stands
   * @param after after it: what is to be repeated
   */
  record Repeats(
      Set<String> acronyms,
      Pattern broadcaster,
      Pattern please,
      Pattern from,
      Pattern before,
      Pattern after) {}

  /** Those of the folders of the text's language and of the inflected one. */
  public static LinkingWords read(LanguageFolder folder, LanguageFolder slavic) {
    WordLists places = folder.words("place-names.txt");
    Set<String> notThePlace = new HashSet<>(places.words("not-the-place"));
    notThePlace.addAll(OutletWords.read(folder).papers());
    Expressions owners = folder.expressions("place-expressions.txt");
    Expressions repeats = folder.expressions("repeat-expressions.txt");
    return new LinkingWords(
        Beside.of(
            folder.expressions("outlet-reports.txt", AttributingVerbs.load(folder.language()))),
        Beside.of(folder.expressions("drafts.txt")),
        new Places(
            Set.copyOf(notThePlace),
            Set.copyOf(places.words("states")),
            Set.copyOf(places.words("of-a-part")),
            Set.copyOf(places.words("articles")),
            owners.pattern("in"),
            owners.pattern("after-owner"),
            owners.pattern("of-a-name")),
        new Repeats(
            Set.copyOf(folder.words("acronyms.txt").words("repeat")),
            repeats.pattern("broadcaster"),
            repeats.pattern("please"),
            repeats.pattern("repeated-from"),
            repeats.pattern("repeat-before"),
            repeats.pattern("repeat-after")),
        Set.copyOf(slavic.words("slavic-words.txt").words("titles-begin")));
  }
}

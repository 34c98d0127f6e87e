package org.hearsay.entities.nominals;

import java.util.List;
import java.util.Set;
import org.hearsay.entities.offices.OfficeWords;
import org.hearsay.entities.reading.Reading;
import org.hearsay.entities.words.FoldedWord;
import org.hearsay.entities.words.Possessives;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.WordForms;
import org.hearsay.text.languages.WordLists;

/**
 * What stands beside nouns that mean something named before, in one language; all words folded.
 *
 * @param definite what opens such words: the
 * @param modifiesAfter after a noun, what says which one it is
 * @param goesOn after the catalogue's words for a thing, what makes them another's
 * @param endsApposition what ends an apposition that says what somebody is
 * @param former what says that a role is held no more
 * @param possessives what stands behind a noun's apostrophe, or where that got lost
 * @param bodies what bodies are called
 * @param offices what the holders of offices are called
 */
public record NominalWords(
    Set<String> definite,
    Set<String> modifiesAfter,
    GoesOn goesOn,
    Set<String> endsApposition,
    Former former,
    Possessives possessives,
    BodyWords bodies,
    OfficeWords offices) {

  /**
   * What makes words another's.
   *
   * @param always in any case: "the alliance of mayors"
   * @param beforeCapital before a capital only: "the Alliance for Progress"
   */
  record GoesOn(Set<String> always, Set<String> beforeCapital) {}

  /**
   * What stands before a role that is held no more.
   *
   * @param before right before it: "former"
   * @param furtherOff with a word between: "former prime minister"
   */
  record Former(Set<String> before, Set<String> furtherOff) {}

  /** Those of a language's folder, with forms of the language's attributing verbs. */
  public static NominalWords read(
      LanguageFolder folder, WordForms verbs, BodyWords bodies, OfficeWords offices) {
    WordLists lists = folder.words("nominals.txt");
    WordLists roles = folder.words("office-roles.txt", verbs);
    return new NominalWords(
        Set.copyOf(lists.words("definite")),
        Set.copyOf(lists.words("modifies-after")),
        new GoesOn(
            Set.copyOf(lists.words("goes-on")), Set.copyOf(lists.words("goes-on-before-capital"))),
        Set.copyOf(roles.words("ends-apposition")),
        new Former(
            Set.copyOf(roles.words("former")), Set.copyOf(roles.words("former-further-off"))),
        Possessives.read(folder),
        bodies,
        offices);
  }

  /** Whether words are "the" and a word for a group, which {@link GroupNouns} finds. */
  boolean isTheGroup(List<FoldedWord> words) {
    return words.size() == 2
        && definite.contains(words.get(0).folded())
        && bodies.groups().contains(words.get(1).folded());
  }

  /** Whether the words after a noun say which one, or make it a part of a longer name. */
  boolean isModified(Reading reading, int noun) {
    List<FoldedWord> words = reading.words();
    if (noun + 1 >= words.size()) {
      return false;
    }
    FoldedWord next = words.get(noun + 1);
    String between = reading.text().substring(words.get(noun).span().end(), next.span().start());
    if (between.matches("['’-]")) {
      return !possessives.isEnding(next);
    }
    if (!between.isBlank()) {
      return false;
    }
    return next.capitalised()
        || modifiesAfter.contains(next.folded())
        || possessives.isEnding(next)
        || offices.isRole(next.folded());
  }
}

package org.hearsay.entities.metonymy;

import java.util.Set;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.WordLists;

/**
 * By what words a capital shows in one language that it stands for its government: the lists of
 * {@code capital-speaks-for-country.txt}, whose remarks say what each holds.
 *
 * @param deeds what governments do, are and are told
 * @param relations what stands between a government and others
 * @param syntax small words by which the rules find their way through a sentence
 */
public record CapitalWords(Deeds deeds, Relations relations, Syntax syntax) {
  /**
   * What governments do, are and are told.
   *
   * @param notDeeds what towns do too
   * @param stances what one is ready or angry to be
   * @param told what one does to somebody who can answer
   * @param says what somebody says before the name of who said it
   * @param keptOut what is done to one who is kept out, before the name
   * @param stands how one stands who is no town
   */
  public record Deeds(
      Set<String> notDeeds,
      Set<String> stances,
      Set<String> told,
      Set<String> says,
      Set<String> keptOut,
      Set<String> stands) {}

  /**
   * What stands between a government and others.
   *
   * @param addressed right before a name: with, against
   * @param ways what is between towns: roads
   * @param directions right before a name: from, to
   * @param sent what comes from, goes to, or lies on a government
   * @param held what a government has
   * @param shared what two governments have with each other
   * @param done what is done by a government: backed, issued
   * @param staff who works for a government
   */
  public record Relations(
      Set<String> addressed,
      Set<String> ways,
      Set<String> directions,
      Set<String> sent,
      Set<String> held,
      Set<String> shared,
      Set<String> done,
      Set<String> staff) {}

  /**
   * Small words.
   *
   * @param auxiliaries verbs that stand before others
   * @param passedOver other words on the way from a name to its verb
   * @param connectives prepositions by their tag that join clauses
   * @param marks words that a rule asks for: out, For, official, both, stand, be
   */
  public record Syntax(
      Set<String> auxiliaries, Set<String> passedOver, Set<String> connectives, Marks marks) {}

  /**
   * Words that a rule asks for, each by the name of its list.
   *
   * @param partBegins the first word between the commas of ", for its part,"
   * @param partEnds the last one
   */
  public record Marks(
      Set<String> out,
      Set<String> opensFor,
      Set<String> official,
      Set<String> both,
      Set<String> stand,
      Set<String> be,
      Set<String> partBegins,
      Set<String> partEnds) {}

  /** Those of a language's folder. */
  public static CapitalWords read(LanguageFolder folder) {
    WordLists lists = folder.words("capital-speaks-for-country.txt");
    return new CapitalWords(
        new Deeds(
            words(lists, "not-deeds"),
            words(lists, "stances"),
            words(lists, "told"),
            words(lists, "says"),
            words(lists, "kept-out"),
            words(lists, "stands")),
        new Relations(
            words(lists, "addressed"),
            words(lists, "ways"),
            words(lists, "directions"),
            words(lists, "sent"),
            words(lists, "held"),
            words(lists, "shared"),
            words(lists, "done"),
            words(lists, "staff")),
        new Syntax(
            words(lists, "auxiliaries"),
            words(lists, "passed-over"),
            words(lists, "connectives"),
            new Marks(
                words(lists, "out"),
                words(lists, "opens-for"),
                words(lists, "official"),
                words(lists, "both"),
                words(lists, "stand"),
                words(lists, "be"),
                words(lists, "part-begins"),
                words(lists, "part-ends"))));
  }

  private static Set<String> words(WordLists lists, String name) {
    return Set.copyOf(lists.words(name));
  }
}

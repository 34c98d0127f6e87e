package org.hearsay.entities.nominals;

import java.util.Map;
import java.util.Set;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.WordForms;
import org.hearsay.text.languages.WordLists;

/**
 * What bodies are called by in one language; all words folded.
 *
 * @param bodies what a body may be, as the last word of its name and as a word for it
 * @param groups what bodies are called that are introduced so: group, party
 * @param groupByName what a body is by a word of its name
 * @param sameGroup another word for one of the groups
 * @param apposition the small words by which a text says what a body is
 */
public record BodyWords(
    Set<String> bodies,
    Set<String> groups,
    Map<String, String> groupByName,
    Map<String, String> sameGroup,
    Apposition apposition) {

  /**
   * Small words beside a body's name.
   *
   * @param indefinite what introduces a group without a name
   * @param says "Hamas is a militant group"
   * @param articles what opens an apposition
   * @param ends what ends one before it has said what the body is
   * @param noGroupBefore what makes a word for a group none: "a party to"
   */
  record Apposition(
      Set<String> indefinite,
      Set<String> says,
      Set<String> articles,
      Set<String> ends,
      Set<String> noGroupBefore) {}

  /** Those of a language's folder, with forms of the language's attributing verbs. */
  public static BodyWords read(LanguageFolder folder, WordForms verbs) {
    WordLists lists = folder.words("bodies.txt", verbs);
    return new BodyWords(
        Set.copyOf(lists.words("bodies")),
        Set.copyOf(lists.words("groups")),
        lists.table("group-by-name"),
        lists.table("same-group"),
        new Apposition(
            Set.copyOf(lists.words("indefinite")),
            Set.copyOf(lists.words("says-what-it-is")),
            Set.copyOf(lists.words("articles")),
            Set.copyOf(lists.words("ends-apposition")),
            Set.copyOf(lists.words("no-group-before"))));
  }

  /** Whether a name's folded last word says that a body has it. */
  public boolean isBody(String word) {
    return bodies.contains(word) || groupByName.containsKey(word);
  }

  /** The group that a word for groups stands for. */
  String group(String word) {
    return sameGroup.getOrDefault(word, word);
  }
}

package org.hearsay.entities.offices;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearsay.entities.words.FoldedWord;
import org.hearsay.entities.words.FoldedWords;
import org.hearsay.text.Span;
import org.hearsay.text.languages.Expressions;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.WordLists;
import org.jspecify.annotations.Nullable;

/**
 * How offices and their holders are called in one language; all words folded.
 *
 * @param roles what somebody may be, besides a name
 * @param kinds what makes two words one role: "foreign minister"
 * @param roleOfItsOwn the kinds that make a role which is not the one without them: "vice
 *     president"
 * @param abbreviated what is short for a role
 * @param same other names of a role: prime minister, premier
 * @param notTheHolder what stands before an office that means no one or not its holder
 * @param notYet what stands after it
 */
public record OfficeWords(
    Set<String> roles,
    Set<String> kinds,
    Map<String, String> roleOfItsOwn,
    Map<String, String> abbreviated,
    Map<String, String> same,
    Pattern notTheHolder,
    Pattern notYet) {

  /** How far beside an office is looked, in UTF-16 code units. */
  private static final int NEAR = 24;

  /** Those of a language's folder. */
  public static OfficeWords read(LanguageFolder folder) {
    WordLists lists = folder.words("office-roles.txt");
    Expressions expressions = folder.expressions("office-expressions.txt");
    return new OfficeWords(
        Set.copyOf(lists.words("roles")),
        Set.copyOf(lists.words("kinds")),
        lists.table("role-of-its-own"),
        lists.table("abbreviated"),
        lists.table("same"),
        expressions.pattern("not-the-holder"),
        expressions.pattern("not-yet"));
  }

  /** Whether a folded word is what somebody may be. */
  public boolean isRole(String folded) {
    return roles.contains(folded);
  }

  /** What the holder of an office is called: "minister" and "foreign minister". */
  Set<String> ofOffice(String office) {
    List<FoldedWord> words = FoldedWords.of(office);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).folded();
      if (isRole(word)) {
        return called(i > 0 ? words.get(i - 1).folded() : "", word);
      }
    }
    return Set.of();
  }

  private Set<String> called(String before, String role) {
    @Nullable String own = roleOfItsOwn.get(before);
    if (own != null) {
      return Set.of(own);
    }
    if (!kinds.contains(before)) {
      return Set.of(role);
    }
    String longer = before + " " + role;
    Set<String> called = new HashSet<>(Set.of(role, longer));
    addSame(longer, called);
    return called;
  }

  /** Adds the other name of a role: a prime minister is a premier. */
  public void addSame(String role, Set<String> to) {
    @Nullable String other = same.get(role);
    if (other != null) {
      to.add(other);
    }
  }

  /** Whether an office is anybody's, or that of one who no longer or does not yet hold it. */
  public boolean ofSomeone(String text, Span office) {
    return notTheHolder
            .matcher(text.substring(Math.max(0, office.start() - NEAR), office.start()))
            .find()
        || notYet
            .matcher(text.substring(office.end(), Math.min(text.length(), office.end() + NEAR)))
            .find();
  }
}

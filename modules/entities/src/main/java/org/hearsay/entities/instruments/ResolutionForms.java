package org.hearsay.entities.instruments;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearsay.text.languages.Expressions;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.WordLists;

/**
 * How resolutions are written in one language: the expressions of {@code resolutions.txt}, whose
 * remarks say what each is and what its groups hold.
 *
 * @param numbers forms that say by themselves whose the resolution is, and lists of numbers
 * @param adopted what stands behind a number and says who adopted it
 * @param others what shows that a resolution is another body's
 * @param unContext what a text says that is about the UN
 * @param names how canonical names begin, by {@code council} and {@code assembly}
 * @param unBegins how the name of a council or an assembly begins that says that it is the UN's
 * @param written how the word for a resolution is written
 */
record ResolutionForms(
    Numbers numbers,
    Adopted adopted,
    Others others,
    Pattern unContext,
    Map<String, String> names,
    Set<String> unBegins,
    Written written) {

  /** As many signs as "resolutions number" and "ES-" have, and some. */
  private static final int LONGEST_TO_NUMBER = 24;

  /**
   * Forms of a number.
   *
   * @param assembly of the General Assembly; the number is group 1, 2 or 3
   * @param symbol "S/RES/1244"; the number is group 1, as in the next three
   * @param abbreviated "UNSCR 1244"
   * @param numberFirst "UN 1244 resolution"
   * @param numberAloneFirst "the 1244 resolution", whoever's
   * @param numbered "Resolution 1244": group 1 a council, 2 the UN, 3 the word, 4 the number
   * @param next another number of a list
   * @param countsOthers what makes that number one of something else
   */
  record Numbers(
      Pattern assembly,
      Pattern symbol,
      Pattern abbreviated,
      Pattern numberFirst,
      Pattern numberAloneFirst,
      Pattern numbered,
      Pattern next,
      Pattern countsOthers) {}

  /**
   * Who adopted it.
   *
   * @param byCouncil "of the Security Council", "by the UN"; in the order in which they are tried
   * @param byAssembly "of the General Assembly"
   */
  record Adopted(List<Pattern> byCouncil, Pattern byAssembly) {}

  /**
   * Another body's.
   *
   * @param before what stands right before: "House Resolution"
   * @param ofTheCouncil what does not count among those where the council's number is known
   * @param near a body that stands near
   * @param ownCouncil what makes a council a country's own
   */
  record Others(Pattern before, Pattern ofTheCouncil, Pattern near, Pattern ownCouncil) {}

  /**
   * The word for a resolution.
   *
   * @param begins how it begins before or after a number, in small letters
   * @param beginsName how it begins where it is written as a part of a name
   * @param shortForms what stands in resolutions that are written without it
   */
  record Written(List<String> begins, List<String> beginsName, Set<String> shortForms) {}

  static ResolutionForms read(LanguageFolder folder) {
    Expressions forms = folder.expressions("resolutions.txt");
    WordLists lists = folder.words("resolution-words.txt");
    return new ResolutionForms(
        new Numbers(
            forms.pattern("assembly-forms"),
            forms.pattern("symbol"),
            forms.pattern("abbreviated"),
            forms.pattern("number-first"),
            forms.pattern("number-alone-first"),
            forms.pattern("numbered"),
            forms.pattern("next"),
            forms.pattern("counts-others")),
        new Adopted(
            List.of(forms.pattern("by-council"), forms.pattern("by-un")),
            forms.pattern("by-assembly")),
        new Others(
            forms.pattern("others"),
            forms.pattern("of-the-council"),
            forms.pattern("other-body"),
            forms.pattern("own-council")),
        forms.pattern("un-context"),
        lists.table("names"),
        Set.copyOf(lists.words("un-begins")),
        new Written(
            List.copyOf(lists.words("begins")),
            List.copyOf(lists.words("begins-name")),
            Set.copyOf(lists.words("short-forms"))));
  }

  /** Whether the word for a resolution is written as a part of a name. */
  boolean isOfAName(String word) {
    return written.beginsName().stream().anyMatch(word::startsWith);
  }

  /** The canonical name of a resolution that no catalogue names. */
  String name(String body, String number) {
    return names.get(body) + " " + number;
  }

  /**
   * Whether an expression can match at all: they cost half of all linking where they are tried at
   * every letter of texts that have none. Says yes to more than they match, never no to what they
   * do.
   */
  boolean mayStandIn(String text) {
    if (written.shortForms().stream().anyMatch(text::contains)) {
      return true;
    }
    return written.begins().stream().anyMatch(begin -> standsByNumber(text, begin));
  }

  private static boolean standsByNumber(String text, String begin) {
    char small = begin.charAt(0);
    char capital = Character.toUpperCase(small);
    for (int i = 0; i + begin.length() < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == small || c == capital)
          && text.regionMatches(true, i, begin, 0, begin.length())
          && hasNumber(text, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a digit stands right before the word that begins there, or not far behind it. */
  private static boolean hasNumber(String text, int word) {
    int before = word - 1;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    if (before >= 0 && Character.isDigit(text.charAt(before))) {
      return true;
    }
    int signs = 0;
    for (int i = word; i < text.length() && signs < LONGEST_TO_NUMBER; i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        return true;
      }
      signs += Character.isWhitespace(c) ? 0 : 1;
    }
    return false;
  }
}

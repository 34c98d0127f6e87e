package org.hearsay.claims;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.language.FirstNames;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Tells an outlet that no catalogue knows by words: those of its name ("the Norfield Gazette"),
 * those that stand beside it ("the weekly Zrak"), those that stand for it ("the newspaper"), and
 * the place that it has in a text ("Zrak, citing two ministers, reported that").
 */
final class OutletWords {
  private static final String ARTICLE = "(?:[Tt]he |[Aa]n? )?";

  private static final String WORD = "\\p{Lu}[\\p{L}\\p{N}&.’'-]*";

  /** Last words of a name that hardly anything but an outlet has. */
  private static final String LAST =
      "(?:News|Times|Post|Herald|Journal|Tribune|Gazette|Telegraph|Press|Chronicle|Courier|TV"
          + "|Radio|Television)";

  /** Those that are words besides, and say it only after "the" or another word of the name. */
  private static final String LAST_OF_SEVERAL =
      "(?:Guardian|Independent|Economist|Spectator|Observer|Ledger|Mirror|Dispatch|Monitor|Examiner|Inquirer|Sentinel|Bulletin|Echo|Argus"
          + "|Globe|Daily|Weekly|Today|Online|Insider|Newswire|Newsroom|Broadcasting|Zeitung"
          + "|Nachrichten|Tageblatt|Anzeiger|Kurier|Novine|Novosti|Vesti|Vijesti|Gazeta|Gazzetta"
          + "|Giornale|Diario|Dnevnik|Kurir|Glasnik|Pravda)";

  /** What a text calls an outlet. */
  private static final String NOUN =
      "(?:daily|weekly|newspaper|tabloid|broadsheet|magazine|broadcaster|podcast|newswire"
          + "|news (?:agency|service|site|website|portal|outlet|channel|magazine|programme|program)"
          + "|(?:radio|television|TV) (?:station|channel|network|programme|program))";

  /** Those that a name after them makes an outlet's, but not a name before them. */
  private static final String NOUN_BEFORE = "(?:" + NOUN + "|website|portal|blog|channel|outlet)";

  /** Names that say when. */
  static final String DATE =
      "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
          + "|August|September|October|November|December)\\b";

  private static final String DESCRIBED =
      "(?:(?:\\p{Lu}[\\p{L}-]+|state|private|public|local|independent|leading|opposition|business"
          + "|online|national|regional|conservative|liberal|popular|influential|sports|financial"
          + "|investigative|commercial|rival|satirical|left-wing|right-wing|pro-\\p{L}+"
          + "|\\p{L}+-(?:owned|run|based|backed|language)) ){0,3}";

  private static final Pattern NAMED =
      Pattern.compile(
          ARTICLE
              + "(?:"
              + ("(?:(?!" + DATE + ")" + WORD + " ){1,4}(?:" + NOUN + "|television|radio|website)")
              + ("|(?:" + WORD + " ){1,4}(?:state )?(?:media|channel)")
              + ("|(?:" + WORD + " (?:of )?){0,4}" + LAST)
              + "|(?:Radio|TV|Televizija|Canal|Channel|Le|Der|Die|Corriere|Al) \\p{Lu}[\\p{L}\\p{N}-]+"
              + ")\\b(?! \\p{Lu})");

  private static final Pattern NAMED_BY_SEVERAL =
      Pattern.compile(
          "(?:[Tt]he (?:"
              + WORD
              + " ){0,3}|(?:"
              + WORD
              + " ){1,3})"
              + LAST_OF_SEVERAL
              + "\\b(?! \\p{Lu}|[’'-]\\p{L}{2})");

  private static final Pattern APPOSED =
      Pattern.compile(
          ARTICLE
              + DESCRIBED
              + NOUN_BEFORE
              + " ((?!"
              + DATE
              + ")"
              + WORD
              + "(?: "
              + WORD
              + "){0,3})");

  /** "State media", "local newspapers", "Russian news agencies". */
  private static final Pattern SEVERAL =
      Pattern.compile(
          "(?:[Tt]he )?(?:(?:[Ll]ocal|[Ss]tate(?:-run|-owned)?|[Nn]ational|[Ff]oreign|[Oo]pposition"
              + "|[Pp]ro-\\p{L}+|[Ii]ndependent|[Ss]everal|[Ss]ome|\\p{Lu}\\p{L}+) ){1,3}"
              + "(?:media(?: outlets| reports)?|newspapers|news (?:agency|agencies|sites|outlets)"
              + "|broadcasters|tabloids|television|TV|radio)\\b(?! \\p{Lu})");

  /** "The newspaper", where it does not only describe what follows ("the newspaper's editor"). */
  private static final Pattern ANAPHOR =
      Pattern.compile(
          "(?:[Tt]he|[Tt]his|[Tt]hat) (?:same )?(?:paper|"
              + NOUN
              + ")"
              + "(?=\\s*(?:[.,;:”\"]|$|\\s(?:that|in|on|at|this|last|by|after|during|from|via"
              + "|earlier|when|under|about|and|who|which|had|has|said|says|reported|reports|quoted|quotes|cited|cites|carried|revealed|claimed|wrote"
              + "|writes|he|she|they|it|"
              + DATE
              + ")\\b))");

  private static final String FULL_NAME =
      "(\\p{Lu}[\\p{L}\\p{N}&.’'-]*(?: \\p{Lu}[\\p{L}\\p{N}&.’'-]*){0,3})";

  /** Where only an outlet has a place: it cites and reports, and is told things in interviews. */
  private static final Pattern PLACED =
      Pattern.compile(
          "\\b[Aa]ccording to (?:the )?"
              + FULL_NAME
              + ", (?:citing|quoting|which (?:has |had |also )?(?:cited|quoted|cites|quotes))\\b"
              + "|"
              + FULL_NAME
              + ", (?:citing|quoting) [^,.;:“”\"]{2,120}, (?:has |had |first |exclusively )?"
              + "(?:reported|reports|wrote|writes)\\b"
              + ("|\\b(?:told|tells) "
                  + FULL_NAME
                  + " (?:in|during) an? (?:[\\p{L}-]+ ){0,3}interview\\b"));

  private static final Set<String> NO_NAMES =
      Set.of("the", "he", "she", "it", "they", "we", "a", "an", "this", "that", "i", "who");

  private OutletWords() {}

  /** The outlet that a text's words name at a place; null where they name none. */
  static @Nullable Span at(String text, int at, int end) {
    Matcher apposed = APPOSED.matcher(text).region(at, end);
    if (apposed.lookingAt()) {
      return trimmed(text, new Span(apposed.start(1), apposed.end(1)));
    }
    for (Pattern pattern : new Pattern[] {NAMED, NAMED_BY_SEVERAL, SEVERAL}) {
      Matcher matcher = pattern.matcher(text).region(at, end);
      if (matcher.lookingAt()) {
        return new Span(at, matcher.end());
      }
    }
    // What follows the noun may lie beyond what is searched.
    Matcher anaphor = ANAPHOR.matcher(text).region(at, end).useTransparentBounds(true);
    return anaphor.lookingAt() ? new Span(at, anaphor.end()) : null;
  }

  /**
   * The names that the text shows to be outlets' by where they stand; elsewhere in the text they
   * are, too. None that begins like a person's.
   */
  static Set<String> placed(String text) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = PLACED.matcher(text);
    while (matcher.find()) {
      for (int group = 1; group <= matcher.groupCount(); group++) {
        if (matcher.group(group) != null) {
          String name = trimmed(text, new Span(matcher.start(group), matcher.end(group))).of(text);
          String first = name.split(" ", -1)[0];
          boolean word = NO_NAMES.contains(name.toLowerCase(Locale.ROOT));
          if (!word && FirstNames.gender(first).isEmpty()) {
            names.add(name.startsWith("The ") ? name.substring("The ".length()) : name);
          }
        }
      }
    }
    return names;
  }

  /** A name without a stop or a possessive at its end. */
  private static Span trimmed(String text, Span name) {
    String written = name.of(text);
    int end = written.replaceFirst("(?:[’']s?|\\.)$", "").length();
    return new Span(name.start(), name.start() + end);
  }
}

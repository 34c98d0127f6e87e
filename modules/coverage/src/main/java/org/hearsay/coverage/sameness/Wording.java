package org.hearsay.coverage.sameness;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.lineage.WordRuns;
import org.hearsay.text.Fold;
import org.hearsay.text.SpellingFold;

/**
 * The content of a claim as it is compared with others: its words, and what two claims must not
 * disagree in to say the same: numbers, names, days, and yes or no. English. Immutable.
 */
public final class Wording {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\d[\\d,.]*\\d(?:st|nd|rd|th)?|\\d(?:st|nd|rd|th)?|[%€$£]|\\p{L}[\\p{L}\\p{M}’']*");

  private static final SamenessLanguage ENGLISH = SamenessLanguage.ENGLISH;

  /** Words in a run, and one in how many runs is a key: by its hash, wherever it stands. */
  private static final int GRAM = 3;

  private static final int SAMPLED = 3;
  private static final int MOST_GRAMS = 16;

  private static final int STEM = 6;
  private static final int FEWEST_WORDS = 3;
  private static final int FEWEST_STEMS = 2;

  private final String text;
  private final boolean denied;
  private final List<String> words;
  private final Set<String> stems;
  private final Set<String> allStems;
  private final Set<String> numbers;
  private final Set<String> times;
  private final Set<String> names;
  private final Set<String> folded;
  private final int negations;

  private Wording(
      String text,
      boolean denied,
      List<String> words,
      Set<String> stems,
      Set<String> allStems,
      Set<String> numbers,
      Set<String> times,
      Set<String> names,
      Set<String> folded,
      int negations) {
    this.text = text;
    this.denied = denied;
    this.words = words;
    this.stems = stems;
    this.allStems = allStems;
    this.numbers = numbers;
    this.times = times;
    this.names = names;
    this.folded = folded;
    this.negations = negations;
  }

  /**
   * Reads a claim's content.
   *
   * @param content as it stands in an article, with or without quotation marks
   * @param denied whether the claim is that this is not so: "denied that …"
   */
  public static Wording of(String content, boolean denied) {
    String text = trimmed(content);
    List<String> tokens = new ArrayList<>();
    List<Boolean> capital = new ArrayList<>();
    Matcher found = TOKEN.matcher(text);
    while (found.find()) {
      // A sentence inside the content begins with a capital, too.
      boolean begins = found.start() == 0 || ".!?“\"".indexOf(before(text, found.start())) >= 0;
      String token = found.group();
      boolean acronym = token.length() > 1 && token.equals(token.toUpperCase(Locale.ROOT));
      for (String part : split(token)) {
        if (Fold.name(part).isEmpty()) {
          // Letters that stand for a mark alone, as those of old Arabic fonts: no word.
          continue;
        }
        tokens.add(part);
        capital.add(Character.isUpperCase(token.charAt(0)) && (!begins || acronym));
      }
    }
    List<String> words = new ArrayList<>();
    Set<String> stems = new LinkedHashSet<>();
    Set<String> allStems = new LinkedHashSet<>();
    Set<String> times = new TreeSet<>();
    Set<String> names = new TreeSet<>();
    Set<String> folded = new TreeSet<>();
    int negations = denied ? 1 : 0;
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      String lower = token.toLowerCase(Locale.ROOT);
      String stem = stem(token);
      words.add(Fold.name(token));
      allStems.add(stem);
      folded.add(SpellingFold.fold(token));
      if (ENGLISH.negators().contains(lower)) {
        negations++;
      }
      boolean isMonth = Quantities.isMonth(token);
      if (isMonth || ENGLISH.days().contains(lower)) {
        times.add(lower);
      } else if (capital.get(i) && !ENGLISH.fillers().contains(lower)) {
        names.add(SpellingFold.fold(token));
      }
      if ((!ENGLISH.fillers().contains(lower) || isMonth)
          && !ENGLISH.negators().contains(lower)
          && Character.isLetter(lower.charAt(0))
          && !Quantities.isNumber(lower)) {
        stems.add(stem);
      }
    }
    return new Wording(
        text,
        denied,
        List.copyOf(words),
        Set.copyOf(stems),
        Set.copyOf(allStems),
        Set.copyOf(Quantities.in(tokens)),
        Set.copyOf(times),
        Set.copyOf(names),
        Set.copyOf(folded),
        negations);
  }

  private static char before(String text, int at) {
    int i = at - 1;
    while (i > 0 && text.charAt(i) == ' ') {
      i--;
    }
    return i < 0 ? '.' : text.charAt(i);
  }

  /** Without marks around it and the "that" before it, apostrophes and white space as one. */
  private static String trimmed(String content) {
    String straight = content.replaceAll("[’‘ʼ]", "'").replaceAll("[\\s\\u00a0]+", " ");
    String text = straight.strip().replaceFirst("^[\\p{Punct}“”‘’«»\\s]+", "");
    text = text.replaceFirst("(?:[\\p{Punct}&&[^%)]]|[“”‘’«»\\s])+$", "");
    String that = ENGLISH.beforeContent() + " ";
    return text.regionMatches(true, 0, that, 0, that.length())
        ? text.substring(that.length()).strip()
        : text;
  }

  private static List<String> split(String token) {
    String straight = token.replace('’', '\'').replaceAll("^'+|'+$", "");
    if (straight.isEmpty()) {
      return List.of();
    }
    String lower = straight.toLowerCase(Locale.ROOT);
    if (lower.endsWith("n't")) {
      String verb = straight.substring(0, straight.length() - 3);
      return verb.isEmpty() ? List.of("not") : List.of(verb, "not");
    }
    int mark = straight.indexOf('\'');
    return mark > 0 ? List.of(straight.substring(0, mark)) : List.of(straight);
  }

  /** Enough of a word to find its other forms by. */
  static String stem(String word) {
    String base = Fold.name(word);
    for (String ending : ENGLISH.endings()) {
      if (base.length() > ending.length() + 2 && base.endsWith(ending)) {
        base = base.substring(0, base.length() - ending.length());
        break;
      }
    }
    int last = base.length() - 1;
    if (last > 2 && base.charAt(last) == base.charAt(last - 1)) {
      base = base.substring(0, last);
    } else if (last > 2 && base.charAt(last) == 'e') {
      base = base.substring(0, last);
    } else if (last > 2 && base.charAt(last) == 'y') {
      base = base.substring(0, last) + 'i';
    }
    return base.substring(0, Math.min(STEM, base.length()));
  }

  /**
   * What is compared: the content without marks around it, its apostrophes and white space in one
   * form. All else that is said of a wording follows from it.
   */
  public String text() {
    return text;
  }

  /** The same for every way to set the same words: what a wording is known by. */
  public String key() {
    return (denied ? "not: " : "") + String.join(" ", words);
  }

  /** Whether the claim is that it is not so. */
  public boolean denied() {
    return denied;
  }

  /**
   * Whether it says enough to be known again: "the request" of two articles need not be the same
   * request.
   */
  public boolean tells() {
    return words.size() >= FEWEST_WORDS && stems.size() >= FEWEST_STEMS;
  }

  /** The keys that claims meet under that have words in a row in common, ascending, each once. */
  public long[] runKeys() {
    long[] hashes = new long[words.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = hash(words.get(i));
    }
    TreeSet<Long> kept = new TreeSet<>();
    for (long run : WordRuns.hashes(hashes, GRAM)) {
      if (Long.remainderUnsigned(run, SAMPLED) == 0) {
        kept.add(run >>> 1);
      }
    }
    return kept.stream().limit(MOST_GRAMS).mapToLong(Long::longValue).toArray();
  }

  private static long hash(String word) {
    long hash = 7;
    for (int i = 0; i < word.length(); i++) {
      hash = Statement.mix(hash + word.charAt(i));
    }
    return hash;
  }

  /** How many words it has. */
  public int size() {
    return words.size();
  }

  /** The words that carry its meaning, without their endings. */
  Set<String> stems() {
    return stems;
  }

  List<String> words() {
    return words;
  }

  /** Those of its other words as well. */
  Set<String> allStems() {
    return allStems;
  }

  Set<String> numbers() {
    return numbers;
  }

  Set<String> times() {
    return times;
  }

  Set<String> names() {
    return names;
  }

  /** All words as names are compared: in spite of how they are romanised. */
  Set<String> folded() {
    return folded;
  }

  /** How often it says no. */
  int negations() {
    return negations;
  }

  @Override
  public String toString() {
    return text;
  }
}

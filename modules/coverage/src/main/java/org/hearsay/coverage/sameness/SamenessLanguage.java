package org.hearsay.coverage.sameness;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearsay.text.attribution.AttributingVerbs;
import org.hearsay.text.languages.LanguageFileException;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.LanguageLine;
import org.hearsay.text.languages.Titles;
import org.hearsay.text.languages.WordLists;

/**
 * What is known of a language to put claims together: who says them, whether two say the same, and
 * what their cues let a reader think. Its folder, read once. Immutable.
 */
public final class SamenessLanguage {
  private final Set<String> fillers;
  private final Set<String> negators;
  private final Set<String> days;
  private final Set<String> months;
  private final Set<String> unsureMonths;
  private final Map<String, String> negativeEndings;
  private final Stems stems;
  private final String beforeContent;
  private final Map<String, Integer> cardinals;
  private final List<String> ordinals;
  private final Map<String, Double> scales;
  private final Map<String, Integer> parts;
  private final Set<String> unsureParts;
  private final Set<String> beforeUnsureParts;
  private final List<List<String>> beforeWholes;
  private final List<List<String>> hundredths;
  private final Set<String> hundredthsBeginnings;
  private final Pattern token;
  private final List<List<Set<String>>> opposites;
  private final Set<String> noNames;
  private final Set<String> titles;
  private final Pattern apostrophes;
  private final AttributingVerbs verbs;

  private SamenessLanguage(LanguageFolder folder) {
    WordLists words = folder.words("words.txt");
    fillers = Set.copyOf(words.words("fillers"));
    negators = Set.copyOf(words.words("negators"));
    WordLists calendar = folder.shared().words("calendar.txt");
    days = small(calendar.words("days"));
    months = small(calendar.words("months"));
    unsureMonths = Set.copyOf(words.words("unsure-months"));
    negativeEndings = words.table("negative-endings");
    stems = new Stems(words);
    beforeContent = words.words("before-content").iterator().next();
    WordLists numbers = folder.words("numbers.txt");
    cardinals = numbers(numbers, "cardinals", Integer::valueOf);
    ordinals = List.copyOf(numbers.words("ordinals"));
    scales = numbers(numbers, "scales", Double::valueOf);
    parts = numbers(numbers, "parts", Integer::valueOf);
    unsureParts = Set.copyOf(numbers.words("unsure-parts"));
    beforeUnsureParts = Set.copyOf(numbers.words("before-unsure-parts"));
    beforeWholes = phrases(numbers, "before-wholes");
    hundredths = phrases(numbers, "hundredths");
    hundredthsBeginnings = Set.copyOf(numbers.words("hundredths-beginnings"));
    token = token(numbers.words("ordinal-endings"));
    opposites =
        folder.words("opposites.txt").section("opposites").stream().map(this::pair).toList();
    WordLists speakers = folder.words("speakers.txt");
    noNames = Set.copyOf(speakers.words("no-names"));
    Set<String> before = new HashSet<>(speakers.words("before-names"));
    before.addAll(Titles.of(folder.language()));
    titles = Set.copyOf(before);
    Set<String> possessives = folder.shared().words("possessives.txt").words("endings");
    apostrophes = Pattern.compile("[’'](?:" + anyOf(possessives) + ")?\\b");
    verbs = AttributingVerbs.load(folder.language());
  }

  /**
   * Reads a language's folder.
   *
   * @param language an ISO 639-1 code, such as {@code en}
   * @throws LanguageFileException when the folder is missing or a file in it is not as it should be
   */
  public static SamenessLanguage load(String language) {
    return new SamenessLanguage(LanguageFolder.of(SamenessLanguage.class, language));
  }

  /** A number in figures, a sign that says what numbers count, or a word with its apostrophes. */
  private static Pattern token(Set<String> ordinalEndings) {
    String ending = "(?:" + anyOf(ordinalEndings) + ")?";
    return Pattern.compile(
        "\\d[\\d,.]*\\d" + ending + "|\\d" + ending + "|[%€$£]|\\p{L}[\\p{L}\\p{M}’']*");
  }

  private static Set<String> small(Set<String> words) {
    return words.stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String anyOf(Set<String> words) {
    return words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
  }

  private static List<List<String>> phrases(WordLists lists, String name) {
    return lists.words(name).stream().map(phrase -> List.of(phrase.split(" ", -1))).toList();
  }

  private static <N> Map<String, N> numbers(
      WordLists lists, String name, Function<String, N> read) {
    Map<String, N> out = new LinkedHashMap<>();
    lists.table(name).forEach((word, number) -> out.put(word, read.apply(number)));
    return Map.copyOf(out);
  }

  private List<Set<String>> pair(LanguageLine line) {
    String[] sides = line.text().split("\\|", -1);
    if (sides.length != 2) {
      throw new LanguageFileException(line.where(), "write one side | the other");
    }
    return Arrays.stream(sides).map(this::side).toList();
  }

  private Set<String> side(String words) {
    Set<String> out = new LinkedHashSet<>();
    for (String word : words.split(",", -1)) {
      out.add(stems.of(word.strip()));
    }
    return Set.copyOf(out);
  }

  /** Words that say nothing of what a claim says. */
  Set<String> fillers() {
    return fillers;
  }

  /** Words that say no. */
  Set<String> negators() {
    return negators;
  }

  Set<String> days() {
    return days;
  }

  Set<String> months() {
    return months;
  }

  /** Months that are other words as well, unless they begin with a capital. */
  Set<String> unsureMonths() {
    return unsureMonths;
  }

  /** Endings that say no, with the word that each is read as. */
  Map<String, String> negativeEndings() {
    return negativeEndings;
  }

  /** How a word's other forms are found. */
  Stems stems() {
    return stems;
  }

  /** What a content is cut into: numbers in figures, signs, words. */
  Pattern token() {
    return token;
  }

  /** What stands before a content and is no part of it. */
  String beforeContent() {
    return beforeContent;
  }

  Map<String, Integer> cardinals() {
    return cardinals;
  }

  /** In order from 0. */
  List<String> ordinals() {
    return ordinals;
  }

  Map<String, Double> scales() {
    return scales;
  }

  /** Parts of a whole, in hundredths. */
  Map<String, Integer> parts() {
    return parts;
  }

  /** Parts that are ordinals as well. */
  Set<String> unsureParts() {
    return unsureParts;
  }

  /** Words before {@link #unsureParts} that tell that a part is meant. */
  Set<String> beforeUnsureParts() {
    return beforeUnsureParts;
  }

  /** What stands between a number and the whole that it is a part of, each as words. */
  List<List<String>> beforeWholes() {
    return beforeWholes;
  }

  /** What says after a number that it is in hundredths, each as words. */
  List<List<String>> hundredths() {
    return hundredths;
  }

  /** How a word begins that says after a number that it is in hundredths. */
  Set<String> hundredthsBeginnings() {
    return hundredthsBeginnings;
  }

  /** Stems of words that say the opposite of each other, the one side and the other. */
  List<List<Set<String>>> opposites() {
    return opposites;
  }

  /** Words that name nobody, also where a name stands before them. */
  Set<String> noNames() {
    return noNames;
  }

  /** What stands before a name and is no part of it. */
  Set<String> titles() {
    return titles;
  }

  /** An apostrophe in a name and what goes with it. */
  Pattern apostrophes() {
    return apostrophes;
  }

  /** The verbs that attribute, by which cues let a reader think something. */
  public AttributingVerbs verbs() {
    return verbs;
  }
}

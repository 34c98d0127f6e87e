package org.hearsay.coverage.sameness;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hearsay.text.languages.LanguageFileException;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.LanguageLine;
import org.hearsay.text.languages.Titles;
import org.hearsay.text.languages.WordLists;

/** What is known of a language to tell whether two claims say the same: its folder, read once. */
final class SamenessLanguage {
  /** The language that claims are compared in. */
  static final SamenessLanguage ENGLISH =
      new SamenessLanguage(LanguageFolder.of(SamenessLanguage.class, "en"));

  private final Set<String> fillers;
  private final Set<String> negators;
  private final Set<String> days;
  private final Set<String> months;
  private final Set<String> unsureMonths;
  private final List<String> endings;
  private final String beforeContent;
  private final Map<String, Integer> cardinals;
  private final List<String> ordinals;
  private final Map<String, Double> scales;
  private final Map<String, Integer> parts;
  private final List<List<Set<String>>> opposites;
  private final Set<String> noNames;
  private final Set<String> titles;

  private SamenessLanguage(LanguageFolder folder) {
    WordLists words = folder.words("words.txt");
    fillers = Set.copyOf(words.words("fillers"));
    negators = Set.copyOf(words.words("negators"));
    days = Set.copyOf(words.words("days"));
    months = Set.copyOf(words.words("months"));
    unsureMonths = Set.copyOf(words.words("unsure-months"));
    endings = List.copyOf(words.words("endings"));
    beforeContent = words.words("before-content").iterator().next();
    WordLists numbers = folder.words("numbers.txt");
    cardinals = numbers(numbers, "cardinals", Integer::valueOf);
    ordinals = List.copyOf(numbers.words("ordinals"));
    scales = numbers(numbers, "scales", Double::valueOf);
    parts = numbers(numbers, "parts", Integer::valueOf);
    opposites =
        folder.words("opposites.txt").section("opposites").stream()
            .map(SamenessLanguage::pair)
            .toList();
    WordLists speakers = folder.words("speakers.txt");
    noNames = Set.copyOf(speakers.words("no-names"));
    Set<String> before = new HashSet<>(speakers.words("before-names"));
    before.addAll(Titles.of(folder.language()));
    titles = Set.copyOf(before);
  }

  private static <N> Map<String, N> numbers(
      WordLists lists, String name, Function<String, N> read) {
    Map<String, N> out = new LinkedHashMap<>();
    lists.table(name).forEach((word, number) -> out.put(word, read.apply(number)));
    return Map.copyOf(out);
  }

  private static List<Set<String>> pair(LanguageLine line) {
    String[] sides = line.text().split("\\|", -1);
    if (sides.length != 2) {
      throw new LanguageFileException(line.where(), "write one side | the other");
    }
    return Arrays.stream(sides).map(SamenessLanguage::side).toList();
  }

  private static Set<String> side(String words) {
    Set<String> out = new LinkedHashSet<>();
    for (String word : words.split(",", -1)) {
      out.add(word.strip());
    }
    return out;
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

  /** Endings that are cut off a word to find its other forms, the first that fits. */
  List<String> endings() {
    return endings;
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

  /** Words that say the opposite of each other, the one side and the other. */
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
}

package org.hearsay.framing.terms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.text.attribution.AttributingVerb;
import org.hearsay.text.attribution.AttributingVerbs;
import org.hearsay.text.attribution.VerbWording;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.LanguageLine;
import org.jspecify.annotations.Nullable;

/**
 * Terms that show framing, from text files that users extend without code. Immutable.
 *
 * <p>A file holds sections. {@code [CATEGORY] reason} opens one: a {@link Category} and the line
 * that a person is shown. Below it, one line a group of terms, with tabs between: the terms, with
 * commas between; the parts of speech that they count in (empty for any); a weight, 0..1. Terms are
 * written in dictionary form; hyphens and spaces are the same. A later file's term replaces the
 * same term of that category; with weight 0 it takes it out. {@code #} begins a remark. Files that
 * come with Hearsay refer to verbs of the lexicon as word lists do.
 *
 * <p>Parts of speech, several in a row for any of them: {@code n} noun, {@code v} verb, {@code a}
 * adjective or participle, {@code r} adverb, {@code m} modal, {@code c} verb with a clause after
 * it, {@code s} head of a claim's source. They hold for a term's last word, those of verbs for its
 * first.
 */
public final class FramingTerms {
  private static final List<String> FILES =
      List.of("loaded.txt", "labels.txt", "certainty.txt", "sourcing.txt", "accusations.txt");
  private static final Pattern SECTION = Pattern.compile("\\[([A-Z_]+)]\\s+(\\S.*)");
  private static final Pattern PARTS = Pattern.compile("[nvarmcs]*");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s-]+");

  /**
   * One term.
   *
   * @param words its words, folded, at least one
   * @param parts the parts of speech that it counts in; empty for any
   * @param weight 0..1
   * @param category what it shows
   * @param reason why, for people
   */
  public record Term(
      List<String> words, String parts, double weight, Category category, String reason) {

    /** Keeps its own copy of the list. */
    public Term {
      words = List.copyOf(words);
    }
  }

  private final Map<String, List<Term>> byFirstWord;

  private FramingTerms(Map<String, List<Term>> byFirstWord) {
    this.byFirstWord = byFirstWord;
  }

  /**
   * The terms that come with Hearsay: those of the language's folder and its attributing verbs.
   *
   * @param language an ISO 639-1 code, such as {@code en}
   */
  public static FramingTerms builtIn(String language) {
    try {
      return builtInAnd(language, List.of());
    } catch (LexiconException e) {
      throw new IllegalStateException("the built-in terms are broken", e);
    }
  }

  /**
   * The terms that come with Hearsay and more, which go before.
   *
   * @param language an ISO 639-1 code, such as {@code en}
   * @throws LexiconException when a file is not as it should be
   */
  public static FramingTerms builtInAnd(String language, List<LexiconSource> more)
      throws LexiconException {
    LanguageFolder folder = LanguageFolder.of(FramingTerms.class, language);
    AttributingVerbs verbs = AttributingVerbs.load(language);
    Map<String, Term> terms = new LinkedHashMap<>();
    for (String file : FILES) {
      read(folder.lines(file), (written, where) -> folder.parts(written, verbs, where), terms);
    }
    addVerbs(verbs, terms);
    for (LexiconSource source : more) {
      read(source, terms);
    }
    return of(terms);
  }

  /**
   * The terms of the given files alone, the later ones going before.
   *
   * @throws LexiconException when a section's category is not known, a term stands outside of a
   *     section, or a line has not the three fields that it should have
   */
  public static FramingTerms of(List<LexiconSource> sources) throws LexiconException {
    Map<String, Term> terms = new LinkedHashMap<>();
    for (LexiconSource source : sources) {
      read(source, terms);
    }
    return of(terms);
  }

  private static FramingTerms of(Map<String, Term> terms) {
    Map<String, List<Term>> byFirstWord = new HashMap<>();
    for (Term term : terms.values()) {
      if (term.weight() > 0) {
        byFirstWord.computeIfAbsent(term.words().get(0), w -> new ArrayList<>()).add(term);
      }
    }
    Comparator<Term> longestFirst = Comparator.comparingInt(t -> -t.words().size());
    byFirstWord.values().forEach(list -> list.sort(longestFirst));
    return new FramingTerms(byFirstWord);
  }

  private static void addVerbs(AttributingVerbs verbs, Map<String, Term> into) {
    for (AttributingVerb verb : verbs.all()) {
      verb.wordings()
          .forEach(
              (wording, weight) ->
                  put(
                      new Term(
                          words(verb.lemma()),
                          parts(wording),
                          weight,
                          category(wording),
                          verbs.reason(wording)),
                      into));
    }
  }

  private static Category category(VerbWording wording) {
    return switch (wording) {
      case FACTIVE -> Category.FACTIVE;
      case ASSERTIVE -> Category.ASSERTIVE;
      case DOUBTS, VOUCHES, ADMITS, MOCKS, DRAMATISES, ACCUSES -> Category.JUDGING_VERB;
    };
  }

  private static String parts(VerbWording wording) {
    return category(wording) == Category.JUDGING_VERB ? "v" : "c";
  }

  private static void put(Term term, Map<String, Term> into) {
    into.put(term.category() + " " + term.parts() + " " + String.join(" ", term.words()), term);
  }

  /** What gives the terms of a group, each as it is written, by the group's text and its place. */
  private interface Group extends BiFunction<String, String, List<String>> {}

  private static void read(LexiconSource source, Map<String, Term> into) throws LexiconException {
    read(
        LanguageLine.of(source.name(), source.text()),
        (written, where) -> List.of(written.split(",", -1)),
        into);
  }

  private static void read(List<LanguageLine> lines, Group group, Map<String, Term> into)
      throws LexiconException {
    @Nullable Category category = null;
    String reason = "";
    for (LanguageLine line : lines) {
      String where = line.where() + ": ";
      if (line.text().startsWith("[")) {
        Matcher section = SECTION.matcher(line.text().strip());
        if (!section.matches()) {
          throw new LexiconException(where + "a section begins with [CATEGORY] and a reason");
        }
        category = category(section.group(1), where);
        reason = section.group(2);
      } else if (category == null) {
        throw new LexiconException(where + "a term before the first [CATEGORY] line");
      } else {
        readGroup(line, group, category, reason, into);
      }
    }
  }

  /** One line of terms that share parts of speech and weight. */
  private static void readGroup(
      LanguageLine line, Group group, Category category, String reason, Map<String, Term> into)
      throws LexiconException {
    String where = line.where() + ": ";
    String[] fields = line.text().split("\t", -1);
    // A group for any part of speech may leave out the empty field between.
    if (fields.length < 2 || fields.length > 3) {
      throw new LexiconException(
          where + "write terms, parts of speech and weight with tabs between them");
    }
    String parts = fields.length == 3 ? fields[1].strip() : "";
    if (!PARTS.matcher(parts).matches()) {
      throw new LexiconException(where + "parts of speech are of n v a r m c s, not " + parts);
    }
    double weight = weight(fields[fields.length - 1].strip(), where);
    for (String written : group.apply(fields[0], line.where())) {
      List<String> words = words(written);
      if (words.isEmpty()) {
        throw new LexiconException(where + "an empty term");
      }
      Term term = new Term(words, parts, weight, category, reason);
      put(term, into);
      if (weight == 0) {
        into.replaceAll(
            (key, other) ->
                other.category() == category && other.words().equals(words) ? term : other);
      }
    }
  }

  private static Category category(String name, String where) throws LexiconException {
    return Arrays.stream(Category.values())
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new LexiconException(
                    where
                        + "no category is called "
                        + name
                        + "; there are "
                        + Arrays.toString(Category.values())));
  }

  private static double weight(String written, String where) throws LexiconException {
    double weight;
    try {
      weight = Double.parseDouble(written);
    } catch (NumberFormatException e) {
      throw new LexiconException(where + "a weight is a number from 0 to 1, not " + written);
    }
    if (!(weight >= 0 && weight <= 1)) {
      throw new LexiconException(where + "a weight is a number from 0 to 1, not " + written);
    }
    return weight;
  }

  /** A term or a token as the words that are compared: lower case, split at spaces and hyphens. */
  public static List<String> words(String written) {
    String folded = written.strip().toLowerCase(Locale.ROOT).replace('’', '\'');
    return folded.isEmpty()
        ? List.of()
        : BETWEEN_WORDS.splitAsStream(folded).filter(w -> !w.isEmpty()).toList();
  }

  /** The terms whose first word this is, the longest first. */
  public List<Term> startingWith(String word) {
    return byFirstWord.getOrDefault(word, List.of());
  }
}

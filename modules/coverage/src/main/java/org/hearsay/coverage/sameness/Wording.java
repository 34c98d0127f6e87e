package org.hearsay.coverage.sameness;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.lineage.WordRuns;

/**
 * The content of a claim as it is compared with others: its words, and what two claims must not
 * disagree in to say the same: numbers, names, days, and yes or no. Immutable.
 */
public final class Wording {
  /** Words in a run, and one in how many runs is a key: by its hash, wherever it stands. */
  private static final int GRAM = 3;

  private static final int SAMPLED = 3;
  private static final int MOST_GRAMS = 16;

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

  Wording(WordingReader read) {
    text = read.text;
    denied = read.denied;
    words = List.copyOf(read.words);
    stems = Set.copyOf(read.stems);
    allStems = Set.copyOf(read.allStems);
    numbers = Set.copyOf(read.numbers);
    times = Set.copyOf(read.times);
    names = Set.copyOf(read.names);
    folded = Set.copyOf(read.folded);
    negations = read.negations;
  }

  /**
   * Reads a claim's content.
   *
   * @param content as it stands in an article, with or without quotation marks
   * @param denied whether the claim is that this is not so: "denied that …"
   * @param language the language that it is in
   */
  public static Wording of(String content, boolean denied, SamenessLanguage language) {
    return new Wording(new WordingReader(content, denied, language));
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

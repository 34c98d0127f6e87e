package org.hearsay.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.text.Fold;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.WordLists;

/**
 * What a first name says about who bears it: by the lists that a language's folder names and by its
 * own, which go first. Immutable.
 */
public final class FirstNames {
  private final Map<String, Gender> known;

  /** How the pronouns of a man and of a woman begin. */
  private final Set<String> he;

  private final Set<String> she;

  private FirstNames(Map<String, Gender> known, Set<String> he, Set<String> she) {
    this.known = known;
    this.he = he;
    this.she = she;
  }

  /** Which pronoun goes with a name. */
  public enum Gender {
    MALE,
    FEMALE
  }

  /**
   * The first names that texts of a language have.
   *
   * @param language its ISO 639-1 code
   * @throws org.hearsay.text.languages.LanguageFileException when the language's folder lacks them
   */
  public static FirstNames load(String language) {
    LanguageFolder folder = LanguageFolder.of(FirstNames.class, language);
    WordLists lists = folder.words("first-names.txt");
    Map<String, Gender> known = new HashMap<>();
    lists.words("list").forEach(list -> read(list, known));
    lists.words("male").forEach(name -> known.put(name, Gender.MALE));
    lists.words("female").forEach(name -> known.put(name, Gender.FEMALE));
    lists.words("either").forEach(known::remove);
    WordLists pronouns = folder.words("pronouns.txt");
    return new FirstNames(Map.copyOf(known), pronouns.words("male"), pronouns.words("female"));
  }

  /**
   * The gender of a first name, without regard to case and diacritics; empty for one that is not
   * known or says nothing.
   */
  public Optional<Gender> genderOf(String firstName) {
    return Optional.ofNullable(known.get(Fold.name(firstName)));
  }

  /** Whether "he" or "she" may stand for a name: not where the first name says otherwise. */
  public boolean mayStandFor(String pronoun, String name) {
    String folded = pronoun.toLowerCase(Locale.ROOT);
    boolean woman = she.stream().anyMatch(folded::startsWith);
    boolean man = he.stream().anyMatch(folded::startsWith);
    int space = name.indexOf(' ');
    if (space < 0 || !(man || woman)) {
      return true;
    }
    Gender wanted = woman ? Gender.FEMALE : Gender.MALE;
    return genderOf(name.substring(0, space)).map(wanted::equals).orElse(true);
  }

  private static void read(String list, Map<String, Gender> into) {
    try (InputStream in = FirstNames.class.getResourceAsStream(list)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + list);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line : (Iterable<String>) lines.lines()::iterator) {
        String[] columns = line.split("\t", -1);
        if (columns.length == 2 && (columns[1].equals("MALE") || columns[1].equals("FEMALE"))) {
          into.put(Fold.name(columns[0]), Gender.valueOf(columns[1]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + list, e);
    }
  }
}

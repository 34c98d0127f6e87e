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
import org.hearsay.text.Fold;

/**
 * What a first name says about who bears it: by the list of names that comes with CoreNLP, which is
 * of American ones, and by our own, which goes first.
 */
public final class FirstNames {
  private static final String LIST = "/edu/stanford/nlp/models/dcoref/namegender.combine.txt";
  private static final String OWN = "first-names.txt";
  private static final Map<String, Gender> KNOWN = read();

  private FirstNames() {}

  /** Which pronoun goes with a name. */
  public enum Gender {
    MALE,
    FEMALE
  }

  /**
   * The gender of a first name, without regard to case and diacritics; empty for one that is not
   * known or says nothing.
   */
  public static Optional<Gender> gender(String firstName) {
    return Optional.ofNullable(KNOWN.get(Fold.name(firstName)));
  }

  /** Whether "he" or "she" may stand for a name: not where the first name says otherwise. */
  public static boolean mayBe(String pronoun, String name) {
    String folded = pronoun.toLowerCase(Locale.ROOT);
    boolean he = folded.startsWith("he") || folded.startsWith("hi");
    boolean she = folded.startsWith("she") || folded.startsWith("her");
    int space = name.indexOf(' ');
    if (space < 0 || !(he || she)) {
      return true;
    }
    Gender wanted = she ? Gender.FEMALE : Gender.MALE;
    return gender(name.substring(0, space)).map(wanted::equals).orElse(true);
  }

  private static Map<String, Gender> read() {
    Map<String, Gender> known = new HashMap<>();
    try (BufferedReader lines = open(LIST)) {
      for (String line : (Iterable<String>) lines.lines()::iterator) {
        String[] columns = line.split("\t", -1);
        if (columns.length == 2 && (columns[1].equals("MALE") || columns[1].equals("FEMALE"))) {
          known.put(Fold.name(columns[0]), Gender.valueOf(columns[1]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + LIST, e);
    }
    own(known);
    return Map.copyOf(known);
  }

  private static void own(Map<String, Gender> known) {
    Optional<Gender> gender = Optional.empty();
    try (BufferedReader lines = open(OWN)) {
      for (String line : (Iterable<String>) lines.lines()::iterator) {
        if (line.startsWith("#")) {
          continue;
        }
        switch (line) {
          case "male" -> gender = Optional.of(Gender.MALE);
          case "female" -> gender = Optional.of(Gender.FEMALE);
          case "either" -> gender = Optional.empty();
          default -> {
            for (String name : line.split(" ", -1)) {
              if (gender.isPresent()) {
                known.put(name, gender.get());
              } else {
                known.remove(name);
              }
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + OWN, e);
    }
  }

  private static BufferedReader open(String list) {
    InputStream in = FirstNames.class.getResourceAsStream(list);
    if (in == null) {
      throw new IllegalStateException("not on the class path: " + list);
    }
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }
}

package org.hearsay.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which nouns mean a person: "architect", not "statement". */
public final class PersonNouns {
  // CoreNLP's list of animate words has a party and a reserve for persons.
  private static final String LIST = "person-nouns.txt";
  private static final Set<String> KNOWN = read();

  private PersonNouns() {}

  /** Whether a noun in the singular means somebody. */
  public static boolean contain(String noun) {
    return KNOWN.contains(noun.toLowerCase(Locale.ROOT));
  }

  private static Set<String> read() {
    try (InputStream in = PersonNouns.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + LIST);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.split(" ", -1)))
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + LIST, e);
    }
  }
}

package org.hearsay.entities;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is commonly known of an outlet.
 *
 * @param agency whether it is a news agency
 * @param country the id of the country that it is published in, or null
 * @param language the ISO 639-1 code of the language that it publishes in, or null
 * @param kind what it is, or null
 * @param owner who owns it where that is commonly documented, or null
 */
public record OutletFacts(
    boolean agency,
    @Nullable String country,
    @Nullable String language,
    @Nullable OutletKind kind,
    @Nullable Ownership owner) {
  /** What an outlet is. */
  public enum OutletKind {
    NEWSPAPER,
    MAGAZINE,
    BROADCASTER,
    AGENCY,
    ONLINE;

    /** The word that catalogues have for it: its name in lower case. */
    public String word() {
      return OutletFacts.word(this);
    }

    /**
     * The kind that a catalogue's word stands for.
     *
     * @throws IllegalArgumentException when it stands for none; the message has those that do
     */
    public static OutletKind of(String word) {
      return named(OutletKind.class, word);
    }
  }

  /** Who owns an outlet. */
  public enum Ownership {
    STATE,
    /** A public-service broadcaster. */
    PUBLIC,
    PARTY,
    PRIVATE;

    /** The word that catalogues have for it: its name in lower case. */
    public String word() {
      return OutletFacts.word(this);
    }

    /**
     * The ownership that a catalogue's word stands for.
     *
     * @throws IllegalArgumentException when it stands for none; the message has those that do
     */
    public static Ownership of(String word) {
      return named(Ownership.class, word);
    }
  }

  private static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E named(Class<E> kind, String word) {
    EnumSet<E> all = EnumSet.allOf(kind);
    for (E one : all) {
      if (word(one).equals(word)) {
        return one;
      }
    }
    List<String> words = all.stream().map(OutletFacts::word).sorted().toList();
    throw new IllegalArgumentException(word + " is none of " + words);
  }
}

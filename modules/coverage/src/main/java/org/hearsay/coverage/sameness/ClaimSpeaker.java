package org.hearsay.coverage.sameness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hearsay.text.Fold;
import org.hearsay.text.SpellingFold;
import org.jspecify.annotations.Nullable;

/**
 * Who a claim is attributed to, as claims of different articles are held against each other: by the
 * words of the language that the name stands in.
 *
 * @param id the catalogue id, or null
 * @param name who that is, or null where the text names nobody
 */
public record ClaimSpeaker(@Nullable String id, @Nullable String name) {
  /** Whether anybody is named. */
  public enum Kind {
    /** A person, a body or a thing by name. */
    NAMED,
    /** Somebody, but nobody by name: officials, a resident, he. */
    UNNAMED,
    /** Nobody at all. */
    NONE
  }

  private static final String CATALOGUED = "id:";
  private static final String BY_NAME = "name:";

  /** Whether anybody is named. */
  public Kind kind(SamenessLanguage language) {
    if (id != null) {
      return Kind.NAMED;
    }
    if (name == null || name.isBlank()) {
      return Kind.NONE;
    }
    String[] words = name.strip().split("\\s+", -1);
    boolean described = language.noNames().contains(words[words.length - 1]);
    for (String word : words) {
      if (!described
          && Character.isUpperCase(word.codePointAt(0))
          && !language.noNames().contains(word.toLowerCase(Locale.ROOT))) {
        return words(name, language).isEmpty() ? Kind.UNNAMED : Kind.NAMED;
      }
    }
    return Kind.UNNAMED;
  }

  /**
   * What all claims that may have this speaker are kept under: the catalogue id, else the name's
   * last word.
   *
   * @return null where nobody is named
   */
  public @Nullable String key(SamenessLanguage language) {
    if (kind(language) != Kind.NAMED) {
      return null;
    }
    if (id != null) {
      return CATALOGUED + id;
    }
    List<String> words = words(name == null ? "" : name, language);
    return BY_NAME + words.get(words.size() - 1);
  }

  /**
   * Whether claims of one key may have one speaker: the same id, or every word of the shorter name
   * is in the longer one.
   */
  public boolean maybe(ClaimSpeaker other, SamenessLanguage language) {
    if (id != null || other.id != null) {
      return id != null && id.equals(other.id);
    }
    Set<String> one = new HashSet<>(words(name == null ? "" : name, language));
    Set<String> two = new HashSet<>(words(other.name == null ? "" : other.name, language));
    return one.containsAll(two) || two.containsAll(one);
  }

  /** One form for every way to write the same: what claims of one wording are told apart by. */
  public String identity(SamenessLanguage language) {
    return id != null
        ? CATALOGUED + id
        : BY_NAME + String.join(" ", words(name == null ? "" : name, language));
  }

  private static List<String> words(String name, SamenessLanguage language) {
    List<String> out = new ArrayList<>();
    String bare = language.apostrophes().matcher(name).replaceAll("");
    for (String word : bare.split("[^\\p{L}\\p{M}\\p{N}]+", -1)) {
      String folded = Fold.name(word);
      if (!folded.isEmpty() && !language.titles().contains(folded)) {
        out.add(SpellingFold.fold(word));
      }
    }
    out.removeIf(String::isEmpty);
    return out;
  }
}

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
 * Who a claim is attributed to, as claims of different articles are held against each other.
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

  /** Words that name nobody, also where a name stands before them: "two Western diplomats". */
  private static final Set<String> NO_NAMES = SamenessLanguage.ENGLISH.noNames();

  /** What stands before a name and is no part of it. */
  private static final Set<String> TITLES = SamenessLanguage.ENGLISH.titles();

  /** Whether anybody is named. */
  public Kind kind() {
    if (id != null) {
      return Kind.NAMED;
    }
    if (name == null || name.isBlank()) {
      return Kind.NONE;
    }
    String[] words = name.strip().split("\\s+", -1);
    boolean described = NO_NAMES.contains(words[words.length - 1]);
    for (String word : words) {
      if (!described
          && Character.isUpperCase(word.codePointAt(0))
          && !NO_NAMES.contains(word.toLowerCase(Locale.ROOT))) {
        return words(name).isEmpty() ? Kind.UNNAMED : Kind.NAMED;
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
  public @Nullable String key() {
    if (kind() != Kind.NAMED) {
      return null;
    }
    if (id != null) {
      return CATALOGUED + id;
    }
    List<String> words = words(name == null ? "" : name);
    return BY_NAME + words.get(words.size() - 1);
  }

  /**
   * Whether claims of one key may have one speaker: the same id, or every word of the shorter name
   * is in the longer one.
   */
  public boolean maybe(ClaimSpeaker other) {
    if (id != null || other.id != null) {
      return id != null && id.equals(other.id);
    }
    Set<String> one = new HashSet<>(words(name == null ? "" : name));
    Set<String> two = new HashSet<>(words(other.name == null ? "" : other.name));
    return one.containsAll(two) || two.containsAll(one);
  }

  /** One form for every way to write the same: what claims of one wording are told apart by. */
  public String identity() {
    return id != null
        ? CATALOGUED + id
        : BY_NAME + String.join(" ", words(name == null ? "" : name));
  }

  private static List<String> words(String name) {
    List<String> out = new ArrayList<>();
    for (String word : name.replaceAll("[’']s?\\b", "").split("[^\\p{L}\\p{M}\\p{N}]+", -1)) {
      String folded = Fold.name(word);
      if (!folded.isEmpty() && !TITLES.contains(folded)) {
        out.add(SpellingFold.fold(word));
      }
    }
    out.removeIf(String::isEmpty);
    return out;
  }
}

package org.hearsay.language.grammar;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hearsay.text.languages.LanguageFileException;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.LanguageLine;
import org.jspecify.annotations.Nullable;

/**
 * What the tags of a language's tagger say: the table {@code tags.txt} of the language's folder,
 * one tag a line with its {@link WordClass} and its {@link WordFeature}s. Immutable.
 */
public final class PartsOfSpeech {
  private static final String FILE = "tags.txt";
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final String IS = " = ";

  private final String path;
  private final Map<String, PartOfSpeech> byTag = new HashMap<>();

  private PartsOfSpeech(LanguageFolder folder) {
    this.path = folder.language() + "/" + FILE;
    for (LanguageLine line : folder.lines(FILE)) {
      int at = line.text().indexOf(IS);
      if (at < 1) {
        throw new LanguageFileException(line.where(), "write TAG = CLASS Feature=Value …");
      }
      String tag = line.text().substring(0, at);
      if (byTag.put(tag, part(line.text().substring(at + IS.length()), line.where())) != null) {
        throw new LanguageFileException(line.where(), tag + " stands twice; take one out");
      }
    }
  }

  /**
   * Reads a language's table.
   *
   * @param language an ISO 639-1 code, such as {@code en}
   * @throws LanguageFileException when there is none, or a line of it is not as it should be
   */
  public static PartsOfSpeech load(String language) {
    return of(LanguageFolder.of(PartsOfSpeech.class, language));
  }

  static PartsOfSpeech of(LanguageFolder folder) {
    return new PartsOfSpeech(folder);
  }

  private static PartOfSpeech part(String written, String where) {
    String[] words = SPACE.split(written.strip(), -1);
    Set<WordFeature> features = EnumSet.noneOf(WordFeature.class);
    for (int i = 1; i < words.length; i++) {
      @Nullable WordFeature feature = WordFeature.of(words[i]);
      if (feature == null) {
        throw new LanguageFileException(where, "no feature that rules know: " + words[i]);
      }
      features.add(feature);
    }
    try {
      return new PartOfSpeech(WordClass.valueOf(words[0].toUpperCase(Locale.ROOT)), features);
    } catch (IllegalArgumentException e) {
      throw new LanguageFileException(
          where,
          "no class of words: " + words[0] + "; there are " + Arrays.toString(WordClass.values()),
          e);
    }
  }

  /**
   * What a tag says.
   *
   * @throws LanguageFileException when the table has no such tag
   */
  public PartOfSpeech of(String tag) {
    @Nullable PartOfSpeech part = byTag.get(tag);
    if (part == null) {
      throw new LanguageFileException(path, "no tag " + tag + "; add it");
    }
    return part;
  }

  /** The tags that it knows. */
  public Set<String> tags() {
    return Set.copyOf(byTag.keySet());
  }

  /**
   * Checks that it knows every tag that a tagger gives.
   *
   * @throws LanguageFileException when it has not all of them; names them
   */
  public void check(Collection<String> tags) {
    Set<String> unknown = new TreeSet<>(tags);
    unknown.removeAll(byTag.keySet());
    if (!unknown.isEmpty()) {
      throw new LanguageFileException(
          path, "the tagger has tags that do not stand here; add " + String.join(" ", unknown));
    }
  }
}

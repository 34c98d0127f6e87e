package org.hearsay.entities.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hearsay.entities.EntityType;
import org.hearsay.entities.names.NameIndex.Node;
import org.hearsay.entities.words.FoldedWord;
import org.hearsay.entities.words.FoldedWords;
import org.jspecify.annotations.Nullable;

/** Looks for the names of an index in texts of a language. Immutable. */
public final class NameFinder {
  /** The shortest surname that is looked for without its capital. */
  private static final int SHORTEST_SURNAME = 5;

  /** The shortest name that is, by its first word. */
  private static final int SHORTEST_SMALL = 4;

  private final NameIndex index;
  private final NameWords language;

  /**
   * Looks in an index.
   *
   * @param language which names are words besides, in the texts' language
   */
  public NameFinder(NameIndex index, NameWords language) {
    this.index = index;
    this.language = language;
  }

  /** Whether a folded word is a part of any name. */
  public boolean knows(String word) {
    return index.knows(word);
  }

  /** Whether a word alone is the name of anything. */
  public boolean isName(String text, FoldedWord word) {
    return longest(text, List.of(word), 0) != null;
  }

  /** The longest names that start at a word of a text, or null. */
  public @Nullable FoundNames longest(String text, List<FoldedWord> words, int at) {
    return longest(text, words, at, words.size());
  }

  /** The longest names of at most so many words that start at a word of a text, or null. */
  public @Nullable FoundNames longest(String text, List<FoldedWord> words, int at, int most) {
    Node node = index.root();
    @Nullable FoundNames found = null;
    // The words that the names have: a text may put a possessive between them.
    List<FoldedWord> path = List.of();
    boolean afterArticle =
        at > 0
            && language.articles().contains(words.get(at - 1).folded())
            && FoldedWords.joined(text, words.get(at - 1), words.get(at));
    int end = Math.min(words.size(), at + most);
    for (int i = at; i < end; i++) {
      if (i > at && !FoldedWords.joined(text, words.get(i - 1), words.get(i))) {
        break;
      }
      FoldedWord word = words.get(i);
      @Nullable Node child = node.next(word.folded());
      if (child == null) {
        if (i > at && language.possessives().isEnding(text, word)) {
          continue;
        }
        break;
      }
      if (path.isEmpty()) {
        path = new ArrayList<>(4);
      }
      path.add(word);
      node = child;
      if (!node.names().isEmpty()) {
        @Nullable FoundNames here = fitting(node.names(), path, i + 1 - at, afterArticle);
        found = here == null ? found : here;
      }
    }
    return found;
  }

  private @Nullable FoundNames fitting(
      List<OwnedName> names, List<FoldedWord> words, int size, boolean afterArticle) {
    List<OwnedName> fitting = new ArrayList<>(1);
    boolean possessive = size > words.size();
    for (OwnedName name : names) {
      if (name.fits(words) && (!possessive || name.mayBePossessive())) {
        fitting.add(name);
      }
    }
    if (!fitting.isEmpty()) {
      return new FoundNames(fitting, size, false, false);
    }
    for (OwnedName name : names) {
      if (isLowerCase(words)
          && mayBeLowerCase(name, words.get(0), afterArticle)
          && (!possessive || name.mayBePossessive())) {
        fitting.add(name);
      }
    }
    return fitting.isEmpty() ? null : new FoundNames(fitting, size, true, false);
  }

  private static boolean isLowerCase(List<FoldedWord> words) {
    for (FoldedWord word : words) {
      if (!word.text().equals(word.text().toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  /** Readers write "nato", "kosovo", "u.s." and "the eu"; but "turkey" and "us" are words. */
  private boolean mayBeLowerCase(OwnedName name, FoldedWord written, boolean afterArticle) {
    if (name.use() != NameUse.PLAIN || (name.isCyrillic() && !written.isCyrillic())) {
      return false;
    }
    FoldedWord first = name.words().get(0);
    boolean several = name.words().size() > 1;
    boolean acronym = !several && first.allCapitals();
    boolean article = afterArticle && !language.isWord(first.folded());
    EntityType type = name.owner().type();
    if (acronym && (written.isDotted() || article)) {
      return switch (type) {
        case COUNTRY, ORGANIZATION, MISSION -> true;
        default -> false;
      };
    }
    if (first.text().length() < SHORTEST_SMALL) {
      return false;
    }
    return switch (type) {
      case COUNTRY, NATIONALITY, MISSION -> several || !language.words().contains(first.folded());
      case PERSON -> several || isSurnameOnly(first.folded());
      case ORGANIZATION -> acronym && !language.words().contains(first.folded());
      default -> false;
    };
  }

  /** "vucic", but "rice" is food and "milan" may be anybody. */
  private boolean isSurnameOnly(String surname) {
    return surname.length() >= SHORTEST_SURNAME
        && !language.isWord(surname)
        && language.firstNames().genderOf(surname).isEmpty();
  }
}

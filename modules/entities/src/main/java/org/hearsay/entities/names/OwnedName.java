package org.hearsay.entities.names;

import java.util.List;
import org.hearsay.entities.Entity;
import org.hearsay.entities.words.FoldedWord;

/**
 * A name as it is looked for.
 *
 * @param words its words
 * @param owner the entity that it names
 * @param use how it may be used
 */
public record OwnedName(List<FoldedWord> words, Entity owner, NameUse use) {
  /** A name that is written in Cyrillic is one in that script: САД is a country, SAD is not. */
  boolean isCyrillic() {
    return words.get(0).isCyrillic();
  }

  /** Whether another name of the same folded words is its owner's and has the same capitals. */
  boolean isLike(OwnedName other) {
    if (!owner.id().equals(other.owner.id()) || use != other.use) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).capitalised() != other.words.get(i).capitalised()
          || words.get(i).allCapitals() != other.words.get(i).allCapitals()
          || words.get(i).isCyrillic() != other.words.get(i).isCyrillic()) {
        return false;
      }
    }
    return true;
  }

  /** A word in capitals matches capitals only; a capitalised word needs a capital. */
  boolean fits(List<FoldedWord> written) {
    if (isCyrillic() && !written.get(0).isCyrillic()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      FoldedWord wanted = words.get(i);
      FoldedWord word = written.get(i);
      if ((wanted.allCapitals() && !word.allCapitals())
          || (wanted.capitalised() && !word.capitalised())) {
        return false;
      }
    }
    return true;
  }

  /** "NATO's secretary general" and "Kosovo's police", but not "Washington's Post". */
  boolean mayBePossessive() {
    return mayBePossessive(owner);
  }

  static boolean mayBePossessive(Entity owner) {
    return switch (owner.type()) {
      case TITLE, EVENT, ORGANIZATION, MISSION, LEGAL_INSTRUMENT -> true;
      default -> false;
    };
  }
}

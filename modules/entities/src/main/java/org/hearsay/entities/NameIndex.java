package org.hearsay.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names as a tree of folded words: what a look-up takes does not grow with the catalogue. */
final class NameIndex {
  /** How a name may be used. */
  enum Use {
    /** It names its owner wherever it stands. */
    PLAIN,
    /** Others have it too, or it is a word: it names its owner where the context speaks for it. */
    SHARED,
    /** It names its owner where nobody else's name stands before or after it. */
    BARE
  }

  /**
   * A name as it is looked for.
   *
   * @param words its words
   * @param owner the entity that it names
   * @param use how it may be used
   */
  record Name(List<Words.Word> words, Entity owner, Use use) {}

  /**
   * The names that stand at a place.
   *
   * @param names one or more, equal in their words
   * @param size how many words they have
   * @param lowerCase whether the text writes them without the capitals that they have
   */
  record Found(List<Name> names, int size, boolean lowerCase) {}

  private static final class Node {
    private final Map<String, Node> next = new HashMap<>(2);
    private final List<Name> names = new ArrayList<>(1);
  }

  private final Node root = new Node();

  void add(String name, Entity owner, Use use) {
    List<Words.Word> words = Words.of(name);
    if (words.isEmpty()) {
      return;
    }
    Node node = root;
    for (Words.Word word : words) {
      node = node.next.computeIfAbsent(word.folded(), key -> new Node());
    }
    node.names.add(new Name(words, owner, use));
  }

  /** The longest names that start at a word of a text, or null. */
  @Nullable Found longest(String text, List<Words.Word> words, int at) {
    return longest(text, words, at, words.size());
  }

  /** The longest names of at most so many words that start at a word of a text, or null. */
  @Nullable Found longest(String text, List<Words.Word> words, int at, int most) {
    Node node = root;
    @Nullable Found found = null;
    for (int i = at; i < words.size() && i - at < most; i++) {
      if (i > at && !Words.joined(text, words.get(i - 1), words.get(i))) {
        break;
      }
      @Nullable Node child = node.next.get(words.get(i).folded());
      if (child == null) {
        break;
      }
      node = child;
      if (!node.names.isEmpty()) {
        @Nullable Found here = fitting(node.names, words, at);
        found = here == null ? found : here;
      }
    }
    return found;
  }

  private static @Nullable Found fitting(List<Name> names, List<Words.Word> words, int at) {
    List<Name> fitting = new ArrayList<>(1);
    for (Name name : names) {
      if (fits(name, words, at)) {
        fitting.add(name);
      }
    }
    int size = names.get(0).words().size();
    if (!fitting.isEmpty()) {
      return new Found(fitting, size, false);
    }
    for (Name name : names) {
      if (isLowerCase(words, at, size) && mayBeLowerCase(name)) {
        fitting.add(name);
      }
    }
    return fitting.isEmpty() ? null : new Found(fitting, size, true);
  }

  /** A word in capitals matches capitals only; a capitalised word needs a capital. */
  private static boolean fits(Name name, List<Words.Word> words, int at) {
    for (int i = 0; i < name.words().size(); i++) {
      Words.Word wanted = name.words().get(i);
      Words.Word word = words.get(at + i);
      if ((wanted.allCapitals() && !word.allCapitals())
          || (wanted.capitalised() && !word.capitalised())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLowerCase(List<Words.Word> words, int at, int size) {
    for (int i = at; i < at + size; i++) {
      if (!words.get(i).text().equals(words.get(i).text().toLowerCase(java.util.Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  /** Readers write "nato" and "kosovo"; but "turkey" and "us" are words. */
  private static boolean mayBeLowerCase(Name name) {
    if (name.use() != Use.PLAIN || name.words().get(0).text().length() < 4) {
      return false;
    }
    boolean several = name.words().size() > 1;
    boolean acronym = !several && name.words().get(0).allCapitals();
    return switch (name.owner().type()) {
      case COUNTRY, NATIONALITY, MISSION ->
          several || !EnglishWords.INCLUDE.contains(name.words().get(0).folded());
      case PERSON -> several;
      case ORGANIZATION -> acronym && !EnglishWords.INCLUDE.contains(name.words().get(0).folded());
      default -> false;
    };
  }
}

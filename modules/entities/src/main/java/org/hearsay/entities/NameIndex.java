package org.hearsay.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hearsay.language.FirstNames;
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
  record Name(List<Words.Word> words, Entity owner, Use use) {
    /** A name that is written in Cyrillic is one in that script: САД is a country, SAD is not. */
    private boolean isCyrillic() {
      return words.get(0).isCyrillic();
    }

    /** Whether another name of the same folded words is its owner's and has the same capitals. */
    private boolean isLike(Name other) {
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
  }

  /**
   * The names that stand at a place.
   *
   * @param names one or more, equal in their words
   * @param size how many words of the text they take
   * @param lowerCase whether the text writes them without the capitals that they have
   * @param inflected whether the text has them in another case
   */
  record Found(List<Name> names, int size, boolean lowerCase, boolean inflected) {}

  private static final class Node {
    private final Map<String, Node> next = new HashMap<>(2);
    private final List<Name> names = new ArrayList<>(1);
  }

  /** The shortest surname that is looked for without its capital. */
  private static final int SHORTEST_SURNAME = 5;

  private final Node root = new Node();
  private final Set<String> vocabulary = new HashSet<>();

  void add(String name, Entity owner, Use use) {
    List<Words.Word> words = wordsOf(name, owner);
    if (words.isEmpty()) {
      return;
    }
    Node node = root;
    for (Words.Word word : words) {
      node = node.next.computeIfAbsent(word.folded(), key -> new Node());
    }
    Name added = new Name(words, owner, use);
    if (node.names.stream().noneMatch(added::isLike)) {
      node.names.add(added);
    }
    words.forEach(word -> vocabulary.add(word.folded()));
  }

  /** A name's words: a possessive within it is left out where a text may leave it out, too. */
  private static List<Words.Word> wordsOf(String name, Entity owner) {
    List<Words.Word> words = new ArrayList<>(Words.of(name));
    if (mayBePossessive(owner.type())) {
      for (int i = words.size() - 2; i > 0; i--) {
        if (isPossessive(name, words.get(i))) {
          words.remove(i);
        }
      }
    }
    return words;
  }

  /** Whether a folded word is a part of any name. */
  boolean knows(String word) {
    return vocabulary.contains(word);
  }

  /** The longest names that start at a word of a text, or null. */
  @Nullable Found longest(String text, List<Words.Word> words, int at) {
    return longest(text, words, at, words.size());
  }

  /** The longest names of at most so many words that start at a word of a text, or null. */
  @Nullable Found longest(String text, List<Words.Word> words, int at, int most) {
    Node node = root;
    @Nullable Found found = null;
    // The words that the names have: a text may put a possessive between them.
    List<Words.Word> path = List.of();
    boolean afterThe =
        at > 0
            && words.get(at - 1).folded().equals("the")
            && Words.joined(text, words.get(at - 1), words.get(at));
    int end = Math.min(words.size(), at + most);
    for (int i = at; i < end; i++) {
      if (i > at && !Words.joined(text, words.get(i - 1), words.get(i))) {
        break;
      }
      Words.Word word = words.get(i);
      @Nullable Node child = node.next.get(word.folded());
      if (child == null) {
        if (i > at && isPossessive(text, word)) {
          continue;
        }
        break;
      }
      if (path.isEmpty()) {
        path = new ArrayList<>(4);
      }
      path.add(word);
      node = child;
      if (!node.names.isEmpty()) {
        @Nullable Found here = fitting(node.names, path, i + 1 - at, afterThe);
        found = here == null ? found : here;
      }
    }
    return found;
  }

  /**
   * The longest names of at most so many words that start at a word of a text and stand there in
   * another case than the catalogue has them in, Serbian or Russian; null for none, and where they
   * could be several things' names.
   */
  @Nullable Found inflected(String text, List<Words.Word> words, int at, int most) {
    Map<Node, Boolean> nodes = new LinkedHashMap<>();
    nodes.put(root, false);
    @Nullable Found found = null;
    int end = Math.min(words.size(), at + most);
    for (int i = at; i < end && !nodes.isEmpty(); i++) {
      if (i > at && !Words.joined(text, words.get(i - 1), words.get(i))) {
        break;
      }
      nodes = next(nodes, words.get(i).folded(), i == at);
      Set<Name> fitting = new LinkedHashSet<>();
      Set<String> owners = new HashSet<>();
      for (Map.Entry<Node, Boolean> entry : nodes.entrySet()) {
        for (Name name : entry.getKey().names) {
          if (entry.getValue() && mayBeInflected(name, words.subList(at, i + 1))) {
            fitting.add(name);
            owners.add(name.owner().id());
          }
        }
      }
      if (!owners.isEmpty()) {
        found = owners.size() > 1 ? null : new Found(List.copyOf(fitting), i + 1 - at, false, true);
      }
    }
    return found;
  }

  /** Where a word leads, as it is and as a case of others. */
  private static Map<Node, Boolean> next(Map<Node, Boolean> nodes, String word, boolean first) {
    Map<Node, Boolean> next = new LinkedHashMap<>();
    Set<String> bases = Inflection.mayBe(word) ? Inflection.bases(word) : Set.of();
    Set<String> owners = first ? Inflection.owners(word) : Set.of();
    for (Map.Entry<Node, Boolean> entry : nodes.entrySet()) {
      Map<String, Node> children = entry.getKey().next;
      @Nullable Node same = children.get(word);
      if (same != null) {
        next.putIfAbsent(same, entry.getValue());
      }
      for (String base : bases) {
        @Nullable Node child = children.get(base);
        if (child != null) {
          next.putIfAbsent(child, true);
        }
      }
      for (String owner : owners) {
        @Nullable Node child = children.get(owner);
        boolean person =
            child != null
                && child.names.stream().anyMatch(n -> n.owner().type() == EntityType.PERSON);
        if (child != null && person) {
          next.putIfAbsent(child, true);
        }
      }
    }
    return next;
  }

  /** Outlets' names are words ("Politika" is politics), and offices are described otherwise. */
  private static boolean mayBeInflected(Name name, List<Words.Word> words) {
    boolean type =
        switch (name.owner().type()) {
          case PERSON, COUNTRY, PLACE, ORGANIZATION, MISSION, NATIONALITY -> true;
          default -> false;
        };
    Words.Word first = name.words().get(0);
    boolean acronym = name.words().size() == 1 && first.allCapitals();
    return type && name.use() == Use.PLAIN && !acronym && first.capitalised() && fits(name, words);
  }

  private static boolean isPossessive(String text, Words.Word word) {
    int start = word.span().start();
    return word.folded().equals("s")
        && start > 0
        && (text.charAt(start - 1) == '\'' || text.charAt(start - 1) == '’');
  }

  private static @Nullable Found fitting(
      List<Name> names, List<Words.Word> words, int size, boolean afterThe) {
    List<Name> fitting = new ArrayList<>(1);
    boolean possessive = size > words.size();
    for (Name name : names) {
      if (fits(name, words) && (!possessive || mayBePossessive(name.owner().type()))) {
        fitting.add(name);
      }
    }
    if (!fitting.isEmpty()) {
      return new Found(fitting, size, false, false);
    }
    for (Name name : names) {
      if (isLowerCase(words)
          && mayBeLowerCase(name, words, afterThe)
          && (!possessive || mayBePossessive(name.owner().type()))) {
        fitting.add(name);
      }
    }
    return fitting.isEmpty() ? null : new Found(fitting, size, true, false);
  }

  /** "NATO's secretary general" and "Kosovo's police", but not "Washington's Post". */
  private static boolean mayBePossessive(EntityType type) {
    return switch (type) {
      case TITLE, EVENT, ORGANIZATION, MISSION, LEGAL_INSTRUMENT -> true;
      default -> false;
    };
  }

  /** A word in capitals matches capitals only; a capitalised word needs a capital. */
  private static boolean fits(Name name, List<Words.Word> words) {
    if (name.isCyrillic() && !words.get(0).isCyrillic()) {
      return false;
    }
    for (int i = 0; i < name.words().size(); i++) {
      Words.Word wanted = name.words().get(i);
      Words.Word word = words.get(i);
      if ((wanted.allCapitals() && !word.allCapitals())
          || (wanted.capitalised() && !word.capitalised())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLowerCase(List<Words.Word> words) {
    for (Words.Word word : words) {
      if (!word.text().equals(word.text().toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  /** Readers write "nato", "kosovo", "u.s." and "the eu"; but "turkey" and "us" are words. */
  private static boolean mayBeLowerCase(Name name, List<Words.Word> words, boolean afterThe) {
    if (name.use() != Use.PLAIN || (name.isCyrillic() && !words.get(0).isCyrillic())) {
      return false;
    }
    boolean several = name.words().size() > 1;
    boolean acronym = !several && name.words().get(0).allCapitals();
    boolean article = afterThe && !EnglishWords.isWord(name.words().get(0).folded());
    if (acronym && (words.get(0).isDotted() || article)) {
      return switch (name.owner().type()) {
        case COUNTRY, ORGANIZATION, MISSION -> true;
        default -> false;
      };
    }
    if (name.words().get(0).text().length() < 4) {
      return false;
    }
    if (!several && name.owner().type() == EntityType.PERSON) {
      // "vucic", but "rice" is food and "milan" may be anybody.
      String surname = name.words().get(0).folded();
      return surname.length() >= SHORTEST_SURNAME
          && !EnglishWords.isWord(surname)
          && FirstNames.gender(surname).isEmpty();
    }
    return switch (name.owner().type()) {
      case COUNTRY, NATIONALITY, MISSION ->
          several || !EnglishWords.INCLUDE.contains(name.words().get(0).folded());
      case PERSON -> several;
      case ORGANIZATION -> acronym && !EnglishWords.INCLUDE.contains(name.words().get(0).folded());
      default -> false;
    };
  }
}

package org.hearsay.entities.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.entities.Entity;
import org.hearsay.entities.words.FoldedWord;
import org.hearsay.entities.words.FoldedWords;
import org.hearsay.entities.words.Possessives;
import org.jspecify.annotations.Nullable;

/**
 * Names as a tree of folded words: what a look-up takes does not grow with the catalogue. {@link
 * NameFinder} looks in it.
 */
public final class NameIndex {
  /** Where the words of some names lead so far. */
  static final class Node {
    private final Map<String, Node> next = new HashMap<>(2);
    private final List<OwnedName> names = new ArrayList<>(1);

    @Nullable Node next(String word) {
      return next.get(word);
    }

    /** The names that end here. */
    List<OwnedName> names() {
      return names;
    }
  }

  private final Possessives possessives;
  private final Node root = new Node();
  private final Set<String> vocabulary = new HashSet<>();

  /**
   * No names yet.
   *
   * @param possessives what names to come may have within them
   */
  public NameIndex(Possessives possessives) {
    this.possessives = possessives;
  }

  /** Adds a name; one that is its owner's already with the same capitals is left out. */
  public void add(String name, Entity owner, NameUse use) {
    List<FoldedWord> words = wordsOf(name, owner);
    if (words.isEmpty()) {
      return;
    }
    Node node = root;
    for (FoldedWord word : words) {
      node = node.next.computeIfAbsent(word.folded(), key -> new Node());
    }
    OwnedName added = new OwnedName(words, owner, use);
    if (node.names.stream().noneMatch(added::isLike)) {
      node.names.add(added);
    }
    words.forEach(word -> vocabulary.add(word.folded()));
  }

  /** A name's words: a possessive within it is left out where a text may leave it out, too. */
  private List<FoldedWord> wordsOf(String name, Entity owner) {
    List<FoldedWord> words = new ArrayList<>(FoldedWords.of(name));
    if (OwnedName.mayBePossessive(owner)) {
      for (int i = words.size() - 2; i > 0; i--) {
        if (possessives.isEnding(name, words.get(i))) {
          words.remove(i);
        }
      }
    }
    return words;
  }

  /** Whether a folded word is a part of any name. */
  public boolean knows(String word) {
    return vocabulary.contains(word);
  }

  Node root() {
    return root;
  }
}

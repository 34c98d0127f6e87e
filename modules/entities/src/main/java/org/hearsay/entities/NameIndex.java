package org.hearsay.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names by their first word, the longest first. */
final class NameIndex {
  /**
   * A name as it is looked for.
   *
   * @param words its words
   * @param owner the entity that it names
   */
  record Name(List<Words.Word> words, Entity owner) {
    boolean matches(String text, List<Words.Word> in, int at) {
      if (at + words.size() > in.size()) {
        return false;
      }
      for (int i = 0; i < words.size(); i++) {
        Words.Word wanted = words.get(i);
        Words.Word word = in.get(at + i);
        if (!wanted.folded().equals(word.folded())
            || (wanted.allCapitals() && !word.allCapitals())
            || (wanted.capitalised() && !word.capitalised())
            || (i > 0 && !Words.joined(text, in.get(at + i - 1), word))) {
          return false;
        }
      }
      return true;
    }
  }

  private final Map<String, List<Name>> byFirst = new HashMap<>();

  void add(String name, Entity owner) {
    List<Words.Word> words = Words.of(name);
    if (words.isEmpty()) {
      return;
    }
    List<Name> names = byFirst.computeIfAbsent(words.get(0).folded(), key -> new ArrayList<>());
    names.add(new Name(words, owner));
    names.sort(Comparator.comparingInt((Name n) -> n.words().size()).reversed());
  }

  /** The longest name that starts at a word of a text, or null. */
  @Nullable Name longest(String text, List<Words.Word> words, int at) {
    for (Name name : byFirst.getOrDefault(words.get(at).folded(), List.of())) {
      if (name.matches(text, words, at)) {
        return name;
      }
    }
    return null;
  }
}

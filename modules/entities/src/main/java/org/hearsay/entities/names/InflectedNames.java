package org.hearsay.entities.names;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.entities.EntityType;
import org.hearsay.entities.names.NameIndex.Node;
import org.hearsay.entities.words.FoldedWord;
import org.hearsay.entities.words.FoldedWords;
import org.jspecify.annotations.Nullable;

/** Looks for the names of an index where a text has them in another case. Immutable. */
public final class InflectedNames {
  private final NameIndex index;
  private final Inflection inflection;

  /** Looks in an index for what words may be cases of. */
  public InflectedNames(NameIndex index, Inflection inflection) {
    this.index = index;
    this.inflection = inflection;
  }

  /** Whether a folded word ends as inflected words do. */
  public boolean mayBe(String word) {
    return inflection.mayBe(word);
  }

  /**
   * The longest names of at most so many words that start at a word of a text and stand there in
   * another case than the catalogue has them in; null for none, and where they could be several
   * things' names.
   */
  public @Nullable FoundNames longest(String text, List<FoldedWord> words, int at, int most) {
    Map<Node, Boolean> nodes = new LinkedHashMap<>();
    nodes.put(index.root(), false);
    @Nullable FoundNames found = null;
    int end = Math.min(words.size(), at + most);
    for (int i = at; i < end && !nodes.isEmpty(); i++) {
      if (i > at && !FoldedWords.joined(text, words.get(i - 1), words.get(i))) {
        break;
      }
      nodes = next(nodes, words.get(i).folded(), i == at);
      Set<OwnedName> fitting = new LinkedHashSet<>();
      Set<String> owners = new HashSet<>();
      for (Map.Entry<Node, Boolean> entry : nodes.entrySet()) {
        for (OwnedName name : entry.getKey().names()) {
          if (entry.getValue() && mayBeInflected(name, words.subList(at, i + 1))) {
            fitting.add(name);
            owners.add(name.owner().id());
          }
        }
      }
      if (!owners.isEmpty()) {
        found =
            owners.size() > 1
                ? null
                : new FoundNames(List.copyOf(fitting), i + 1 - at, false, true);
      }
    }
    return found;
  }

  /** Where a word leads, as it is and as a case of others; true where it is one. */
  private Map<Node, Boolean> next(Map<Node, Boolean> nodes, String word, boolean first) {
    Map<Node, Boolean> next = new LinkedHashMap<>();
    Set<String> bases = inflection.mayBe(word) ? inflection.bases(word) : Set.of();
    Set<String> owners = first ? inflection.owners(word) : Set.of();
    for (Map.Entry<Node, Boolean> entry : nodes.entrySet()) {
      Node node = entry.getKey();
      @Nullable Node same = node.next(word);
      if (same != null) {
        next.putIfAbsent(same, entry.getValue());
      }
      for (String base : bases) {
        @Nullable Node child = node.next(base);
        if (child != null) {
          next.putIfAbsent(child, true);
        }
      }
      for (String owner : owners) {
        @Nullable Node child = node.next(owner);
        if (child != null && namesPerson(child)) {
          next.putIfAbsent(child, true);
        }
      }
    }
    return next;
  }

  private static boolean namesPerson(Node node) {
    return node.names().stream().anyMatch(n -> n.owner().type() == EntityType.PERSON);
  }

  /** Outlets' names are words ("Politika" is politics), and offices are described otherwise. */
  private static boolean mayBeInflected(OwnedName name, List<FoldedWord> words) {
    boolean type =
        switch (name.owner().type()) {
          case PERSON, COUNTRY, PLACE, ORGANIZATION, MISSION, NATIONALITY -> true;
          default -> false;
        };
    FoldedWord first = name.words().get(0);
    boolean acronym = name.words().size() == 1 && first.allCapitals();
    return type
        && name.use() == NameUse.PLAIN
        && !acronym
        && first.capitalised()
        && name.fits(words);
  }
}

package org.hearsay.entities.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.entities.Entity;
import org.hearsay.entities.EntityType;
import org.hearsay.entities.names.NameWords;
import org.hearsay.entities.words.FoldedWord;
import org.hearsay.entities.words.FoldedWords;
import org.hearsay.text.Fold;
import org.jspecify.annotations.Nullable;

/** Finds names that are free to name their owner anywhere and yet may mean something else. */
public final class DoubtfulNames {
  private static final int SHORT_ACRONYM = 5;
  private final NameWords language;

  /** What several may be called: who has a name that counts in its context only. */
  private final Map<String, Set<String>> shared = new HashMap<>();

  private final Map<String, Set<String>> plain = new HashMap<>();
  private final Map<String, Set<String>> initials = new HashMap<>();

  /** Goes by what the names' language has for words. */
  public DoubtfulNames(NameWords language) {
    this.language = language;
  }

  /** Adds an entry with whose names others may be confused. */
  public void add(Located<Entity> entry) {
    Entity entity = entry.value();
    for (String name : plainNames(entity)) {
      put(plain, Fold.name(name), entity);
      @Nullable String letters = hasAcronym(entity) ? initials(name) : null;
      if (letters != null) {
        put(initials, letters, entity);
      }
    }
    entity.shared().forEach(name -> put(shared, Fold.name(name), entity));
    entity.bare().forEach(name -> put(shared, Fold.name(name), entity));
  }

  private static boolean hasAcronym(Entity entity) {
    return switch (entity.type()) {
      case ORGANIZATION, MISSION, OUTLET, LEGAL_INSTRUMENT -> true;
      default -> false;
    };
  }

  private static void put(Map<String, Set<String>> into, String key, Entity entity) {
    into.computeIfAbsent(key, k -> new TreeSet<>()).add(entity.id());
  }

  private static List<String> plainNames(Entity entity) {
    List<String> names = new ArrayList<>();
    names.add(entity.name());
    names.addAll(entity.aliases());
    names.removeAll(entity.shared());
    return names;
  }

  /** The first letters of a body's name, as an acronym has them; null for a name of one word. */
  private @Nullable String initials(String name) {
    StringBuilder letters = new StringBuilder();
    for (FoldedWord word : FoldedWords.of(name)) {
      if (language.small().contains(word.folded())) {
        continue;
      }
      if (!word.capitalised() || word.allCapitals()) {
        return null;
      }
      letters.append(word.folded().charAt(0));
    }
    return letters.length() > 1 ? letters.toString() : null;
  }

  /** What may be doubted of the names of entries, in their order. */
  public List<String> of(List<Located<Entity>> entries) {
    List<String> doubts = new ArrayList<>();
    for (Located<Entity> entry : entries) {
      Map<String, String> said = new LinkedHashMap<>();
      for (String name : plainNames(entry.value())) {
        String doubt = doubt(entry.value(), name);
        if (!doubt.isEmpty()) {
          said.putIfAbsent(doubt, entry.where(name) + ": \"" + name + "\" " + doubt);
        }
      }
      doubts.addAll(said.values());
    }
    return doubts;
  }

  private String doubt(Entity owner, String name) {
    String folded = Fold.name(name);
    Set<String> sharers = others(shared, folded, owner);
    if (!sharers.isEmpty()) {
      return "always names " + owner.id() + ", though " + list(sharers) + " may be called so";
    }
    List<FoldedWord> words = FoldedWords.of(name);
    if (words.size() != 1) {
      return "";
    }
    FoldedWord word = words.get(0);
    Set<String> namesakes = others(plain, folded, owner);
    if (!namesakes.isEmpty()) {
      return "differs by its capitals only from a name of " + list(namesakes);
    }
    // The capital of a country or a people is enough.
    boolean mayBeWord =
        word.allCapitals()
            || switch (owner.type()) {
              case COUNTRY, NATIONALITY, PLACE -> false;
              default -> true;
            };
    if (mayBeWord && language.isWord(word.folded())) {
      return "is a word besides: list it under shared, unless its capitals tell";
    }
    if (!word.allCapitals()) {
      boolean first =
          owner.type() == EntityType.PERSON && language.firstNames().genderOf(name).isPresent();
      return first ? "is a first name besides: list it under shared" : "";
    }
    if (word.text().length() <= 2) {
      return "has two letters, which others are called by, too";
    }
    Set<String> abbreviated = others(initials, word.folded(), owner);
    return word.text().length() <= SHORT_ACRONYM && !abbreviated.isEmpty()
        ? "may stand for " + list(abbreviated) + ", too"
        : "";
  }

  private static Set<String> others(Map<String, Set<String>> of, String key, Entity owner) {
    Set<String> others = new TreeSet<>(of.getOrDefault(key, Set.of()));
    others.remove(owner.id());
    return others;
  }

  private static String list(Set<String> ids) {
    return String.join(" and ", ids);
  }
}

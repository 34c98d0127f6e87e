package org.hearsay.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.language.FirstNames;
import org.hearsay.text.Fold;
import org.jspecify.annotations.Nullable;

/** Finds names that are free to name their owner anywhere and yet may mean something else. */
final class DoubtfulNames {
  private static final int SHORT_ACRONYM = 5;
  private static final Set<String> SMALL =
      Set.of("of", "the", "and", "for", "in", "on", "to", "de");

  /** What several may be called: who has a name that counts in its context only. */
  private final Map<String, Set<String>> shared = new HashMap<>();

  private final Map<String, Set<String>> plain = new HashMap<>();
  private final Map<String, Set<String>> initials = new HashMap<>();

  void add(CatalogueReader.Located<Entity> entry) {
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
  private static @Nullable String initials(String name) {
    StringBuilder letters = new StringBuilder();
    for (Words.Word word : Words.of(name)) {
      if (SMALL.contains(word.folded())) {
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
  List<String> of(List<CatalogueReader.Located<Entity>> entries) {
    List<String> doubts = new ArrayList<>();
    for (CatalogueReader.Located<Entity> entry : entries) {
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
    List<Words.Word> words = Words.of(name);
    if (words.size() != 1) {
      return "";
    }
    Words.Word word = words.get(0);
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
    if (mayBeWord && EnglishWords.isWord(word.folded())) {
      return "is a word besides: list it under shared, unless its capitals tell";
    }
    if (!word.allCapitals()) {
      boolean first = owner.type() == EntityType.PERSON && FirstNames.gender(name).isPresent();
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

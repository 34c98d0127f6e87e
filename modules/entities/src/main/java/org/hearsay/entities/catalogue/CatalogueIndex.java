package org.hearsay.entities.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import org.hearsay.entities.Description;
import org.hearsay.entities.Entity;
import org.hearsay.entities.Holder;
import org.hearsay.entities.Outlet;
import org.hearsay.entities.names.NameIndex;
import org.hearsay.entities.names.NameUse;
import org.hearsay.text.Fold;
import org.jspecify.annotations.Nullable;

/**
 * The names and descriptions of a catalogue's entries, as texts are searched for them. Entries that
 * do not fit are gone round, and told among the {@link #problems}. Immutable once built.
 */
public final class CatalogueIndex {
  private final NameIndex names;
  private final NameIndex anaphors;
  private final List<KnownDescription> described = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  /** Who has a name, by the name folded and whether it is in capitals. */
  private final Map<String, String> nameOwners = new HashMap<>();

  /**
   * Entries in their order.
   *
   * @param words of the language in which the entries have their names
   */
  public CatalogueIndex(
      List<Located<Entity>> entities, List<Located<Outlet>> outlets, CatalogueWords words) {
    this.names = new NameIndex(words.possessives());
    this.anaphors = new NameIndex(words.possessives());
    Map<String, Entity> byId = new HashMap<>();
    for (Located<Entity> entry : entities) {
      byId.put(entry.value().id(), entry.value());
      addNames(entry.value(), entry);
      addDescriptions(entry);
    }
    Map<String, String> hostOwners = new HashMap<>();
    for (Located<Outlet> entry : outlets) {
      checkHosts(entry, hostOwners);
      addNames(entry.value().asEntity(), entry);
    }
    for (Located<Entity> entry : entities) {
      checkActsFor(entry, byId);
      for (Holder holder : entry.value().holders()) {
        if (!byId.containsKey(holder.id())) {
          problems.add(entry.where() + ": there is no entity " + holder.id());
        }
      }
    }
  }

  private void addDescriptions(Located<Entity> entry) {
    for (Description description : entry.value().descriptions()) {
      try {
        described.add(new KnownDescription(entry.value(), description, description.pattern()));
      } catch (PatternSyntaxException e) {
        problems.add(entry.where() + ": not a pattern: " + description.words());
      }
    }
  }

  private void checkHosts(Located<Outlet> entry, Map<String, String> owners) {
    for (String host : entry.value().hosts()) {
      @Nullable String before =
          owners.putIfAbsent(host.toLowerCase(Locale.ROOT), entry.value().id());
      if (before != null) {
        problems.add(entry.where(host) + ": " + host + " is already " + before + "'s");
      }
    }
  }

  private void checkActsFor(Located<Entity> entry, Map<String, Entity> byId) {
    Entity entity = entry.value();
    if (entity.actsFor() == null) {
      return;
    }
    @Nullable Entity actor = byId.get(entity.actsFor());
    if (actor == null) {
      problems.add(entry.where() + ": there is no entity " + entity.actsFor());
    } else if (actor.actsFor() != null) {
      problems.add(
          entry.where()
              + ": "
              + entity.id()
              + " acts for "
              + actor.id()
              + ", which acts for "
              + actor.actsFor()
              + " itself");
    }
  }

  private void addNames(Entity entity, Located<?> entry) {
    addName(entity, entity.name(), NameUse.PLAIN, entry);
    entity.aliases().forEach(name -> addName(entity, name, NameUse.PLAIN, entry));
    entity.bare().forEach(name -> addName(entity, name, NameUse.BARE, entry));
    for (String name : entity.shared()) {
      // The canonical name may itself be shared.
      names.add(name, entity, NameUse.SHARED);
    }
    for (String anaphor : entity.anaphors()) {
      anaphors.add(anaphor, entity, NameUse.PLAIN);
    }
  }

  private void addName(Entity entity, String name, NameUse use, Located<?> entry) {
    if (entity.shared().contains(name)) {
      return;
    }
    // Capitals tell two names apart (RT the outlet, Rt. the honourable).
    @Nullable String before = nameOwners.putIfAbsent(key(name), entity.id());
    if (before == null || before.equals(entity.id())) {
      // Another spelling of a name that it has already may differ in its capitals.
      names.add(name, entity, use);
    } else {
      problems.add(entry.where(name) + ": \"" + name + "\" already names " + before);
    }
  }

  private static String key(String name) {
    return Fold.name(name) + (name.equals(name.toUpperCase(Locale.ROOT)) ? " (capitals)" : "");
  }

  /** The names of entities and outlets. */
  public NameIndex names() {
    return names;
  }

  /** What entities are called once they have been named. */
  public NameIndex anaphors() {
    return anaphors;
  }

  /** What entities are called instead of their names. */
  public List<KnownDescription> described() {
    return Collections.unmodifiableList(described);
  }

  /** What was gone round, with where it stands. */
  public List<String> problems() {
    return Collections.unmodifiableList(problems);
  }
}

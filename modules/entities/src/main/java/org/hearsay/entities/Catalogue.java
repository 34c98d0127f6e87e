package org.hearsay.entities;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.hearsay.text.Fold;
import org.jspecify.annotations.Nullable;

/** The entities and outlets that are known. Immutable. */
public final class Catalogue {
  private static final String HOME = "catalogue/";
  private static final String INDEX = HOME + "index.txt";
  private static final Pattern HOST =
      Pattern.compile(
          "(?:[a-z][a-z0-9+.-]*:)?(?://)?(?:[^/?#@\\s]*@)?([^/?#:\\s]+)(?::\\d*)?(?:[/?#].*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Map<String, Entity> entities = new LinkedHashMap<>();
  private final Map<String, Outlet> outlets = new LinkedHashMap<>();
  private final Map<String, Outlet> byHost = new HashMap<>();
  private final Map<String, Outlet> byName = new HashMap<>();
  private final NameIndex names = new NameIndex();
  private final NameIndex anaphors = new NameIndex();
  private final List<Described> described = new ArrayList<>();

  /** What is wrong, as far as it is put together. */
  private final List<String> problems = new ArrayList<>();

  /** The folded words of the offices that a person held. */
  private final Map<String, Set<String>> held = new HashMap<>();

  /** The offices that a person held. */
  private final Map<String, List<Term>> terms = new HashMap<>();

  /** An office while somebody held it. */
  private record Term(Holder holder, Set<String> roles) {}

  private final Map<String, String> nameOwners = new HashMap<>();

  /**
   * An entity and words that describe it.
   *
   * @param pattern the description's, compiled
   */
  record Described(Entity entity, Description description, Pattern pattern) {}

  private Catalogue() {}

  /** The catalogue that comes with Hearsay. */
  public static Catalogue builtIn() {
    try {
      return load(builtInSources());
    } catch (CatalogueException e) {
      throw new IllegalStateException("the built-in catalogue is broken", e);
    }
  }

  /**
   * The catalogue that comes with Hearsay and more: what has the id of a built-in entry takes its
   * place.
   *
   * @throws CatalogueException as {@link #load}
   */
  public static Catalogue builtInAnd(List<CatalogueSource> more) throws CatalogueException {
    return load(builtInSources(), more);
  }

  /**
   * A catalogue of the given files, together.
   *
   * @throws CatalogueException with every problem: a file is not YAML of the right shape, an id or
   *     a required field is missing, an id or a host is given twice, one name is given to two
   *     things, an entity acts for one that there is not or that acts for another itself, or an
   *     office is held by somebody unknown
   */
  public static Catalogue load(List<CatalogueSource> sources) throws CatalogueException {
    return load(List.of(), sources);
  }

  private static Catalogue load(List<CatalogueSource> first, List<CatalogueSource> second)
      throws CatalogueException {
    Catalogue catalogue = new Catalogue();
    Entries base = catalogue.read(first);
    Entries more = catalogue.read(second);
    base.entities.keySet().removeAll(more.entities.keySet());
    base.outlets.keySet().removeAll(more.outlets.keySet());
    List<CatalogueReader.Located<Entity>> entities = new ArrayList<>(base.entities.values());
    entities.addAll(more.entities.values());
    List<CatalogueReader.Located<Outlet>> outlets = new ArrayList<>(base.outlets.values());
    outlets.addAll(more.outlets.values());
    catalogue.fill(entities, outlets);
    if (!catalogue.problems.isEmpty()) {
      throw new CatalogueException(catalogue.problems);
    }
    return catalogue;
  }

  /**
   * Names that files give and that may be taken for something else, though nothing is wrong with
   * them: acronyms and other single words that are words besides, that others have too, or that are
   * the first letters of another's name. Each says where it stands and what it may be.
   *
   * @param files looked at beside the built-in catalogue; where there is none, that is looked at
   * @throws CatalogueException when a file is not YAML
   */
  public static List<String> doubtful(List<CatalogueSource> files) throws CatalogueException {
    Catalogue scratch = new Catalogue();
    Entries base = scratch.read(builtInSources());
    Entries more = scratch.read(files);
    base.entities.keySet().removeAll(more.entities.keySet());
    base.outlets.keySet().removeAll(more.outlets.keySet());
    List<CatalogueReader.Located<Entity>> known = named(base);
    List<CatalogueReader.Located<Entity>> given = named(more);
    DoubtfulNames names = new DoubtfulNames();
    known.forEach(names::add);
    given.forEach(names::add);
    return names.of(files.isEmpty() ? known : given);
  }

  private static List<CatalogueReader.Located<Entity>> named(Entries entries) {
    List<CatalogueReader.Located<Entity>> named = new ArrayList<>(entries.entities.values());
    for (CatalogueReader.Located<Outlet> outlet : entries.outlets.values()) {
      named.add(
          new CatalogueReader.Located<>(asEntity(outlet.value()), outlet.where(), outlet.lines()));
    }
    return named;
  }

  /** What files say, by id. */
  private static final class Entries {
    private final Map<String, CatalogueReader.Located<Entity>> entities = new LinkedHashMap<>();
    private final Map<String, CatalogueReader.Located<Outlet>> outlets = new LinkedHashMap<>();
  }

  private Entries read(List<CatalogueSource> sources) throws CatalogueException {
    Entries entries = new Entries();
    Map<String, String> ids = new HashMap<>();
    for (CatalogueSource source : sources) {
      CatalogueReader reader = CatalogueReader.read(source);
      problems.addAll(reader.problems());
      for (CatalogueReader.Located<Entity> entry : reader.entities()) {
        if (once(ids, entry.value().id(), entry.where())) {
          entries.entities.put(entry.value().id(), entry);
        }
      }
      for (CatalogueReader.Located<Outlet> entry : reader.outlets()) {
        if (once(ids, entry.value().id(), entry.where())) {
          entries.outlets.put(entry.value().id(), entry);
        }
      }
    }
    return entries;
  }

  /**
   * This catalogue with changes: what has an id that is known already takes its place. Nothing is
   * refused: a name or a host that another entry has already stays with that one, and {@link
   * #problems} says so.
   *
   * @param changed entities, new or changed
   * @param changedOutlets outlets, new or changed
   * @param removed ids of entities and outlets that are left out
   */
  public Catalogue with(
      Collection<Entity> changed, Collection<Outlet> changedOutlets, Set<String> removed) {
    Map<String, Entity> all = new LinkedHashMap<>(entities);
    changed.forEach(entity -> all.put(entity.id(), entity));
    Map<String, Outlet> allOutlets = new LinkedHashMap<>(outlets);
    changedOutlets.forEach(outlet -> allOutlets.put(outlet.id(), outlet));
    all.keySet().removeAll(removed);
    allOutlets.keySet().removeAll(removed);
    Catalogue out = new Catalogue();
    out.fill(
        all.values().stream().map(e -> new CatalogueReader.Located<>(e, e.id())).toList(),
        allOutlets.values().stream().map(o -> new CatalogueReader.Located<>(o, o.id())).toList());
    return out;
  }

  private static List<CatalogueSource> builtInSources() {
    List<CatalogueSource> sources = new ArrayList<>();
    for (String file : (Iterable<String>) resource(INDEX).lines()::iterator) {
      if (!file.isBlank() && !file.startsWith("#")) {
        sources.add(new CatalogueSource(file.strip(), resource(HOME + file.strip())));
      }
    }
    return sources;
  }

  private static String resource(String path) {
    try (InputStream in = Catalogue.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  private boolean once(Map<String, String> seen, String id, String where) {
    @Nullable String before = seen.putIfAbsent(id, where);
    if (before != null) {
      problems.add(where + ": id " + id + " is already given at " + before);
    }
    return before == null;
  }

  private void fill(
      List<CatalogueReader.Located<Entity>> given,
      List<CatalogueReader.Located<Outlet>> givenOutlets) {
    for (CatalogueReader.Located<Entity> entry : given) {
      Entity entity = entry.value();
      entities.put(entity.id(), entity);
      addNames(entity, entry);
      for (Description description : entity.descriptions()) {
        try {
          described.add(new Described(entity, description, description.pattern()));
        } catch (PatternSyntaxException e) {
          problems.add(entry.where() + ": not a pattern: " + description.words());
        }
      }
    }
    for (CatalogueReader.Located<Outlet> entry : givenOutlets) {
      addOutlet(entry.value(), entry);
    }
    for (CatalogueReader.Located<Entity> entry : given) {
      Entity entity = entry.value();
      if (entity.actsFor() != null) {
        @Nullable Entity actor = entities.get(entity.actsFor());
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
      Set<String> roles = entity.holders().isEmpty() ? Set.of() : Nominals.roles(entity.name());
      for (Holder holder : entity.holders()) {
        terms.computeIfAbsent(holder.id(), key -> new ArrayList<>(1)).add(new Term(holder, roles));
        Set<String> words = held.computeIfAbsent(holder.id(), key -> new HashSet<>());
        Words.of(entity.name()).forEach(word -> words.add(word.folded()));
        if (!entities.containsKey(holder.id())) {
          problems.add(entry.where() + ": there is no entity " + holder.id());
        }
      }
    }
  }

  private void addNames(Entity entity, CatalogueReader.Located<?> entry) {
    addName(entity, entity.name(), NameIndex.Use.PLAIN, entry);
    entity.aliases().forEach(name -> addName(entity, name, NameIndex.Use.PLAIN, entry));
    entity.bare().forEach(name -> addName(entity, name, NameIndex.Use.BARE, entry));
    for (String name : entity.shared()) {
      // The canonical name may itself be shared.
      names.add(name, entity, NameIndex.Use.SHARED);
    }
    for (String anaphor : entity.anaphors()) {
      anaphors.add(anaphor, entity, NameIndex.Use.PLAIN);
    }
  }

  private void addName(
      Entity entity, String name, NameIndex.Use use, CatalogueReader.Located<?> entry) {
    if (entity.shared().contains(name)) {
      return;
    }
    String key = key(name);
    // Capitals tell two names apart (RT the outlet, Rt. the honourable).
    @Nullable String before = nameOwners.putIfAbsent(key, entity.id());
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

  private void addOutlet(Outlet outlet, CatalogueReader.Located<Outlet> entry) {
    outlets.put(outlet.id(), outlet);
    for (String host : outlet.hosts()) {
      @Nullable Outlet before = byHost.putIfAbsent(host.toLowerCase(Locale.ROOT), outlet);
      if (before != null) {
        problems.add(entry.where(host) + ": " + host + " is already " + before.id() + "'s");
      }
    }
    addNames(asEntity(outlet), entry);
    byName.putIfAbsent(nameKey(outlet.name()), outlet);
    for (String alias : outlet.aliases()) {
      byName.putIfAbsent(nameKey(alias), outlet);
    }
    for (String alias : outlet.shared()) {
      byName.putIfAbsent(nameKey(alias), outlet);
    }
  }

  /** An outlet as what its name names. */
  private static Entity asEntity(Outlet outlet) {
    return new Entity(
        outlet.id(),
        outlet.name(),
        EntityType.OUTLET,
        outlet.aliases(),
        outlet.shared(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        outlet.wikidata());
  }

  private static String nameKey(String name) {
    String folded = Fold.name(name).strip();
    return folded.startsWith("the ") ? folded.substring(4) : folded;
  }

  /** The outlet of a name: any spelling of it, with or without "The", or its host. */
  public Optional<Outlet> outletByName(String name) {
    @Nullable Outlet outlet = byName.get(nameKey(name));
    if (outlet != null) {
      return Optional.of(outlet);
    }
    return name.indexOf('.') > 0 ? outletByUrl(name.strip()) : Optional.empty();
  }

  /** The outlet that publishes on a URL's host, or on a host that it is under. */
  public Optional<Outlet> outletByUrl(String url) {
    Matcher matcher = HOST.matcher(url.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String host = matcher.group(1).toLowerCase(Locale.ROOT);
    while (true) {
      @Nullable Outlet outlet = byHost.get(host);
      int dot = host.indexOf('.');
      if (outlet != null || dot < 0) {
        return Optional.ofNullable(outlet);
      }
      host = host.substring(dot + 1);
    }
  }

  /** The outlet of an id. */
  public Optional<Outlet> outlet(String id) {
    return Optional.ofNullable(outlets.get(id));
  }

  /** The entity of an id. */
  public Optional<Entity> entity(String id) {
    return Optional.ofNullable(entities.get(id));
  }

  /** All entities, in the order of the files. */
  public Collection<Entity> entities() {
    return Collections.unmodifiableCollection(entities.values());
  }

  /** All outlets, in the order of the files. */
  public Collection<Outlet> outlets() {
    return Collections.unmodifiableCollection(outlets.values());
  }

  /** What {@link #with} found wrong and went round; empty for a catalogue that was loaded. */
  public List<String> problems() {
    return Collections.unmodifiableList(problems);
  }

  NameIndex names() {
    return names;
  }

  NameIndex anaphors() {
    return anaphors;
  }

  /** The folded words of the offices that a person held. */
  Set<String> held(String person) {
    return held.getOrDefault(person, Set.of());
  }

  /**
   * What a person is called by the offices held on a day ("president", "prime minister"); without a
   * day, by all that were ever held.
   */
  Set<String> roles(String person, @Nullable LocalDate date) {
    Set<String> roles = new HashSet<>();
    for (Term term : terms.getOrDefault(person, List.of())) {
      if (date == null || term.holder().isOn(date)) {
        roles.addAll(term.roles());
      }
    }
    return roles;
  }

  List<Described> described() {
    return described;
  }
}

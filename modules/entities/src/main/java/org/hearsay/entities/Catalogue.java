package org.hearsay.entities;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.entities.catalogue.CatalogueEntries;
import org.hearsay.entities.catalogue.CatalogueIndex;
import org.hearsay.entities.catalogue.CatalogueWords;
import org.hearsay.entities.catalogue.DoubtfulNames;
import org.hearsay.entities.catalogue.Located;
import org.hearsay.text.languages.LanguageFolder;
import org.jspecify.annotations.Nullable;

/** The entities and outlets that are known. Immutable. */
public final class Catalogue {
  private static final Pattern HOST =
      Pattern.compile(
          "(?:[a-z][a-z0-9+.-]*:)?(?://)?(?:[^/?#@\\s]*@)?([^/?#:\\s]+)(?::\\d*)?(?:[/?#].*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /**
   * The language of the names in catalogue files. They are in English whichever language texts are
   * read in, so that this is no choice of a program's.
   */
  private static final String LANGUAGE = "en";

  private final CatalogueWords words;
  private final Map<String, Entity> entities = new LinkedHashMap<>();
  private final Map<String, Outlet> outlets = new LinkedHashMap<>();
  private final Map<String, Outlet> byHost = new HashMap<>();
  private final Map<String, Outlet> byName = new HashMap<>();
  private final CatalogueIndex index;

  private Catalogue(
      List<Located<Entity>> entities, List<Located<Outlet>> outlets, CatalogueWords words) {
    this.words = words;
    this.index = new CatalogueIndex(entities, outlets, words);
    entities.forEach(entry -> this.entities.put(entry.value().id(), entry.value()));
    outlets.forEach(entry -> add(entry.value()));
  }

  private void add(Outlet outlet) {
    outlets.put(outlet.id(), outlet);
    outlet.hosts().forEach(host -> byHost.putIfAbsent(host.toLowerCase(Locale.ROOT), outlet));
    byName.putIfAbsent(words.key(outlet.name()), outlet);
    outlet.aliases().forEach(alias -> byName.putIfAbsent(words.key(alias), outlet));
    outlet.shared().forEach(alias -> byName.putIfAbsent(words.key(alias), outlet));
  }

  /** The catalogue that comes with Hearsay. */
  public static Catalogue builtIn() {
    try {
      return load(CatalogueEntries.builtIn());
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
    return load(CatalogueEntries.builtIn(), more);
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
    CatalogueEntries base = CatalogueEntries.read(first);
    CatalogueEntries more = CatalogueEntries.read(second);
    base.giveWayTo(more);
    Catalogue catalogue =
        new Catalogue(
            both(base.entities(), more.entities()),
            both(base.outlets(), more.outlets()),
            CatalogueWords.read(LanguageFolder.of(Catalogue.class, LANGUAGE)));
    List<String> problems =
        both(both(base.problems(), more.problems()), catalogue.index.problems());
    if (!problems.isEmpty()) {
      throw new CatalogueException(problems);
    }
    return catalogue;
  }

  private static <T> List<T> both(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
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
    CatalogueEntries base = CatalogueEntries.read(CatalogueEntries.builtIn());
    CatalogueEntries more = CatalogueEntries.read(files);
    base.giveWayTo(more);
    DoubtfulNames names =
        new DoubtfulNames(EntityLanguage.load(LANGUAGE).naming().recognised().names());
    base.named().forEach(names::add);
    more.named().forEach(names::add);
    return names.of(files.isEmpty() ? base.named() : more.named());
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
    return new Catalogue(
        all.values().stream().map(e -> new Located<>(e, e.id())).toList(),
        allOutlets.values().stream().map(o -> new Located<>(o, o.id())).toList(),
        words);
  }

  /** The outlet of a name: any spelling of it, with or without "The", or its host. */
  public Optional<Outlet> outletByName(String name) {
    @Nullable Outlet outlet = byName.get(words.key(name));
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
    return index.problems();
  }

  /** Its names and descriptions, as texts are searched for them. */
  public CatalogueIndex index() {
    return index;
  }
}

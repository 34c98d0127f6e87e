package org.hearsay.entities;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
   * The catalogue that comes with Hearsay and more.
   *
   * @throws CatalogueException when a file is not as it should be, or repeats what another says
   */
  public static Catalogue builtInAnd(List<CatalogueSource> more) throws CatalogueException {
    List<CatalogueSource> sources = new ArrayList<>(builtInSources());
    sources.addAll(more);
    return load(sources);
  }

  /**
   * A catalogue of the given files, together.
   *
   * @throws CatalogueException when one is not YAML of the right shape, an id or a required field
   *     is missing, an id or a host is given twice, one name is given to two things, or an entity
   *     acts for one that there is not
   */
  public static Catalogue load(List<CatalogueSource> sources) throws CatalogueException {
    Catalogue catalogue = new Catalogue();
    Map<String, String> nameOwners = new HashMap<>();
    Map<String, String> ids = new HashMap<>();
    List<CatalogueReader.Located<Entity>> read = new ArrayList<>();
    for (CatalogueSource source : sources) {
      CatalogueReader reader = CatalogueReader.read(source);
      for (CatalogueReader.Located<Entity> entry : reader.entities()) {
        Entity entity = entry.value();
        once(ids, entity.id(), entry.where(), "id " + entity.id());
        catalogue.entities.put(entity.id(), entity);
        catalogue.addNames(entity, nameOwners, entry.where());
        read.add(entry);
      }
      for (CatalogueReader.Located<Outlet> entry : reader.outlets()) {
        once(ids, entry.value().id(), entry.where(), "id " + entry.value().id());
        catalogue.addOutlet(entry.value(), nameOwners, entry.where());
      }
    }
    for (CatalogueReader.Located<Entity> entry : read) {
      @Nullable String actsFor = entry.value().actsFor();
      if (actsFor != null && !catalogue.entities.containsKey(actsFor)) {
        throw new CatalogueException(entry.where() + ": there is no entity " + actsFor);
      }
    }
    return catalogue;
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

  private static void once(Map<String, String> seen, String key, String where, String what)
      throws CatalogueException {
    @Nullable String before = seen.putIfAbsent(key, where);
    if (before != null) {
      throw new CatalogueException(where + ": " + what + " is already given at " + before);
    }
  }

  private void addNames(Entity entity, Map<String, String> owners, String where)
      throws CatalogueException {
    List<String> all = new ArrayList<>();
    all.add(entity.name());
    all.addAll(entity.aliases());
    for (String name : all) {
      // Capitals tell two names apart (RT the outlet, Rt. the honourable).
      @Nullable String before = owners.putIfAbsent(key(name), entity.id());
      if (before == null) {
        names.add(name, entity);
      } else if (!before.equals(entity.id())) {
        throw new CatalogueException(where + ": \"" + name + "\" already names " + before);
      }
    }
    for (String anaphor : entity.anaphors()) {
      anaphors.add(anaphor, entity);
    }
  }

  private static String key(String name) {
    return Fold.name(name) + (name.equals(name.toUpperCase(Locale.ROOT)) ? " (capitals)" : "");
  }

  private void addOutlet(Outlet outlet, Map<String, String> owners, String where)
      throws CatalogueException {
    outlets.put(outlet.id(), outlet);
    for (String host : outlet.hosts()) {
      @Nullable Outlet before = byHost.putIfAbsent(host.toLowerCase(Locale.ROOT), outlet);
      if (before != null) {
        throw new CatalogueException(where + ": " + host + " is already " + before.id() + "'s");
      }
    }
    addNames(
        new Entity(
            outlet.id(),
            outlet.name(),
            EntityType.OUTLET,
            outlet.aliases(),
            List.of(),
            List.of(),
            null),
        owners,
        where);
    byName.putIfAbsent(nameKey(outlet.name()), outlet);
    for (String alias : outlet.aliases()) {
      byName.putIfAbsent(nameKey(alias), outlet);
    }
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

  NameIndex names() {
    return names;
  }

  NameIndex anaphors() {
    return anaphors;
  }
}

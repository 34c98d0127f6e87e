package org.hearsay.entities.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.CatalogueException;
import org.hearsay.entities.CatalogueSource;
import org.hearsay.entities.Entity;
import org.hearsay.entities.Outlet;
import org.hearsay.text.languages.LanguageLine;
import org.jspecify.annotations.Nullable;

/** What catalogue files say, by id, in their order. */
public final class CatalogueEntries {
  private static final String HOME = "catalogue/";
  private static final String INDEX = HOME + "index.txt";

  private final Map<String, Located<Entity>> entities = new LinkedHashMap<>();
  private final Map<String, Located<Outlet>> outlets = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private CatalogueEntries() {}

  /** The files of the catalogue that comes with Hearsay. */
  public static List<CatalogueSource> builtIn() {
    List<CatalogueSource> sources = new ArrayList<>();
    for (LanguageLine line : LanguageLine.of(INDEX, resource(INDEX))) {
      String file = line.text().strip();
      sources.add(new CatalogueSource(file, resource(HOME + file)));
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

  /**
   * The entries of files.
   *
   * @throws CatalogueException when a file is not YAML
   */
  public static CatalogueEntries read(List<CatalogueSource> sources) throws CatalogueException {
    CatalogueEntries entries = new CatalogueEntries();
    Map<String, String> ids = new HashMap<>();
    for (CatalogueSource source : sources) {
      CatalogueReader reader = CatalogueReader.read(source);
      entries.problems.addAll(reader.problems());
      for (Located<Entity> entry : reader.entities()) {
        if (entries.isFirst(ids, entry.value().id(), entry.where())) {
          entries.entities.put(entry.value().id(), entry);
        }
      }
      for (Located<Outlet> entry : reader.outlets()) {
        if (entries.isFirst(ids, entry.value().id(), entry.where())) {
          entries.outlets.put(entry.value().id(), entry);
        }
      }
    }
    return entries;
  }

  private boolean isFirst(Map<String, String> seen, String id, String where) {
    @Nullable String before = seen.putIfAbsent(id, where);
    if (before != null) {
      problems.add(where + ": id " + id + " is already given at " + before);
    }
    return before == null;
  }

  /** Leaves out what others have an entry of the same id for. */
  public void giveWayTo(CatalogueEntries others) {
    entities.keySet().removeAll(others.entities.keySet());
    outlets.keySet().removeAll(others.outlets.keySet());
  }

  /** The entities. */
  public List<Located<Entity>> entities() {
    return List.copyOf(entities.values());
  }

  /** The outlets. */
  public List<Located<Outlet>> outlets() {
    return List.copyOf(outlets.values());
  }

  /** All that has names: the entities, and the outlets as such. */
  public List<Located<Entity>> named() {
    List<Located<Entity>> named = new ArrayList<>(entities.values());
    for (Located<Outlet> outlet : outlets.values()) {
      named.add(new Located<>(outlet.value().asEntity(), outlet.where(), outlet.lines()));
    }
    return named;
  }

  /** What is wrong with files, with file and line. */
  public List<String> problems() {
    return List.copyOf(problems);
  }
}

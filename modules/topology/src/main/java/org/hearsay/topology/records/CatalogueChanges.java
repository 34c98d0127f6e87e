package org.hearsay.topology.records;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.Entity;
import org.hearsay.entities.Outlet;

/**
 * What the records of the catalogue's topics change in a catalogue. A record that is not as the
 * contract says is left out, and told.
 */
public final class CatalogueChanges {
  private final Consumer<String> problems;
  private final List<Entity> entities = new ArrayList<>();
  private final List<Outlet> outlets = new ArrayList<>();
  private final Set<String> removed = new HashSet<>();

  /**
   * None yet.
   *
   * @param problems takes one sentence for each record that is left out
   */
  public CatalogueChanges(Consumer<String> problems) {
    this.problems = problems;
  }

  /** Adds what an entity's record says. */
  public void add(org.hearsay.records.Entity record) {
    if (record.getRemoved()) {
      removed.add(record.getId());
      return;
    }
    try {
      entities.add(CatalogueRecords.entity(record));
    } catch (IllegalArgumentException e) {
      leaveOut("entity", record.getId(), e);
    }
  }

  /** Adds what an outlet's record says. */
  public void add(org.hearsay.records.Outlet record) {
    if (record.getRemoved()) {
      removed.add(record.getId());
      return;
    }
    try {
      outlets.add(CatalogueRecords.outlet(record));
    } catch (IllegalArgumentException e) {
      leaveOut("outlet", record.getId(), e);
    }
  }

  private void leaveOut(String what, String id, IllegalArgumentException why) {
    problems.accept("the catalogue's " + what + " " + id + " is left out: " + why.getMessage());
  }

  /** The catalogue with the changes; itself where there are none. */
  public Catalogue appliedTo(Catalogue catalogue) {
    return removed.isEmpty() && entities.isEmpty() && outlets.isEmpty()
        ? catalogue
        : catalogue.with(entities, outlets, removed);
  }
}

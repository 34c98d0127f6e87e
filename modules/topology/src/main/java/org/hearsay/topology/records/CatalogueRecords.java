package org.hearsay.topology.records;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.entities.Description;
import org.hearsay.entities.Entity;
import org.hearsay.entities.EntityNames;
import org.hearsay.entities.EntityType;
import org.hearsay.entities.Holder;
import org.hearsay.entities.Outlet;
import org.hearsay.entities.OutletFacts;
import org.hearsay.entities.OutletFacts.OutletKind;
import org.hearsay.entities.OutletFacts.Ownership;
import org.jspecify.annotations.Nullable;

/** Turns catalogue entries into the records of the public contract, and back. */
public final class CatalogueRecords {
  private CatalogueRecords() {}

  /** The record of an entity. */
  public static org.hearsay.records.Entity record(Entity entity) {
    List<org.hearsay.records.Description> descriptions = new ArrayList<>();
    for (Description description : entity.descriptions()) {
      descriptions.add(
          new org.hearsay.records.Description(
              description.head(),
              description.words(),
              written(description.from()),
              written(description.until())));
    }
    List<org.hearsay.records.Holder> holders = new ArrayList<>();
    for (Holder holder : entity.holders()) {
      holders.add(
          new org.hearsay.records.Holder(
              holder.id(), written(holder.from()), written(holder.until())));
    }
    return org.hearsay.records.Entity.newBuilder()
        .setId(entity.id())
        .setName(entity.name())
        .setType(entity.type().name())
        .setAliases(entity.aliases())
        .setShared(entity.shared())
        .setBare(entity.bare())
        .setContext(entity.context())
        .setAnaphors(entity.anaphors())
        .setDescriptions(descriptions)
        .setActsFor(entity.actsFor())
        .setHolders(holders)
        .setWikidata(entity.wikidata())
        .build();
  }

  /** The record of an outlet. */
  public static org.hearsay.records.Outlet record(Outlet outlet) {
    OutletFacts facts = outlet.facts();
    return org.hearsay.records.Outlet.newBuilder()
        .setId(outlet.id())
        .setName(outlet.name())
        .setHosts(outlet.hosts())
        .setAliases(outlet.aliases())
        .setShared(outlet.shared())
        .setAgency(facts.agency())
        .setCountry(facts.country())
        .setLanguage(facts.language())
        .setKind(facts.kind() == null ? null : facts.kind().word())
        .setOwner(facts.owner() == null ? null : facts.owner().word())
        .setWikidata(outlet.wikidata())
        .build();
  }

  /**
   * The entity of a record.
   *
   * @throws IllegalArgumentException when its type is none, a date is no date or a description no
   *     pattern; the message says which
   */
  public static Entity entity(org.hearsay.records.Entity record) {
    List<Description> descriptions = new ArrayList<>();
    for (org.hearsay.records.Description description : record.getDescriptions()) {
      // Its exception is an IllegalArgumentException that names the place.
      descriptions.add(
          new Description(
                  description.getHead(),
                  description.getWords(),
                  day(description.getFrom()),
                  day(description.getUntil()))
              .checked());
    }
    List<Holder> holders = new ArrayList<>();
    for (org.hearsay.records.Holder holder : record.getHolders()) {
      holders.add(new Holder(holder.getId(), day(holder.getFrom()), day(holder.getUntil())));
    }
    return new Entity(
        record.getId(),
        record.getName(),
        EntityType.valueOf(record.getType()),
        new EntityNames(
            record.getAliases(),
            record.getShared(),
            record.getBare(),
            record.getContext(),
            record.getAnaphors(),
            descriptions),
        record.getActsFor(),
        holders,
        record.getWikidata());
  }

  /**
   * The outlet of a record.
   *
   * @throws IllegalArgumentException when its kind or its owner is none; the message says which
   */
  public static Outlet outlet(org.hearsay.records.Outlet record) {
    return new Outlet(
        record.getId(),
        record.getName(),
        record.getHosts(),
        record.getAliases(),
        record.getShared(),
        new OutletFacts(
            record.getAgency(),
            record.getCountry(),
            record.getLanguage(),
            record.getKind() == null ? null : OutletKind.of(record.getKind()),
            record.getOwner() == null ? null : Ownership.of(record.getOwner())),
        record.getWikidata());
  }

  private static @Nullable String written(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static @Nullable LocalDate day(@Nullable String written) {
    try {
      return written == null ? null : LocalDate.parse(written);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a date as 2017-05-31: " + written, e);
    }
  }
}

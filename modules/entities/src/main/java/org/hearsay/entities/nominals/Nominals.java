package org.hearsay.entities.nominals;

import java.time.LocalDate;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.names.NameFinder;
import org.hearsay.entities.offices.OfficeTerms;
import org.hearsay.entities.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Links what an article calls things once it has named them: "the alliance", "the minister", "the
 * ministry", "the group". Immutable.
 */
public final class Nominals {
  private final Catalogue catalogue;
  private final NameFinder anaphors;
  private final OfficeTerms terms;
  private final NominalWords language;

  /**
   * What a catalogue's things are called.
   *
   * @param anaphors looks for the catalogue's words for them
   * @param terms who held which office
   */
  public Nominals(
      Catalogue catalogue, NameFinder anaphors, OfficeTerms terms, NominalWords language) {
    this.catalogue = catalogue;
    this.anaphors = anaphors;
    this.terms = terms;
    this.language = language;
  }

  /**
   * Adds a mention of each to a text whose names are found.
   *
   * @param date the day on which it was written, or null where that is not known
   */
  public void find(Reading reading, @Nullable LocalDate date) {
    new Anaphors(reading, anaphors, language).find();
    new RoleNouns(reading, terms, language).find(date);
    new GroupNouns(reading, catalogue, language).find();
  }
}

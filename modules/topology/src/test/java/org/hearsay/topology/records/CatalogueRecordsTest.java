package org.hearsay.topology.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearsay.entities.Catalogue;
import org.junit.jupiter.api.Test;

class CatalogueRecordsTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  @Test
  void everyBuiltInEntryIsTheSameAfterItsRecord() {
    assertThat(CATALOGUE.entities())
        .allSatisfy(
            entity ->
                assertThat(CatalogueRecords.entity(CatalogueRecords.record(entity)))
                    .isEqualTo(entity));
    assertThat(CATALOGUE.outlets())
        .allSatisfy(
            outlet ->
                assertThat(CatalogueRecords.outlet(CatalogueRecords.record(outlet)))
                    .isEqualTo(outlet));
  }
}

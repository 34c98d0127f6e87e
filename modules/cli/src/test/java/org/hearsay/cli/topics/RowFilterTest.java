package org.hearsay.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.hearsay.records.topics.Topics;
import org.junit.jupiter.api.Test;

class RowFilterTest {
  private static final Schema LINK =
      SchemaBuilder.record("Link")
          .fields()
          .requiredString("role")
          .optionalString("id")
          .requiredString("name")
          .endRecord();
  private static final Schema CLAIM =
      SchemaBuilder.record("Claim")
          .fields()
          .optionalString("speakerId")
          .optionalString("speakerName")
          .name("chain")
          .type()
          .array()
          .items(LINK)
          .noDefault()
          .endRecord();
  private static final Schema OUTLET =
      SchemaBuilder.record("Row")
          .fields()
          .optionalString("outletId")
          .optionalString("outletName")
          .requiredString("name")
          .endRecord();

  private static GenericData.Record link(String role, String id, String name) {
    return new GenericRecordBuilder(LINK).set("role", role).set("id", id).set("name", name).build();
  }

  private static final GenericData.Record CLAIMED =
      new GenericRecordBuilder(CLAIM)
          .set("speakerId", "milan-testovic")
          .set("speakerName", "Milan Testović")
          .set(
              "chain",
              List.of(
                  link("PUBLISHER", "balkan-ledger", "Balkan Ledger"),
                  link("RELAY", "meridian-wire", "Meridian Wire"),
                  link("SPEAKER", "milan-testovic", "Milan Testović")))
          .build();

  @Test
  void onlyTopicsWhoseRowsNameOneAreFilteredBySpeakerOrEntity() {
    Topics topics = new Topics();
    assertThat(topics.all().stream().filter(RowFilter::namesSpeakers))
        .containsExactly(topics.claims(), topics.claimClusters());
    assertThat(topics.all().stream().filter(RowFilter::namesEntities))
        .containsExactly(
            topics.mentions(),
            topics.claims(),
            topics.entityProfiles(),
            topics.outletEntityProfiles());
  }

  @Test
  void aRowIsOfAnOutletByItsIdOrAPartOfItsNameInEitherCase() {
    GenericData.Record row =
        new GenericRecordBuilder(OUTLET)
            .set("outletId", "balkan-ledger")
            .set("outletName", "Balkan Ledger")
            .set("name", "Meridian Wire")
            .build();
    assertThat(RowFilter.isFrom("BALKAN-LEDGER", row)).isTrue();
    assertThat(RowFilter.isFrom("ledger", row)).isTrue();
    assertThat(RowFilter.isFrom("balkan-", row)).as("a part of an id").isFalse();
    assertThat(RowFilter.isFrom("meridian", row)).as("another name in it").isFalse();
  }

  @Test
  void ofAChainOnlyThePublisherIsTheOutletButEveryLinkMayBeTheEntity() {
    assertThat(RowFilter.isFrom("ledger", CLAIMED)).isTrue();
    assertThat(RowFilter.isFrom("meridian", CLAIMED)).isFalse();
    assertThat(RowFilter.concerns("meridian", CLAIMED)).isTrue();
    assertThat(RowFilter.concerns("tanjug", CLAIMED)).isFalse();
  }

  @Test
  void aSpeakerIsFoundByIdOrAPartOfTheName() {
    assertThat(RowFilter.isBy("milan-testovic", CLAIMED)).isTrue();
    assertThat(RowFilter.isBy("testović", CLAIMED)).isTrue();
    assertThat(RowFilter.isBy("ledger", CLAIMED)).isFalse();
  }

  @Test
  void aNameIsFoundWhateverItsDiacritics() {
    assertThat(RowFilter.isBy("Testovic", CLAIMED)).isTrue();
    assertThat(RowFilter.isBy("TESTOVIĆ", CLAIMED)).isTrue();
    assertThat(RowFilter.concerns("testovič", CLAIMED)).isTrue();
    assertThat(RowFilter.isBy("Testovik", CLAIMED)).isFalse();
  }

  @Test
  void theNamesOfARowAreThoseThatItsFiltersFind() {
    assertThat(RowFilter.speakers(CLAIMED)).containsExactly("milan-testovic", "Milan Testović");
    assertThat(RowFilter.outlets(CLAIMED)).containsExactly("balkan-ledger", "Balkan Ledger");
    assertThat(RowFilter.entities(CLAIMED)).contains("Meridian Wire", "Milan Testović");
  }

  @Test
  void aPartOfANameBeginsWhereAWordDoes() {
    assertThat(RowFilter.isPartOf("Albin Kurti", "rt")).isFalse();
    assertThat(RowFilter.isPartOf("RT en français", "rt")).isTrue();
    assertThat(RowFilter.isPartOf("Albin Kurti", "kur")).isTrue();
    assertThat(RowFilter.isPartOf("Mirjana Stepić-Jovanović", "jovanovic")).isTrue();
    assertThat(RowFilter.isPartOf("Kurti, Albin", "n kurti")).isFalse();
  }
}

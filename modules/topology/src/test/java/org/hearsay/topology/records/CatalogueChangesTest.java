package org.hearsay.topology.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.OutletFacts.OutletKind;
import org.hearsay.entities.OutletFacts.Ownership;
import org.hearsay.records.Description;
import org.hearsay.records.Entity;
import org.hearsay.records.Holder;
import org.hearsay.records.Outlet;
import org.junit.jupiter.api.Test;

/** What is not in the built-in catalogue is invented. */
class CatalogueChangesTest {
  private final Catalogue start = Catalogue.builtIn();
  private final List<String> problems = new ArrayList<>();
  private final CatalogueChanges changes = new CatalogueChanges(problems::add);

  private static Outlet.Builder outlet(String id, String kind, String owner) {
    return Outlet.newBuilder().setId(id).setName("The " + id).setKind(kind).setOwner(owner);
  }

  @Test
  void withoutChangesTheCatalogueIsItself() {
    assertThat(changes.appliedTo(start)).isSameAs(start);
  }

  @Test
  void whatTopicsSayOfAnOutletIsKnown() {
    changes.add(outlet("lake-wire", "agency", "party").build());
    assertThat(changes.appliedTo(start).outlet("lake-wire"))
        .hasValueSatisfying(
            outlet -> {
              assertThat(outlet.facts().kind()).isEqualTo(OutletKind.AGENCY);
              assertThat(outlet.facts().owner()).isEqualTo(Ownership.PARTY);
            });
    assertThat(problems).isEmpty();
  }

  @Test
  void anEntryWithAWordThatTheContractDoesNotHaveIsLeftOutAndTold() {
    changes.add(outlet("lake-blog", "blog", "private").build());
    changes.add(outlet("lake-post", "newspaper", "STATE").build());
    changes.add(
        Entity.newBuilder().setId("lake-thing").setName("Lake Thing").setType("THING").build());
    changes.add(outlet("lake-wire", "agency", "party").build());
    Catalogue changed = changes.appliedTo(start);
    assertThat(changed.outlet("lake-wire")).isPresent();
    assertThat(changed.outlet("lake-blog")).isEmpty();
    assertThat(changed.outlet("lake-post")).isEmpty();
    assertThat(changed.entity("lake-thing")).isEmpty();
    assertThat(problems)
        .satisfiesExactly(
            problem ->
                assertThat(problem)
                    .isEqualTo(
                        "the catalogue's outlet lake-blog is left out: blog is none of"
                            + " [agency, broadcaster, magazine, newspaper, online]"),
            problem ->
                assertThat(problem)
                    .isEqualTo(
                        "the catalogue's outlet lake-post is left out: STATE is none of"
                            + " [party, private, public, state]"),
            problem ->
                assertThat(problem)
                    .startsWith("the catalogue's entity lake-thing is left out: ")
                    .contains("THING"));
  }

  @Test
  void whatIsRemovedIsGoneWhateverItsOtherFieldsSay() {
    changes.add(outlet("tanjug", "blog", "nobody").setRemoved(true).build());
    changes.add(
        Entity.newBuilder().setId("albania").setName("").setType("THING").setRemoved(true).build());
    Catalogue changed = changes.appliedTo(start);
    assertThat(changed.outlet("tanjug")).isEmpty();
    assertThat(changed.entity("albania")).isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void whateverWordsStandInRecordsTheRestOfTheCatalogueHolds() {
    List<String> odd =
        List.of(
            "", " ", "(", "a) b", "\\E(", "*", "\u0000", "\ud800", ".", "..", "x".repeat(70_000));
    int number = 0;
    for (String word : odd) {
      changes.add(
          Outlet.newBuilder()
              .setId(word)
              .setName(word)
              .setHosts(odd)
              .setAliases(odd)
              .setShared(odd)
              .build());
      for (String id : List.of(word, "odd-" + number++)) {
        changes.add(
            Entity.newBuilder()
                .setId(id)
                .setName(word)
                .setType("PERSON")
                .setAliases(odd)
                .setShared(odd)
                .setBare(odd)
                .setContext(odd)
                .setAnaphors(odd)
                .setActsFor(id)
                .setDescriptions(List.of(new Description(word, "a", null, null)))
                .setHolders(List.of(new Holder(id, null, null)))
                .build());
      }
    }
    changes.add(outlet("lake-wire", "agency", "party").setHosts(List.of("lake.example")).build());
    Catalogue changed = changes.appliedTo(start);
    assertThat(changed.outletByUrl("https://lake.example/1")).isPresent();
    assertThat(changed.entities()).hasSizeGreaterThan(start.entities().size());
  }
}

package org.hearsay.coverage.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.coverage.Samples.article;
import static org.hearsay.coverage.Samples.edge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hearsay.coverage.facts.ArticleFacts;
import org.hearsay.coverage.facts.ArticleSummary;
import org.hearsay.coverage.facts.Change;
import org.hearsay.coverage.facts.Fact;
import org.hearsay.coverage.facts.TextFraming;
import org.hearsay.coverage.facts.TextFraming.CataloguedTone;
import org.hearsay.coverage.profiles.ProfileShares.Moment;
import org.hearsay.coverage.profiles.Tally.Kind;
import org.hearsay.framing.NamingVariant;
import org.hearsay.framing.SourceShare;
import org.hearsay.framing.Voice;
import org.hearsay.framing.VoiceFraming;
import org.hearsay.framing.terms.Category;
import org.hearsay.lineage.Direction.Basis;
import org.hearsay.lineage.MemoryStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileSharesTest {
  private static final ArticleSummary COURIER = article("courier", 30);
  private static final ArticleSummary WIRE = article("wire", 0);

  private static TextFraming text(@Nullable Integer comment, Random random) {
    Voice voice = comment == null ? Voice.OUTLET : Voice.READER;
    int words = 1 + random.nextInt(300);
    return new TextFraming(
        comment,
        List.of(
            new VoiceFraming(
                voice, words, random.nextDouble(), 4.5, Map.of(Category.LOADED, words % 5))),
        List.of(new NamingVariant("lake", "The lake", "puddle", null, voice, 1 + words % 3)),
        List.of(
            new SourceShare(
                null, "Lene Haugsrud", SourceShare.Kind.NAMED, true, 1, 9, 3, Map.of("say", 1))),
        List.of(
            new CataloguedTone("lake", "The lake", voice, words, words, random.nextDouble() - 0.5),
            new CataloguedTone("mill", "The mill", Voice.QUOTED, 2, 0, null)),
        List.of());
  }

  private static Map<Moment, Tally> sum(ArticleFacts facts, List<Fact> told) {
    Map<Moment, Tally> sums = new HashMap<>();
    for (Fact fact : told) {
      for (Change<Moment, Tally> change :
          facts.learn(COURIER.id(), fact, 0).changes(ProfileShares::of)) {
        sums.merge(change.key(), Tally.difference(change), Tally::plus);
      }
    }
    sums.values().removeIf(Tally::isNone);
    return sums;
  }

  @Property(tries = 300)
  void theSumOfDifferencesIsWhatTheArticleGivesInTheEnd(
      @ForAll @IntRange(max = 12) int many, @ForAll Random random) {
    List<Fact> told = new ArrayList<>();
    told.add(COURIER);
    told.add(article("courier", 30));
    for (int i = 0; i < many; i++) {
      int kind = random.nextInt(4);
      if (kind == 0) {
        told.add(
            new ArticleSummary(
                COURIER.id(),
                COURIER.publisher(),
                COURIER.url(),
                COURIER.at().plusSeconds(random.nextInt(7200)),
                COURIER.atKind(),
                random.nextBoolean() ? List.of() : List.of(WIRE.publisher())));
      } else if (kind == 1) {
        boolean turned = random.nextBoolean();
        Basis basis = random.nextBoolean() ? Basis.PUBLISHED : Basis.UNDECIDED;
        told.add(
            edge(
                turned ? WIRE : COURIER,
                turned ? COURIER : WIRE,
                basis,
                random.nextInt(10) / 10.0));
      } else {
        told.add(text(kind == 2 ? null : random.nextInt(3), random));
      }
    }
    Collections.shuffle(told, random);
    ArticleFacts facts = new ArticleFacts(MemoryStore.endless());
    Map<Moment, Tally> sums = sum(facts, told);
    assertThat(sums).isEqualTo(ProfileShares.of(facts.all(COURIER.id())));
  }

  @Test
  void whatWasTakenOverIsCountedApart() {
    ArticleFacts facts = new ArticleFacts(MemoryStore.endless());
    Moment moment = new Moment(ProfileKey.outlet("courier"), COURIER.at().toEpochMilli());
    TextFraming text = text(null, new Random(1));
    Profile own = profile(moment, sum(facts, List.of(COURIER, text)));
    assertThat(own.articles(Authorship.OWN)).isEqualTo(1);
    assertThat(own.sources()).hasSize(1);
    sum(facts, List.of(edge(COURIER, WIRE, Basis.PUBLISHED, 0.4)));
    assertThat(profile(moment, ProfileShares.of(facts.all(COURIER.id()))).republishedShare())
        .as("some passages make no copy")
        .isZero();
    sum(facts, List.of(edge(COURIER, WIRE, Basis.PUBLISHED, 0.9)));
    Profile copied = profile(moment, ProfileShares.of(facts.all(COURIER.id())));
    assertThat(copied.republishedShare()).isEqualTo(1);
    assertThat(copied.sources()).isEmpty();
    assertThat(copied.origins()).extracting(line -> line.id()).containsExactly("wire");
    assertThat(copied.tally().total(Kind.ENTITY, 0)).isZero();
  }

  private static Profile profile(Moment moment, Map<Moment, Tally> tallies) {
    return new Profile(moment.profile(), tallies.getOrDefault(moment, Tally.NONE));
  }
}

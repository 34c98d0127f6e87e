package org.hearsay.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.coverage.Samples.article;
import static org.hearsay.coverage.Samples.claim;
import static org.hearsay.coverage.Samples.edge;
import static org.hearsay.coverage.Samples.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hearsay.claims.EvidenceKind;
import org.hearsay.claims.LinkRole;
import org.hearsay.coverage.Samples.Told;
import org.hearsay.coverage.chains.CompletedChains;
import org.hearsay.coverage.clusters.ClaimOrigins;
import org.hearsay.coverage.clusters.ClaimReport;
import org.hearsay.coverage.clusters.Cluster;
import org.hearsay.coverage.facts.ArticleSummary;
import org.hearsay.coverage.facts.ClaimList;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.coverage.facts.KnownLink;
import org.hearsay.coverage.facts.ReportedClaim;
import org.hearsay.coverage.sameness.ClaimSpeaker;
import org.hearsay.lineage.Direction.Basis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final List<String> CONTENTS =
      List.of(
          "lorries will be banned from the bridge at Ibar Mill from Monday",
          "Lorries are banned from the Ibar Mill bridge as of Monday",
          "that lorries were going to be banned from the Ibar Mill bridge, beginning on Monday",
          "lorries will be banned from the bridge at Ibar Mill",
          "the European Union pays 14 million euros for a new bridge at Ibar Mill",
          "Brussels pays 14 million euros for a new Ibar Mill bridge",
          "the European Union pays 40 million euros for a new bridge at Ibar Mill",
          "the bridge at Ibar Mill is open to lorries again");

  private static final List<@Nullable String> SPEAKERS =
      Arrays.asList("Lene Haugsrud", "Haugsrud", "Ottavio Brelli", null, "officials");

  /** How many of them are named. */
  private static final int NAMED = 3;

  private static final List<String> OUTLETS = List.of("courier", "herald", "gazette", "wire");

  /** What an article and its claim are made of, by one number. */
  private static List<Told> told(int seed) {
    Random random = new Random(seed);
    ArticleSummary article =
        article(OUTLETS.get(random.nextInt(OUTLETS.size())), random.nextInt(40));
    List<Told> out = new ArrayList<>();
    out.add(new Told(article.id(), article));
    out.add(new Told(article.id(), randomClaim(article, random)));
    if (random.nextInt(4) == 0) {
      ArticleSummary twin = article("twin", random.nextInt(40));
      out.add(new Told(twin.id(), twin));
      out.add(new Told(twin.id(), randomClaim(twin, random)));
      var undecided = edge(article, twin, Basis.UNDECIDED, 1);
      out.add(new Told(article.id(), undecided));
      out.add(new Told(twin.id(), undecided));
    }
    return out;
  }

  private static ReportedClaim randomClaim(ArticleSummary article, Random random) {
    @Nullable String speaker = SPEAKERS.get(random.nextInt(SPEAKERS.size()));
    String cue = random.nextBoolean() ? "said" : "claimed";
    String content = CONTENTS.get(random.nextInt(CONTENTS.size()));
    KnownLink[] via =
        random.nextInt(3) == 0
            ? new KnownLink[] {link(LinkRole.RELAY, "wire", EvidenceKind.CUE)}
            : new KnownLink[0];
    return claim(article, speaker, cue, content, via);
  }

  /** The last state of each fact: what was learnt of it before does not matter. */
  private static List<Told> last(List<Told> all) {
    Map<String, Told> out = new LinkedHashMap<>();
    for (Told one : all) {
      String key =
          one.fact() instanceof ReportedClaim claim
              ? claim.id()
              : one.article() + (one.fact() instanceof ArticleSummary ? "" : one.fact().toString());
      out.put(key, one);
    }
    return new ArrayList<>(out.values());
  }

  private static Coverage learn(List<Told> all) {
    Coverage coverage = new Coverage(Samples.ENGLISH, Samples::meaning);
    all.forEach(one -> coverage.learn(one.article(), one.fact()));
    return coverage;
  }

  private static List<String> clusters(Coverage coverage) {
    return coverage.clusters().stream().map(Cluster::toString).toList();
  }

  @Property(tries = 100)
  void anyOrderGivesTheSameClustersAndProfiles(
      @ForAll @Size(min = 2, max = 14) List<@IntRange(max = 5000) Integer> seeds,
      @ForAll Random random) {
    List<Told> all = last(seeds.stream().flatMap(seed -> told(seed).stream()).toList());
    Coverage expected = learn(all);
    List<Told> shuffled = new ArrayList<>(all);
    shuffled.addAll(all);
    Collections.shuffle(shuffled, random);
    Coverage found = learn(shuffled);
    assertThat(clusters(found)).isEqualTo(clusters(expected));
    assertThat(found.profiles()).isEqualTo(expected.profiles());
  }

  /**
   * Of speakers who are named: whoever is said to have said something, if only for a while, is
   * offered what nobody by name is said to have said like it.
   */
  @Property(tries = 100)
  void whatWasCorrectedIsAsIfItHadNeverBeenSaid(
      @ForAll @Size(min = 2, max = 10) List<@IntRange(max = 5000) Integer> seeds,
      @ForAll Random random) {
    List<Told> all = last(seeds.stream().flatMap(seed -> told(seed).stream()).toList());
    all.removeIf(
        one ->
            one.fact() instanceof ReportedClaim claim
                && claim.text().speaker().kind(Samples.ENGLISH) != ClaimSpeaker.Kind.NAMED);
    List<Told> before = new ArrayList<>();
    for (Told one : all) {
      if (one.fact() instanceof ReportedClaim claim) {
        @Nullable String other = SPEAKERS.get(random.nextInt(NAMED));
        ArticleSummary any = article("courier", 0);
        ReportedClaim wrong = claim(any, other, "insisted", claim.text().content());
        before.add(
            new Told(
                one.article(),
                new ReportedClaim(
                    claim.id(),
                    claim.articleId(),
                    claim.outletId(),
                    wrong.text(),
                    claim.content(),
                    claim.chain())));
      } else if (one.fact() instanceof ArticleSummary summary) {
        // Seen later first: the earliest time counts.
        before.add(
            new Told(
                one.article(),
                new ArticleSummary(
                    summary.id(),
                    summary.publisher(),
                    summary.url(),
                    summary.at().plusSeconds(3600),
                    summary.atKind(),
                    summary.declared())));
      }
    }
    Collections.shuffle(before, random);
    List<Told> corrected = new ArrayList<>(before);
    List<Told> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    corrected.addAll(shuffled);
    Coverage expected = learn(all);
    Coverage found = learn(corrected);
    assertThat(clusters(found)).isEqualTo(clusters(expected));
    assertThat(found.profiles()).isEqualTo(expected.profiles());
  }

  /** A changed catalogue has an article read again, and not every claim is found again. */
  @Property(tries = 100)
  void whatALaterReadingDoesNotFindIsTakenBackInWhateverOrderItComes(
      @ForAll @Size(min = 2, max = 10) List<@IntRange(max = 5000) Integer> seeds,
      @ForAll Random random) {
    List<Told> all = last(seeds.stream().flatMap(seed -> told(seed).stream()).toList());
    all.removeIf(
        one ->
            one.fact() instanceof ReportedClaim claim
                && claim.text().speaker().kind(Samples.ENGLISH) != ClaimSpeaker.Kind.NAMED);
    Map<String, Set<String>> found = new LinkedHashMap<>();
    Map<String, Set<String>> foundBefore = new LinkedHashMap<>();
    List<Told> readTwice = new ArrayList<>(all);
    for (Told one : all) {
      if (one.fact() instanceof ReportedClaim claim) {
        found.computeIfAbsent(one.article(), id -> new TreeSet<>()).add(claim.id());
        String gone = claim.id() + " gone";
        Set<String> before = foundBefore.computeIfAbsent(one.article(), id -> new TreeSet<>());
        before.add(gone);
        if (random.nextBoolean()) {
          before.add(claim.id());
        }
        readTwice.add(
            new Told(
                one.article(),
                new ReportedClaim(
                    gone,
                    claim.articleId(),
                    claim.outletId(),
                    claim.text(),
                    claim.content(),
                    claim.chain())));
      }
    }
    List<Told> lists = new ArrayList<>();
    foundBefore.forEach((article, ids) -> lists.add(new Told(article, new ClaimList(ids))));
    readTwice.addAll(lists);
    Collections.shuffle(readTwice, random);
    // Of one article a list comes after the one before; all else comes in any order.
    found.forEach(
        (article, ids) -> {
          int earlier =
              readTwice.indexOf(
                  new Told(
                      article, new ClaimList(Objects.requireNonNull(foundBefore.get(article)))));
          int place = earlier + 1 + random.nextInt(readTwice.size() - earlier);
          readTwice.add(place, new Told(article, new ClaimList(ids)));
        });
    assertThat(clusters(learn(readTwice))).isEqualTo(clusters(learn(all)));
  }

  /** Claims as their articles give them, and which article each was copied from. */
  private static List<Told> copies(List<Integer> seeds) {
    List<ArticleSummary> articles = new ArrayList<>();
    List<Told> out = new ArrayList<>();
    for (int seed : seeds) {
      Random random = new Random(seed);
      ArticleSummary article =
          article(OUTLETS.get(random.nextInt(OUTLETS.size())), random.nextInt(40));
      out.add(new Told(article.id(), article));
      out.add(new Told(article.id(), randomClaim(article, random)));
      articles.add(article);
    }
    for (ArticleSummary copy : articles) {
      for (ArticleSummary origin : articles) {
        if (origin.at().isBefore(copy.at())) {
          var edge = edge(copy, origin, Basis.PUBLISHED, 1 - origin.at().getEpochSecond() % 7 / 9.);
          edge.articles().forEach(article -> out.add(new Told(article, edge)));
        }
      }
    }
    return last(out);
  }

  @Property(tries = 100)
  void chainsAreCompletedByAllEdgesInWhateverOrderTheseAndTheClaimsCome(
      @ForAll @Size(min = 2, max = 7) List<@IntRange(max = 5000) Integer> seeds,
      @ForAll Random random) {
    List<Told> all = copies(seeds);
    Coverage expected = learn(all);
    for (Told one : all) {
      if (one.fact() instanceof ReportedClaim claim) {
        List<CopyEdge> edges =
            all.stream()
                .filter(other -> other.article().equals(one.article()))
                .map(Told::fact)
                .filter(CopyEdge.class::isInstance)
                .map(CopyEdge.class::cast)
                .toList();
        assertThat(expected.claims(one.article()).get(claim.id()))
            .isEqualTo(CompletedChains.complete(claim, edges));
      }
    }
    List<Told> shuffled = new ArrayList<>(all);
    shuffled.addAll(all);
    Collections.shuffle(shuffled, random);
    Coverage found = learn(shuffled);
    for (Told one : all) {
      assertThat(found.claims(one.article())).isEqualTo(expected.claims(one.article()));
    }
    assertThat(clusters(found)).isEqualTo(clusters(expected));
    assertThat(origins(found)).isEqualTo(origins(expected));
    assertThat(found.profiles()).isEqualTo(expected.profiles());
  }

  /** The claims of each cluster that are copies, and which each was copied from. */
  private static Map<String, String> origins(Coverage coverage) {
    Map<String, String> out = new TreeMap<>();
    for (Cluster cluster : coverage.clusters()) {
      ClaimOrigins origins = new ClaimOrigins(cluster.reports());
      for (ClaimReport report : cluster.reports().all()) {
        origins
            .of(report)
            .ifPresent(
                origin -> {
                  assertThat(origin.at()).isBefore(report.at());
                  out.put(cluster.id() + " " + report.claimId(), origin.claimId());
                });
      }
    }
    return out;
  }

  @Test
  void anEdgeIsLearntOfBothItsArticles() {
    ArticleSummary courier = article("courier", 30);
    ArticleSummary herald = article("herald", 10);
    Coverage coverage = new Coverage(Samples.ENGLISH, Samples::meaning);
    for (ArticleSummary article : List.of(courier, herald)) {
      coverage.learn(article.id(), article);
      coverage.learn(article.id(), claim(article, "Lene Haugsrud", "said", CONTENTS.get(0)));
    }
    assertThat(coverage.clusters()).extracting(one -> one.reports().independent()).containsOnly(2);
    coverage.learn(edge(courier, herald, Basis.PUBLISHED, 1));
    assertThat(coverage.claims(courier.id()).values())
        .flatExtracting(ReportedClaim::chain)
        .extracting(KnownLink::role)
        .containsExactly(LinkRole.PUBLISHER, LinkRole.ORIGIN);
    assertThat(coverage.clusters()).extracting(one -> one.reports().independent()).containsOnly(1);
    coverage.learn(edge(herald, courier, Basis.DECLARED, 1));
    assertThat(coverage.claims(courier.id()).values())
        .as("the edge has turned round")
        .flatExtracting(ReportedClaim::chain)
        .hasSize(1);
    assertThat(coverage.claims(herald.id()).values())
        .flatExtracting(ReportedClaim::chain)
        .hasSize(2);
  }

  @Test
  void whoHadItFirstAndInWhichWordsEachHasIt() {
    ArticleSummary courier = article("courier", 30);
    ArticleSummary herald = article("herald", 10);
    ArticleSummary gazette = article("gazette", 20);
    Coverage coverage = new Coverage(Samples.ENGLISH, Samples::meaning);
    coverage.learn(courier.id(), claim(courier, "Lene Haugsrud", "claimed", CONTENTS.get(0)));
    assertThat(coverage.clusters()).as("who published it is not known yet").isEmpty();
    coverage.learn(courier.id(), courier);
    coverage.learn(herald.id(), herald);
    coverage.learn(herald.id(), claim(herald, "Haugsrud", "said", CONTENTS.get(0)));
    coverage.learn(gazette.id(), gazette);
    coverage.learn(gazette.id(), claim(gazette, null, "reportedly", CONTENTS.get(0)));
    assertThat(coverage.clusters()).hasSize(1);
    Cluster cluster = coverage.clusters().get(0);
    assertThat(cluster.reports().all())
        .extracting(ClaimReport::outlet)
        .containsExactly("herald", "gazette", "courier");
    assertThat(cluster.reports().independent()).isEqualTo(3);
    assertThat(cluster.reports().contradictions()).hasToString("[CUE, SOURCE]");
  }
}

package org.hearsay.lineage.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.lineage.Texts.FERRY;
import static org.hearsay.lineage.Texts.FERRY_INDEPENDENT;
import static org.hearsay.lineage.Texts.OTHER;
import static org.hearsay.lineage.Texts.piece;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hearsay.lineage.Piece;
import org.hearsay.lineage.Prepared;
import org.hearsay.lineage.Texts;
import org.hearsay.lineage.fingerprints.CandidateRules;
import org.hearsay.lineage.fingerprints.Hit;
import org.hearsay.lineage.fingerprints.Hits;
import org.hearsay.lineage.fingerprints.PlacedFingerprint;
import org.hearsay.lineage.fingerprints.Shard;

/** What holds of the search for pairs, whatever runs it. */
class SearchPropertiesTest {
  private static final Duration RETENTION = Duration.ofDays(14);

  private static Instant hour(int n) {
    return Instant.parse("2026-03-02T06:00:00Z").plus(Duration.ofHours(n));
  }

  private static Piece seen(String id, String body, int hour, String... declared) {
    return piece(id, id, body, null, hour(hour), List.of(declared));
  }

  private static final List<Piece> FAMILY =
      List.of(
          seen("wire", FERRY, 0),
          seen("courier", FERRY + "\n\n" + OTHER, 1, "wire"),
          seen("blog", "So much for progress.\n\n" + FERRY, 2),
          seen("rival", FERRY_INDEPENDENT, 3),
          seen("bakers", OTHER, 4),
          seen("herald", FERRY.substring(0, FERRY.indexOf("A petition")).strip(), 5));

  private static final List<String> EDGES =
      List.of(
          "bakers<courier FIRST_SEEN",
          "blog<courier FIRST_SEEN",
          "blog<wire FIRST_SEEN",
          "courier<wire DECLARED",
          "herald<blog FIRST_SEEN",
          "herald<courier FIRST_SEEN",
          "herald<wire FIRST_SEEN");

  private static SearchInMemory search(List<Piece> pieces, int shards) {
    SearchInMemory search = new SearchInMemory(RETENTION, shards);
    pieces.forEach(search::see);
    return search;
  }

  private static <T> List<T> shuffled(List<T> list, long seed) {
    List<T> out = new ArrayList<>(list);
    Collections.shuffle(out, new Random(seed));
    return out;
  }

  @Property(tries = 40)
  void anyOrderOfArrivalAndAnyNumberOfShardsFindsTheSameCopies(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int shards) {
    assertThat(search(shuffled(FAMILY, seed), shards).edges()).isEqualTo(EDGES);
  }

  @Property(tries = 20)
  void copiesOfWhatManyHaveCopiedAreTheSameInAnyOrder(@ForAll long seed) {
    Random random = new Random(8);
    String story = gibberish(random, 120);
    String passage = String.join(" ", List.of(story.split(" ")).subList(30, 90));
    List<Piece> family = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      family.add(seen("outlet-" + i, gibberish(random, 20) + ".\n\n" + story, i));
    }
    family.add(seen("taker", gibberish(random, 200) + ".\n\n" + passage + ".", 9));
    List<String> expected = search(family, 3).edges();
    assertThat(expected).hasSize(8 * 7 / 2);
    assertThat(search(shuffled(family, seed), 3).edges()).isEqualTo(expected);
  }

  @Property(tries = 20)
  void anArticleThatComesAgainSaysNothingNew(@ForAll long seed) {
    SearchInMemory search = search(FAMILY, 2);
    for (Piece again : shuffled(FAMILY, seed)) {
      assertThat(search.see(again)).isEmpty();
    }
  }

  @Example
  void anEarlierSightCorrectsTheDirectionUnderTheSameId() {
    SearchInMemory search = new SearchInMemory(RETENTION, 2);
    search.see(seen("courier", FERRY, 24));
    assertThat(search.see(seen("herald", FERRY + "\n\n" + OTHER, 48)))
        .extracting(SearchInMemory::text)
        .containsExactly("herald<courier FIRST_SEEN");
    assertThat(search.see(seen("herald", FERRY + "\n\n" + OTHER, 1)))
        .extracting(SearchInMemory::text)
        .containsExactly("courier<herald FIRST_SEEN");
    assertThat(search.edges()).containsExactly("courier<herald FIRST_SEEN");
  }

  /** Whenever a first sight is corrected, all ends as if it had been known from the start. */
  @Property(tries = 40)
  void correctionsOfFirstSightsEndAsIfTheyHadBeenKnown(
      @ForAll long seed, @ForAll @IntRange(max = 5) int moved) {
    Piece late = FAMILY.get(moved);
    Piece early =
        new Piece(
            late.id(),
            late.outlet(),
            late.title(),
            late.dek(),
            late.body(),
            late.paragraphs(),
            late.publishedAt(),
            hour(-1),
            late.declared());
    List<Piece> known = new ArrayList<>(FAMILY);
    known.set(moved, early);
    List<Piece> corrected = shuffled(FAMILY, seed);
    corrected.add(early);
    assertThat(search(corrected, 2).edges()).isEqualTo(search(known, 2).edges());
  }

  @Property(tries = 30)
  void whatIsOlderThanTwiceTheRetentionIsForgottenAndWithinItNothingIs(
      @ForAll @IntRange(min = 1, max = 40) int later) {
    SearchInMemory search = new SearchInMemory(Duration.ofHours(10), 2);
    search.see(seen("wire", FERRY, 0));
    boolean found = !search.see(seen("blog", FERRY, later)).isEmpty();
    if (later <= 10) {
      assertThat(found).isTrue();
    } else if (later > 20) {
      assertThat(found).isFalse();
    }
  }

  @Property(tries = 20)
  void aListKeepsTheEarliestInWhateverOrderTheyCome(@ForAll long seed) {
    String phrase = gibberish(new Random(3), 16);
    Random random = new Random(4);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      pieces.add(seen("outlet-" + i, gibberish(random, 40) + " " + phrase, i));
    }
    SearchInMemory search = search(shuffled(pieces, seed), 2);
    assertThat(holders(search, shared(pieces)))
        .containsExactlyElementsOf(
            IntStream.range(0, CandidateRules.MOST_LISTINGS)
                .mapToObj(i -> "outlet-" + i)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Property(tries = 20)
  void anOutletsStandingTextTakesThreePlacesOfAListAndMakesNoPair(@ForAll long seed) {
    String standing = gibberish(new Random(3), 16);
    Random random = new Random(4);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String body = gibberish(random, 40) + " " + standing;
      pieces.add(piece("piece-" + i, "gazette", body, null, hour(i), List.of()));
    }
    SearchInMemory search = search(shuffled(pieces, seed), 1);
    assertThat(holders(search, shared(pieces))).containsExactly("piece-0", "piece-1", "piece-2");
    assertThat(search.edges()).isEmpty();
  }

  @Example
  void aStockPhraseTellsOfTheFirstWhoUsedIt() {
    Random random = new Random(5);
    // Of the least fingerprints, so that each text that has the phrase keeps that of the phrase.
    String phrase =
        IntStream.range(0, 5_000)
            .mapToObj(i -> gibberish(random, 5))
            .min(Comparator.comparingLong(SearchPropertiesTest::fingerprint))
            .orElseThrow();
    SearchInMemory search = new SearchInMemory(RETENTION, 1);
    for (int i = 0; i < 30; i++) {
      search.told.clear();
      search.see(
          seen(
              "outlet-" + i,
              gibberish(random, 150) + " " + phrase + " " + gibberish(random, 150),
              i));
      if (i >= CandidateRules.STOCK) {
        assertThat(search.told.stream().flatMap(hits -> hits.hits().stream()).map(Hit::id))
            .containsExactly("outlet-0");
      }
    }
    assertThat(search.edges()).isEmpty();
  }

  @Example
  void twoStockPhrasesInDifferentShardsAreEnoughAndOneIsNot() {
    SearchInMemory search = new SearchInMemory(RETENTION, 2);
    Random random = new Random(12);
    String first = gibberish(random, 300);
    search.articles.put("first", traced(seen("first", first, 0)), hour(0).toEpochMilli());
    search.articles.put("later", traced(seen("later", first, 1)), hour(1).toEpochMilli());
    PairCounter counter = new PairCounter(search.pairs, new SeenArticles(search.articles));
    long seen = hour(1).toEpochMilli();
    Hit one = new Hit("first", hour(0).toEpochMilli(), 17, false);
    Hit another = new Hit("first", hour(0).toEpochMilli(), 18, false);
    assertThat(counter.count(new Hits("later", seen, List.of(one)))).isNull();
    assertThat(counter.count(new Hits("later", seen, List.of(one))))
        .as("the same fingerprint told again is not another")
        .isNull();
    assertThat(counter.count(new Hits("later", seen, List.of(another)))).isNotNull();
    assertThat(counter.count(new Hits("later", seen, List.of(another))))
        .as("a pair is compared once")
        .isNull();
  }

  @Example
  void whatIsForgottenIsNotComparedAndNotTakenForCompared() {
    SearchInMemory search = new SearchInMemory(RETENTION, 2);
    PairCounter counter = new PairCounter(search.pairs, new SeenArticles(search.articles));
    long seen = hour(1).toEpochMilli();
    Hits hits = new Hits("later", seen, List.of(new Hit("first", 0, 17, true)));
    assertThat(counter.count(hits)).isNull();
    search.articles.put("later", traced(seen("later", FERRY, 1)), seen);
    assertThat(counter.count(hits)).isNotNull();
  }

  @Property(tries = 50)
  void theShardsOfAnArticleHoldEachOfItsFingerprintsOnce(
      @ForAll @IntRange(min = 1, max = 50) int shards) {
    Prepared article = Prepared.of(FAMILY.get(0), Texts.ENGLISH);
    Map<Integer, Shard> byShard = Shard.of(article, shards);
    assertThat(byShard.keySet()).allMatch(shard -> shard >= 0 && shard < shards);
    assertThat(
            byShard.values().stream()
                .flatMap(shard -> shard.fingerprints().stream())
                .mapToLong(PlacedFingerprint::value)
                .sorted()
                .toArray())
        .containsExactly(article.fingerprints());
  }

  private static long fingerprint(String phrase) {
    return Prepared.of(seen("phrase", phrase, 0), Texts.ENGLISH).fingerprints()[0];
  }

  private static TracedArticle traced(Piece piece) {
    return new TracedArticle(piece, piece.outlet(), piece.outlet(), null);
  }

  /** Who is listed under any of these fingerprints. */
  private static Set<String> holders(SearchInMemory search, Set<Long> fingerprints) {
    return fingerprints.stream()
        .flatMap(f -> search.lists.all(f).stream())
        .flatMap(entry -> entry.value().stream())
        .map(listing -> listing.article().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The fingerprints that all of them have. */
  private static Set<Long> shared(List<Piece> pieces) {
    Map<Long, Integer> counts = new HashMap<>();
    for (Piece piece : pieces) {
      for (long fingerprint : Prepared.of(piece, Texts.ENGLISH).fingerprints()) {
        counts.merge(fingerprint, 1, Integer::sum);
      }
    }
    Set<Long> out =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() == pieces.size())
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(out).isNotEmpty();
    return out;
  }

  /** Words that no two texts have in common. */
  private static String gibberish(Random random, int words) {
    return random
        .ints(words)
        .mapToObj(n -> "w" + Integer.toUnsignedString(n, 26).replaceAll("[0-9]", "o"))
        .collect(Collectors.joining(" "));
  }
}

package org.hearsay.store.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.store.Records;
import org.jspecify.annotations.Nullable;

/** Claims that have or lack anything, and filters that choose among them. */
final class RandomClaims {
  static final List<String> OUTLETS = List.of("ledger", "wire", "observer");
  static final List<String> SPEAKERS =
      List.of("Arta Krelani", "Radovan Stepić", "Lene Haugsrud", "Ädel Ñoz");
  private static final List<String> ENTITIES = List.of("kfor", "kosovo", "nato", "un-1244");
  private static final List<String> PEOPLE = List.of("name:arta krelani", "name:lene haugsrud");
  private static final List<String> NAMED =
      Stream.concat(ENTITIES.stream(), PEOPLE.stream()).toList();

  private final Random random;

  RandomClaims(long seed) {
    this.random = new Random(seed);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <T> @Nullable T oneOrNone(List<T> of) {
    return random.nextInt(4) == 0 ? null : one(of);
  }

  /** One who speaks and is not catalogued; sometimes. */
  List<String> person() {
    return random.nextInt(3) == 0 ? List.of(one(PEOPLE)) : List.of();
  }

  Claim claim(int number) {
    Claim claim = Records.claim("c" + number, "The bridge at Čačak opens in " + number % 7);
    @Nullable String speaker = oneOrNone(SPEAKERS);
    claim.setArticleId("a" + number / 5);
    claim.setOutletId(oneOrNone(OUTLETS));
    claim.setOutletName(oneOrNone(OUTLETS));
    claim.setSpeakerName(speaker);
    claim.setSpeakerKey(speaker == null ? null : "name:" + speaker);
    claim.setSpeakerKind(speaker == null ? null : one(List.of("NAMED", "DESCRIBED")));
    claim.setSpeakerType(speaker == null ? null : one(List.of("PERSON", "ORGANIZATION")));
    claim.setCueLemma(oneOrNone(List.of("say", "claim", "deny", "ödd")));
    claim.setForm(one(List.of("DIRECT", "MIXED", "INDIRECT")));
    claim.setStance(oneOrNone(List.of("NEUTRAL", "DOUBTING")));
    claim.setVoice(random.nextInt(4) == 0 ? "READER" : "OUTLET");
    claim.setConfidence(random.nextInt(20) / 20.0);
    claim.setCheckWorthiness(random.nextBoolean() ? null : random.nextInt(10) / 10.0);
    claim.setPublishedAt(
        random.nextInt(5) == 0
            ? null
            : Instant.parse("2024-01-29T22:10:00Z")
                .plusSeconds(1_800L * random.nextInt(200))
                .plusMillis(random.nextInt(3) * 250L));
    claim.setAbout(ENTITIES.subList(random.nextInt(3), 2 + random.nextInt(3)));
    List<ChainLink> chain = new ArrayList<>();
    @Nullable String relay = oneOrNone(OUTLETS);
    claim.setViaName(relay);
    if (relay != null) {
      chain.add(link("RELAY", relay, relay));
      chain.add(link("RELAY", relay, "the " + relay));
      chain.add(link("RELAY", null, "somebody"));
    }
    @Nullable String origin = oneOrNone(OUTLETS);
    if (origin != null) {
      chain.add(link("ORIGIN", origin, origin));
    }
    claim.setChain(chain);
    return claim;
  }

  private static ChainLink link(String role, @Nullable String key, String name) {
    return ChainLink.newBuilder()
        .setRole(role)
        .setKey(key)
        .setName(name)
        .setText(name)
        .setEvidenceKind("CUE")
        .setEvidence("told " + name)
        .setConfidence(0.9)
        .build();
  }

  Map<String, List<String>> filters() {
    Map<String, List<String>> out = new LinkedHashMap<>();
    maybe(out, "outlet", OUTLETS);
    maybe(out, "speaker", List.of("name:Arta Krelani", "name:Ädel Ñoz", "none"));
    maybe(out, "relay", List.of("wire", "ledger", "none"));
    maybe(out, "origin", OUTLETS);
    maybe(out, "entity", NAMED);
    maybe(out, "form", List.of("DIRECT", "INDIRECT"));
    maybe(out, "stance", List.of("NEUTRAL", "DOUBTING"));
    maybe(out, "speakerKind", List.of("NAMED", "none"));
    maybe(out, "voice", List.of("any", "READER", "OUTLET"));
    maybe(out, "article", List.of("a3", "a11", "a40"));
    single(out, "minConfidence", "0.5");
    single(out, "minCheckWorthiness", "0");
    single(out, "from", "2024-01-30T12:00:00Z");
    single(out, "to", "2024-02-01");
    single(out, "q", random.nextBoolean() ? "cacak 3" : "\"Opens in\" 3");
    return out;
  }

  private void maybe(Map<String, List<String>> filters, String name, List<String> values) {
    if (random.nextInt(6) == 0) {
      filters.put(
          name, random.nextBoolean() ? List.of(one(values)) : List.of(values.get(0), one(values)));
    }
  }

  private void single(Map<String, List<String>> filters, String name, String value) {
    if (random.nextInt(8) == 0) {
      filters.put(name, List.of(value));
    }
  }
}

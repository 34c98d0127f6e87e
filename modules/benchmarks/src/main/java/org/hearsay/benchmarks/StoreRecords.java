package org.hearsay.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.hearsay.records.Annotation;
import org.hearsay.records.Article;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.ClusterReport;
import org.hearsay.records.Framing;
import org.hearsay.records.FramingEvidence;
import org.hearsay.records.Mention;
import org.hearsay.records.Replacement;
import org.hearsay.records.Republication;
import org.hearsay.records.SentenceFraming;
import org.hearsay.records.Span;
import org.hearsay.records.VoiceFraming;
import org.hearsay.store.QueryStore;
import org.hearsay.store.tables.Batch;
import org.hearsay.text.Ids;

/**
 * Articles with all that the stages write of them, generated: shares and lengths as on the samples
 * (20 claims an article, 3 links a claim, 2 mentions a claim; every tenth claim in a cluster of
 * three, every fifth article a copy, three names in readers' comments, every fiftieth article not
 * read to its end), words drawn at random from a few dozen.
 */
public final class StoreRecords {
  /** Claims of an article. */
  public static final int CLAIMS = 20;

  /** Records that are written at once. */
  private static final int BATCH = 20_000;

  private static final int MENTIONS = 40;
  private static final int READERS_MENTIONS = 3;
  private static final int EDITS = 3;
  private static final int TERMS = 8;
  private static final int SENTENCES = 25;
  private static final int OUTLETS = 300;
  private static final int ENTITIES = 2_000;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final String[] WORDS =
      ("the a of to in and that its road bridge north mission police village minister border return"
              + " soldiers denied under resolution agreement talks observers convoy checkpoint mayor"
              + " council budget harbour school winter power station water line report second two"
              + " hundred months weeks yesterday again without before after never always open shut")
          .split(" ");

  private final Random random = new Random(18);

  /**
   * Fills a store with so many claims, and what belongs to them, and makes its indexes.
   *
   * @param seen is shown each record
   */
  public void write(QueryStore store, int claims, Consumer<SpecificRecord> seen) {
    Batch[] batch = {store.batch()};
    generate(
        Math.max(1, claims / CLAIMS),
        record -> {
          seen.accept(record);
          batch[0].add(record, Instant.EPOCH);
          if (batch[0].size() >= BATCH) {
            store.write(batch[0], Map.of());
            batch[0] = store.batch();
          }
        });
    store.write(batch[0], Map.of());
    store.index();
  }

  /**
   * Hands on the records of so many articles.
   *
   * @param sink takes each record
   */
  void generate(int articles, Consumer<SpecificRecord> sink) {
    String before = "";
    for (int i = 0; i < articles; i++) {
      String id = Ids.of("article", Integer.toString(i));
      int outlet = random.nextInt(OUTLETS);
      Instant at = START.plus(Duration.ofSeconds(90L * i));
      Article article = article(id, outlet, at, i % 50 == 0);
      sink.accept(article);
      List<String> claims = new ArrayList<>();
      for (int n = 0; n < CLAIMS; n++) {
        Claim claim = claim(article, outlet, n);
        sink.accept(claim);
        claims.add(claim.getId());
        if (n % 10 == 0 && i % 3 == 0) {
          sink.accept(cluster(claim, at));
        }
      }
      for (int n = 0; n < MENTIONS; n++) {
        sink.accept(mention(id, outlet, n));
      }
      for (int n = 0; n < READERS_MENTIONS; n++) {
        sink.accept(readersMention(id, outlet, n));
      }
      sink.accept(framing(id, outlet));
      sink.accept(annotation(article, claims));
      if (i % 5 == 4) {
        sink.accept(copy(id, before, outlet, at));
      }
      before = id;
    }
  }

  private String words(int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return out.toString();
  }

  private Article article(String id, int outlet, Instant at, boolean partial) {
    String body = words(500);
    return Article.newBuilder()
        .setId(id)
        .setPageUrl("https://outlet" + outlet + ".example/" + id)
        .setUrl("https://outlet" + outlet + ".example/" + id)
        .setOutletId("outlet-" + outlet)
        .setOutletName("Outlet " + outlet)
        .setTitle(words(8))
        .setPublishedAt(at)
        .setPublishedPrecision("TIME")
        .setLanguage("en")
        .setBody(body)
        .setParagraphs(List.of(new Span(0, body.length())))
        .setNotices(List.of())
        .setCommentCount(0)
        .setPartial(
            partial ? List.of("TEXT_TOO_LONG: read the first 500,000 characters") : List.of())
        .setAuthors(List.of())
        .build();
  }

  private static Annotation annotation(Article article, List<String> claims) {
    return Annotation.newBuilder()
        .setArticleId(article.getId())
        .setOutletId(article.getOutletId())
        .setLanguage("en")
        .setSentences(SENTENCES)
        .setMentions(MENTIONS)
        .setClaims(claims.size())
        .setPartial(article.getPartial())
        .setClaimIds(claims)
        .build();
  }

  private Claim claim(Article of, int outlet, int n) {
    String article = of.getId();
    int speaker = random.nextInt(ENTITIES);
    List<ChainLink> chain = new ArrayList<>();
    chain.add(link("PUBLISHER", "outlet", outlet, "HOST", "outlet" + outlet + ".example"));
    if (n % 3 == 0) {
      int relay = random.nextInt(OUTLETS);
      chain.add(link("RELAY", "outlet", relay, "CUE", "told Outlet " + relay));
    }
    chain.add(link("SPEAKER", "entity", speaker, "CUE", "said"));
    int start = n * 150;
    return Claim.newBuilder()
        .setId(Ids.of(article, Integer.toString(n)))
        .setArticleId(article)
        .setOutletId("outlet-" + outlet)
        .setUrl("https://outlet" + outlet + ".example/" + article)
        .setForm(n % 2 == 0 ? "DIRECT" : "INDIRECT")
        .setConfidence(random.nextDouble())
        .setContentText(words(18))
        .setCueText("said")
        .setSourceText("Entity " + speaker)
        .setContent(List.of(new Span(start, start + 100)))
        .setCue(List.of(new Span(start + 101, start + 105)))
        .setSource(List.of(new Span(start + 106, start + 120)))
        .setSpeakerText("Entity " + speaker)
        .setSpeakerName("Entity " + speaker)
        .setSpeakerId("entity-" + speaker)
        .setSpeakerConfidence(0.9)
        .setChain(chain)
        .setHops(chain.size() - 1)
        .setCueKind("SPEECH")
        .setCueMode("ASSERTED")
        .setCheckWorthiness(random.nextDouble())
        .setOutletName("Outlet " + outlet)
        .setTitle(of.getTitle())
        .setPublishedAt(of.getPublishedAt())
        .setPublishedPrecision("TIME")
        .setStance("NEUTRAL")
        .setCueLemma("say")
        .setDenies(random.nextInt(20) == 0)
        .setSpeakerKey("entity-" + speaker)
        .setSpeakerKind("NAMED")
        .setAbout(
            List.of("entity-" + random.nextInt(ENTITIES), "entity-" + random.nextInt(ENTITIES)))
        .setVoice("OUTLET")
        .build();
  }

  private static ChainLink link(String role, String of, int number, String kind, String evidence) {
    String name = of.equals("outlet") ? "Outlet " + number : "Entity " + number;
    return ChainLink.newBuilder()
        .setRole(role)
        .setName(name)
        .setText(name)
        .setId(of + "-" + number)
        .setEvidenceKind(kind)
        .setEvidence(evidence)
        .setConfidence(0.9)
        .build();
  }

  private Mention mention(String article, int outlet, int n) {
    int entity = random.nextInt(ENTITIES);
    int start = n * 75 + random.nextInt(50);
    return Mention.newBuilder()
        .setId(Ids.of(article, "mention", Integer.toString(n)))
        .setArticleId(article)
        .setOutletId("outlet-" + outlet)
        .setEntityId("entity-" + entity)
        .setClusterId("entity-" + entity)
        .setName("Entity " + entity)
        .setType("PERSON")
        .setStart(start)
        .setEnd(start + 10)
        .setText("Entity")
        .setVoice(n % 3 == 0 ? "QUOTED" : "OUTLET")
        .setSentence(words(22))
        .setConfidence(0.9)
        .setTone(random.nextDouble() * 2 - 1)
        .build();
  }

  private Mention readersMention(String article, int outlet, int n) {
    Mention out = mention(article, outlet, MENTIONS + n);
    out.setComment(n);
    out.setVoice("READER");
    return out;
  }

  private Framing framing(String article, int outlet) {
    List<FramingEvidence> terms = new ArrayList<>();
    for (int i = 0; i < TERMS; i++) {
      terms.add(
          FramingEvidence.newBuilder()
              .setPart("BODY")
              .setStart(i * 50)
              .setEnd(i * 50 + 8)
              .setText(WORDS[random.nextInt(WORDS.length)])
              .setCategory(i % 2 == 0 ? "LOADED" : "HEDGE")
              .setVoice("OUTLET")
              .setWeight(0.5)
              .setNegated(false)
              .setReason("a loaded word in the outlet's own voice")
              .build());
    }
    List<SentenceFraming> sentences = new ArrayList<>();
    for (int i = 0; i < SENTENCES; i++) {
      sentences.add(
          new SentenceFraming(i * 100, i * 100 + 90, "OUTLET", random.nextDouble(), List.of()));
    }
    return Framing.newBuilder()
        .setId(Ids.of(article, "framing"))
        .setArticleId(article)
        .setOutletId("outlet-" + outlet)
        .setBias(random.nextDouble())
        .setVoices(
            List.of(new VoiceFraming("OUTLET", 400, 0.3, 10.0, Map.of("LOADED", 4, "HEDGE", 4))))
        .setSentences(sentences)
        .setEvidence(terms)
        .setNaming(List.of())
        .setSources(List.of())
        .setEntities(List.of())
        .setRelays(List.of())
        .build();
  }

  private ClaimCluster cluster(Claim claim, Instant at) {
    List<ClusterReport> reports = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int outlet = random.nextInt(OUTLETS);
      reports.add(
          ClusterReport.newBuilder()
              .setClaimId(i == 0 ? claim.getId() : Ids.of(claim.getId(), Integer.toString(i)))
              .setArticleId(claim.getArticleId())
              .setOutletId("outlet-" + outlet)
              .setOutletName("Outlet " + outlet)
              .setAt(at.plus(Duration.ofHours(i)))
              .setContent(claim.getContentText())
              .setCue("said")
              .setCueKind("SPEECH")
              .setCueMode("ASSERTED")
              .setStance("NEUTRAL")
              .setForm("INDIRECT")
              .setSource(claim.getSourceText())
              .setSourceKind("NAMED")
              .setFrom("outlet-1")
              .setFromName("Outlet 1")
              .setTwins(List.of())
              .setOriginClaimId(i == 0 ? null : claim.getId())
              .build());
    }
    return ClaimCluster.newBuilder()
        .setId(Ids.of("cluster", claim.getId()))
        .setSpeakerId(claim.getSpeakerId())
        .setSpeakerName(claim.getSpeakerName())
        .setContent(claim.getContentText())
        .setFirstAt(at)
        .setFirstArticleId(claim.getArticleId())
        .setLastAt(at.plus(Duration.ofHours(2)))
        .setCount(3)
        .setArticles(3)
        .setOutlets(3)
        .setIndependent(1)
        .setWordings(1)
        .setContradictions(random.nextInt(10) == 0 ? List.of("CUE") : List.of())
        .setReports(reports)
        .build();
  }

  private Republication copy(String article, String origin, int outlet, Instant at) {
    return Republication.newBuilder()
        .setId(Ids.of("edge", article, origin))
        .setArticleId(article)
        .setOriginId(origin)
        .setOutletId("outlet-" + outlet)
        .setOutletName("Outlet " + outlet)
        .setOriginOutletId("outlet-1")
        .setOriginOutletName("Outlet 1")
        .setKind("ABRIDGED")
        .setDirection("PUBLISHED")
        .setContradicted(false)
        .setPublishedAt(at)
        .setOriginPublishedAt(at.minus(Duration.ofHours(3)))
        .setFirstSeen(at)
        .setOriginFirstSeen(at)
        .setOriginDeclared(List.of())
        .setWords(300)
        .setOriginWords(400)
        .setContainment(random.nextDouble())
        .setOriginContainment(0.7)
        .setLongestRun(120)
        .setPassages(List.of())
        .setAdded(List.of())
        .setDropped(List.of(new Span(0, 200)))
        .setReplacements(edits())
        .build();
  }

  private List<Replacement> edits() {
    List<Replacement> out = new ArrayList<>();
    for (int i = 0; i < EDITS; i++) {
      out.add(
          Replacement.newBuilder()
              .setStart(i * 100)
              .setEnd(i * 100 + 20)
              .setText(words(3))
              .setOriginStart(i * 100)
              .setOriginEnd(i * 100 + 20)
              .setOriginText(words(3))
              .build());
    }
    return out;
  }
}

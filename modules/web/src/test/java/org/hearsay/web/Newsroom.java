package org.hearsay.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.hearsay.records.Article;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.records.Span;
import org.hearsay.store.QueryStore;
import org.hearsay.store.tables.Batch;
import org.jspecify.annotations.Nullable;

/**
 * Articles and claims as the stages write them, drawn at random; people and outlets are invented.
 */
public final class Newsroom {
  static final Instant START = Instant.parse("2026-01-10T08:00:00Z");
  static final List<String> OUTLETS = List.of("balkan-ledger", "meridian-wire", "vardar-observer");
  static final List<String> SPEAKERS = List.of("Arta Krelani", "Radovan Stepic", "Lene Haugsrud");
  static final List<String> ENTITIES = List.of("kfor", "kosovo", "nato");
  static final List<String> FORMS = List.of("DIRECT", "MIXED", "INDIRECT");

  private static final String BODY =
      "The road is closed. The bridge at Čačak will open in weeks, she said. Nobody answered.";

  private final Random random = new Random(7);
  private final List<Claim> claims = new ArrayList<>();
  private final List<Article> articles = new ArrayList<>();

  /** So many articles of two claims each. */
  public Newsroom(int count) {
    for (int i = 0; i < count; i++) {
      Article article = article(i);
      articles.add(article);
      claims.add(claim(article, 2 * i));
      claims.add(claim(article, 2 * i + 1));
    }
  }

  List<Claim> claims() {
    return claims;
  }

  List<Article> articles() {
    return articles;
  }

  /** Writes all of it in one transaction. */
  public void writeTo(QueryStore store) {
    Batch batch = store.batch();
    articles.forEach(article -> batch.add(article, START));
    claims.forEach(claim -> batch.add(claim, START));
    store.write(batch, Map.of());
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static String id(String of, int number) {
    return String.format(Locale.ROOT, "%s%06x", of, number);
  }

  private Article article(int number) {
    String outlet = one(OUTLETS);
    return Article.newBuilder()
        .setId(id("a", number))
        .setPageUrl("https://" + outlet + ".example/" + number)
        .setUrl("https://" + outlet + ".example/" + number)
        .setOutletId(outlet)
        .setOutletName(outlet.replace('-', ' '))
        .setTitle("Title <b>" + number + "</b>")
        .setPublishedAt(START.plusSeconds(3_600L * (number / 2)))
        .setBody(BODY)
        .setParagraphs(List.of(new Span(0, BODY.length())))
        .setNotices(List.of())
        .setCommentCount(0)
        .setPartial(List.of())
        .setAuthors(List.of())
        .build();
  }

  private Claim claim(Article article, int number) {
    String speaker = one(SPEAKERS);
    boolean relayed = random.nextInt(3) == 0;
    return claim(article, id("c", number), speaker, relayed ? one(OUTLETS) : null);
  }

  /** A claim that came through that outlet, or through none. */
  Claim claim(Article article, String id, String speaker, @Nullable String relay) {
    String key = "name:" + speaker.toLowerCase(Locale.ROOT);
    List<ChainLink> chain = new ArrayList<>();
    chain.add(link("PUBLISHER", String.valueOf(article.getOutletId())));
    if (relay != null) {
      chain.add(link("RELAY", relay));
    }
    chain.add(link("SPEAKER", key));
    Claim.Builder out =
        Claim.newBuilder()
            .setId(id)
            .setArticleId(article.getId())
            .setOutletId(article.getOutletId())
            .setOutletName(article.getOutletName())
            .setTitle(article.getTitle())
            .setPublishedAt(article.getPublishedAt())
            .setForm(one(FORMS))
            .setConfidence(random.nextInt(100) / 100.0)
            .setContentText("the bridge at Čačak will open in weeks " + random.nextInt(9))
            .setCueText("said")
            .setSourceText("she")
            .setContent(List.of(new Span(20, 58)))
            .setCue(List.of(new Span(64, 68)))
            .setSource(List.of(new Span(60, 63)))
            .setSpeakerName(speaker)
            .setSpeakerKey(key)
            .setHops(relay == null ? 1 : 2)
            .setCueKind("SPEECH")
            .setCueMode("ASSERTED")
            .setAbout(List.of(one(ENTITIES)))
            .setVoice(random.nextInt(5) == 0 ? "READER" : "OUTLET")
            .setChain(chain);
    if (relay != null) {
      out.setViaId(relay).setViaName(relay);
    }
    return out.build();
  }

  private static ChainLink link(String role, String key) {
    return ChainLink.newBuilder()
        .setRole(role)
        .setName(key)
        .setText(key)
        .setKey(key)
        .setEvidenceKind("CUE")
        .setEvidence("told " + key)
        .setConfidence(0.9)
        .build();
  }
}

package org.hearsay.web;

import java.util.List;
import java.util.Map;
import org.hearsay.records.Annotation;
import org.hearsay.records.Article;
import org.hearsay.records.Claim;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.ClusterReport;
import org.hearsay.records.Comment;
import org.hearsay.records.Entity;
import org.hearsay.records.Framing;
import org.hearsay.records.FramingEvidence;
import org.hearsay.records.Mention;
import org.hearsay.records.Outlet;
import org.hearsay.records.OutletProfile;
import org.hearsay.records.Republication;
import org.hearsay.records.Span;
import org.hearsay.records.VoiceFraming;
import org.hearsay.store.QueryStore;
import org.hearsay.store.tables.Batch;
import org.hearsay.store.tables.DeadLetter;

/**
 * A newsroom beside which there is a row of everything: comments, mentions, copies, claims of
 * several articles, wording, profiles, a catalogue, and what could not be processed.
 */
final class FullNewsroom {
  static final String EDGE = "e1";

  /** Nothing between its two articles says which is the copy, but a third one does. */
  static final String OPEN_EDGE = "e3";

  static final String CLUSTER = "k1";
  static final String ENTITY = "kfor";

  /** An article, and a claim of it, that have a value in each field. */
  static final String ARTICLE = "afull";

  static final String CLAIM = "cfull";

  /** An address of a page that could not be read. */
  static final String FAILED = "https://brod.example/broken";

  private static final String OTHER_CLUSTER = "k2";
  private static final int ARTICLES = 12;

  private final Newsroom newsroom = new Newsroom(ARTICLES);
  private final Filled filled = new Filled(Newsroom.START);

  /** The newsroom itself. */
  Newsroom newsroom() {
    return newsroom;
  }

  /** Writes all of it in two transactions. */
  void writeTo(QueryStore store) {
    newsroom.writeTo(store);
    Batch batch = store.batch();
    articleOfEverything(batch);
    claims(batch);
    commentsAndMentions(batch);
    copies(batch);
    clusters(batch);
    catalogue(batch);
    letters(batch);
    store.write(batch, Map.of());
  }

  private Article article(int number) {
    return newsroom.articles().get(number);
  }

  private void articleOfEverything(Batch batch) {
    String body = article(0).getBody();
    batch.add(
        filled.of(
            Article.class,
            Map.of(
                "id",
                ARTICLE,
                "body",
                body,
                "paragraphs",
                List.of(new Span(0, body.length())),
                "outletId",
                "meridian-wire")),
        Newsroom.START);
    batch.add(filled.of(Annotation.class, Map.of("articleId", ARTICLE)), Newsroom.START);
    batch.add(framing("f0", ARTICLE), Newsroom.START);
    batch.add(
        filled.of(Framing.class, Map.of("id", "f1", "articleId", ARTICLE, "comment", 0)),
        Newsroom.START);
  }

  private void claims(Batch batch) {
    batch.add(
        filled.of(
            Claim.class,
            Map.of(
                "id",
                CLAIM,
                "articleId",
                ARTICLE,
                "voice",
                "READER",
                "comment",
                0,
                "about",
                List.of(ENTITY))),
        Newsroom.START);
    Claim own = newsroom.claim(article(0), "cown", "Arta Krelani", "meridian-wire");
    batch.add(
        Claim.newBuilder(own)
            .setOutletId("meridian-wire")
            .setArticleId(ARTICLE)
            .setCueLemma("say")
            .setStance("NEUTRAL")
            .setSpeakerKind("NAMED")
            .setSpeakerType("PERSON")
            .setVoice("OUTLET")
            .setAbout(List.of(ENTITY))
            .build(),
        Newsroom.START);
  }

  private void commentsAndMentions(Batch batch) {
    for (int i = 0; i < 2; i++) {
      batch.add(
          filled.of(
              Comment.class,
              Map.of("articleId", ARTICLE, "position", i, "text", "I do not believe it.")),
          Newsroom.START);
    }
    mention(batch, "m0", ARTICLE, ENTITY);
    mention(batch, "m2", ARTICLE, "kosovo");
    for (int i = 0; i < ARTICLES; i++) {
      mention(batch, "n" + i, article(i).getId(), ENTITY);
    }
    batch.add(
        filled.of(
            Mention.class,
            Map.of(
                "id",
                "m1",
                "articleId",
                ARTICLE,
                "entityId",
                ENTITY,
                "voice",
                "READER",
                "comment",
                0)),
        Newsroom.START);
  }

  private Framing framing(String id, String article) {
    FramingEvidence loaded =
        (FramingEvidence)
            filled.of(FramingEvidence.class, Map.of("category", "LOADED", "voice", "OUTLET"));
    VoiceFraming voice =
        (VoiceFraming) filled.of(VoiceFraming.class, Map.of("voice", "OUTLET", "words", 12));
    Framing out =
        (Framing)
            filled.of(
                Framing.class,
                Map.of(
                    "id",
                    id,
                    "articleId",
                    article,
                    "evidence",
                    List.of(loaded),
                    "voices",
                    List.of(voice)));
    out.setComment(null);
    return out;
  }

  private void mention(Batch batch, String id, String article, String entity) {
    Mention out =
        (Mention)
            filled.of(
                Mention.class,
                Map.of("id", id, "articleId", article, "entityId", entity, "voice", "OUTLET"));
    out.setComment(null);
    batch.add(out, Newsroom.START);
  }

  private void copies(Batch batch) {
    batch.add(
        filled.of(
            Republication.class,
            Map.of(
                "id",
                EDGE,
                "articleId",
                article(0).getId(),
                "originId",
                ARTICLE,
                "outletId",
                article(0).getOutletId(),
                "direction",
                "DECLARED",
                "containment",
                0.75)),
        Newsroom.START);
    batch.add(
        filled.of(
            Republication.class,
            Map.of(
                "id",
                "e2",
                "articleId",
                ARTICLE,
                "originId",
                article(1).getId(),
                "direction",
                "PUBLISHED",
                "containment",
                0.25)),
        Newsroom.START);
    batch.add(
        filled.of(
            Republication.class,
            Map.of(
                "id",
                OPEN_EDGE,
                "articleId",
                article(1).getId(),
                "originId",
                article(0).getId(),
                "direction",
                "UNDECIDED",
                "containment",
                0.5)),
        Newsroom.START);
  }

  private void clusters(Batch batch) {
    Claim first = newsroom.claims().get(0);
    Claim copied = newsroom.claims().get(2);
    batch.add(
        cluster(
            CLUSTER,
            report(CLAIM, ARTICLE, "nobody-else"),
            report(first.getId(), first.getArticleId(), "nobody-else"),
            report(copied.getId(), copied.getArticleId(), "nobody-else")),
        Newsroom.START);
    batch.add(cluster(OTHER_CLUSTER, report("cown", ARTICLE, "meridian-wire")), Newsroom.START);
  }

  private ClaimCluster cluster(String id, ClusterReport... reports) {
    ClaimCluster out =
        (ClaimCluster)
            filled.of(
                ClaimCluster.class,
                Map.of("id", id, "speakerId", ENTITY, "reports", List.of(reports)));
    out.setMergedInto(null);
    return out;
  }

  private ClusterReport report(String claim, String article, String outlet) {
    return (ClusterReport)
        filled.of(
            ClusterReport.class,
            Map.of("claimId", claim, "articleId", article, "outletId", outlet));
  }

  private void catalogue(Batch batch) {
    batch.add(filled.of(Entity.class, Map.of("id", ENTITY)), Newsroom.START);
    for (String outlet : Newsroom.OUTLETS) {
      batch.add(filled.of(Outlet.class, Map.of("id", outlet)), Newsroom.START);
    }
    batch.add(filled.of(OutletProfile.class, Map.of("outletId", "meridian-wire")), Newsroom.START);
  }

  private static void letters(Batch batch) {
    DeadLetter.Place from = new DeadLetter.Place("hearsay.pages", "3", "4");
    for (String offset : List.of("7", "8")) {
      DeadLetter.Place at = new DeadLetter.Place("hearsay.dead-letters", "0", offset);
      batch.add(
          new DeadLetter(at, FAILED, from, "org.hearsay.page.PageException", "no article", 9).row(),
          Newsroom.START);
    }
  }
}

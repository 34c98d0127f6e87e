package org.hearsay.store;

import java.time.Instant;
import java.util.List;
import org.hearsay.records.Annotation;
import org.hearsay.records.Article;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.Mention;
import org.hearsay.records.Notice;
import org.hearsay.records.Span;
import org.jspecify.annotations.Nullable;

/** Records as the stages write them; people and outlets are invented. */
public final class Records {
  /** When the records were written. */
  public static final Instant AT = Instant.parse("2024-01-12T10:15:00Z");

  private Records() {}

  /** An article with a notice. */
  public static Article article(String id, String title) {
    return Article.newBuilder()
        .setId(id)
        .setPageUrl("https://ledger.example/" + id)
        .setOutletId("balkan-ledger")
        .setOutletName("Balkan Ledger")
        .setTitle(title)
        .setPublishedAt(AT)
        .setBody("Text.")
        .setParagraphs(List.of(new Span(0, 5)))
        .setNotices(
            List.of(new Notice("AGENCY_CREDIT", "Meridian Wire", null, "(Meridian Wire)", null)))
        .setCommentCount(0)
        .setPartial(List.of())
        .setAuthors(List.of("Lene Haugsrud", "Arta Krelani"))
        .build();
  }

  /** A claim that came through relays. */
  public static Claim claim(String id, String content, String... relays) {
    Claim.Builder out =
        Claim.newBuilder()
            .setId(id)
            .setArticleId("a1")
            .setOutletId("balkan-ledger")
            .setForm("INDIRECT")
            .setConfidence(0.9)
            .setContentText(content)
            .setCueText("said")
            .setSourceText("Krelani")
            .setContent(List.of(new Span(0, 4), new Span(6, 9)))
            .setCue(List.of())
            .setSource(List.of())
            .setSpeakerName("Arta Krelani")
            .setHops(relays.length)
            .setCueKind("SPEECH")
            .setCueMode("ASSERTED");
    out.setChain(
        List.of(relays).stream()
            .map(
                name ->
                    ChainLink.newBuilder()
                        .setRole("RELAY")
                        .setName(name)
                        .setText(name)
                        .setEvidenceKind("CUE")
                        .setEvidence("told " + name)
                        .setConfidence(0.9)
                        .build())
            .toList());
    return out.build();
  }

  /** The summary of an article in which those claims were found. */
  public static Annotation annotation(String article, String... claims) {
    return Annotation.newBuilder()
        .setArticleId(article)
        .setSentences(1)
        .setMentions(0)
        .setClaims(claims.length)
        .setPartial(List.of())
        .setClaimIds(List.of(claims))
        .build();
  }

  /** A mention of somebody, in the article or, where one is given, in a comment under it. */
  public static Mention mention(String id, @Nullable Integer comment) {
    return Mention.newBuilder()
        .setId(id)
        .setArticleId("a1")
        .setName("Arta Krelani")
        .setType("PERSON")
        .setStart(0)
        .setEnd(4)
        .setText("Krelani")
        .setVoice(comment == null ? "OUTLET" : "READER")
        .setSentence("Krelani spoke.")
        .setConfidence(0.9)
        .setComment(comment)
        .setClusterId("name:arta krelani")
        .build();
  }

  /** A mention of somebody in no catalogue, of one letter, in the text that a claim is of. */
  public static Mention mentionIn(Claim claim, String key, int start) {
    Mention out = mention("m of " + claim.getId(), null);
    out.setArticleId(claim.getArticleId());
    out.setClaimId(claim.getId());
    out.setClusterId(key);
    out.setStart(start);
    out.setEnd(start + 1);
    return out;
  }

  /** A cluster of no reports. */
  public static ClaimCluster.Builder cluster(String id) {
    return ClaimCluster.newBuilder()
        .setId(id)
        .setSpeakerName("Arta Krelani")
        .setContent("the road is open")
        .setFirstAt(AT)
        .setFirstArticleId("a1")
        .setLastAt(AT)
        .setCount(2)
        .setArticles(2)
        .setOutlets(2)
        .setIndependent(1)
        .setWordings(1)
        .setContradictions(List.of())
        .setReports(List.of());
  }
}

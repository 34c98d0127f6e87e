package org.hearsay.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.hearsay.claims.ClaimForm;
import org.hearsay.claims.CueMode;
import org.hearsay.claims.EvidenceKind;
import org.hearsay.claims.LinkRole;
import org.hearsay.coverage.facts.ArticleSummary;
import org.hearsay.coverage.facts.ArticleSummary.AtKind;
import org.hearsay.coverage.facts.ClaimCue;
import org.hearsay.coverage.facts.ClaimText;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.coverage.facts.Fact;
import org.hearsay.coverage.facts.KnownLink;
import org.hearsay.coverage.facts.OutletName;
import org.hearsay.coverage.facts.ReportedClaim;
import org.hearsay.coverage.facts.SharedText;
import org.hearsay.coverage.sameness.ClaimSpeaker;
import org.hearsay.coverage.sameness.SamenessLanguage;
import org.hearsay.lineage.Direction;
import org.hearsay.lineage.Direction.Basis;
import org.hearsay.lineage.Extent;
import org.hearsay.lineage.Passage;
import org.hearsay.text.Ids;
import org.hearsay.text.Span;
import org.hearsay.text.attribution.CueKind;
import org.jspecify.annotations.Nullable;

/** Invented articles and what is known of them. */
public final class Samples {
  /** When everything happens. */
  public static final Instant MORNING = Instant.parse("2026-03-02T06:30:00Z");

  private static final int WIDTH = 384;

  /** The language of what is claimed. */
  public static final SamenessLanguage ENGLISH = SamenessLanguage.load("en");

  private Samples() {}

  /**
   * A fact and which article it is learnt of.
   *
   * @param article the article's id
   */
  public record Told(String article, Fact fact) {}

  /** The id of an article. */
  public static String id(String outlet, int minute) {
    return Ids.of(outlet, Integer.toString(minute));
  }

  /** An article of an outlet that counts at a minute. */
  public static ArticleSummary article(String outlet, int minute) {
    return new ArticleSummary(
        id(outlet, minute),
        new OutletName(outlet, "The " + outlet, "https://" + outlet + ".example/" + minute),
        "https://" + outlet + ".example/" + minute,
        MORNING.plus(Duration.ofMinutes(minute)),
        AtKind.PUBLISHED,
        List.of());
  }

  /** The same copy with another text in common. */
  public static CopyEdge sharing(CopyEdge edge, SharedText shared) {
    return new CopyEdge(
        edge.id(), edge.copyId(), edge.copySeen(), edge.origin(), edge.direction(), shared);
  }

  /** A link of a chain. */
  public static KnownLink link(LinkRole role, String name, EvidenceKind evidence) {
    return new KnownLink(
        role, "The " + name, name, name, new KnownLink.LinkEvidence(evidence, "", 0.9, null));
  }

  /** A claim whose content stands at 100. */
  public static ReportedClaim claim(
      ArticleSummary article,
      @Nullable String speaker,
      String cue,
      String content,
      KnownLink... via) {
    List<KnownLink> chain = new ArrayList<>();
    chain.add(
        link(LinkRole.PUBLISHER, String.valueOf(article.publisher().id()), EvidenceKind.HOST));
    chain.addAll(List.of(via));
    return new ReportedClaim(
        Ids.of(article.id(), content),
        article.id(),
        article.publisher().id(),
        new ClaimText(
            new ClaimSpeaker(null, speaker),
            speaker == null ? "" : speaker,
            content,
            ClaimForm.INDIRECT,
            new ClaimCue(cue, CueKind.SPEECH, CueMode.ASSERTED)),
        List.of(new Span(100, 100 + content.length())),
        chain);
  }

  /** The first took text from the second. */
  public static CopyEdge edge(
      ArticleSummary copy, ArticleSummary origin, Basis basis, double containment) {
    boolean inOrder = copy.id().compareTo(origin.id()) < 0;
    Span whole = new Span(0, 1000);
    return new CopyEdge(
        inOrder ? Ids.of(copy.id(), origin.id()) : Ids.of(origin.id(), copy.id()),
        copy.id(),
        copy.at(),
        new CopyEdge.Origin(origin.id(), origin.publisher(), origin.at(), origin.at(), List.of()),
        new Direction(basis == Basis.UNDECIDED ? 0 : 1, basis, false),
        new SharedText(Extent.WHOLE, containment, List.of(new Passage(whole, whole, 90))));
  }

  /** Texts that share words point the same way: enough of a meaning for tests. */
  public static float[] meaning(String text) {
    float[] out = new float[WIDTH];
    for (String word : text.toLowerCase(Locale.ROOT).split("\\W+", -1)) {
      Random random = new Random(word.hashCode());
      for (int i = 0; i < WIDTH; i++) {
        out[i] += (float) random.nextGaussian();
      }
    }
    double squares = 0;
    for (float one : out) {
      squares += one * one;
    }
    for (int i = 0; i < WIDTH; i++) {
      out[i] /= (float) Math.sqrt(squares);
    }
    return out;
  }
}

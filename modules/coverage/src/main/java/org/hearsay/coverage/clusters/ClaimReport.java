package org.hearsay.coverage.clusters;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.hearsay.coverage.sameness.Wording;
import org.hearsay.lineage.Piece;
import org.jspecify.annotations.Nullable;

/**
 * One article's report of what somebody said.
 *
 * @param claimId the claim's id
 * @param articleId the article's id
 * @param outletId the publisher's catalogue id, or null
 * @param outletName its name, or null
 * @param url the article's address, or null
 * @param at when the article was published, else first seen
 * @param speaker who is said to have said it
 * @param source the source as written, empty where the text names none
 * @param content what was said, as written
 * @param cue the words that attribute it, as written
 * @param cueKind what kind of act they are
 * @param cueMode whether the text says that the act took place: ASSERTED, MODAL, NEGATED, DENIED
 * @param form DIRECT, MIXED or INDIRECT
 * @param from the outlet, report or person that the article has it from, as {@link
 *     Piece#outletKey}: the last link before the speaker, else the article's own outlet, else its
 *     id
 * @param fromName its name, for people
 * @param twins articles with the same text here of which it is not known which is the copy
 */
public record ClaimReport(
    String claimId,
    String articleId,
    @Nullable String outletId,
    @Nullable String outletName,
    @Nullable String url,
    Instant at,
    ClaimSpeaker speaker,
    String source,
    String content,
    String cue,
    String cueKind,
    String cueMode,
    String form,
    String from,
    String fromName,
    List<String> twins) {

  /** The earliest first; of one time in the order of their ids, which tells nothing. */
  public static final Comparator<ClaimReport> IN_ORDER =
      Comparator.comparing(ClaimReport::at).thenComparing(ClaimReport::claimId);

  /** Keeps its own copy of the list. */
  public ClaimReport {
    twins = List.copyOf(twins);
  }

  /** Who publishes it, one form for every way to write it; the article's id where not known. */
  public String outlet() {
    @Nullable String key = Piece.outletKey(outletId, outletName, url);
    return key == null ? articleId : key;
  }

  /** Whether the source denies the content. */
  public boolean denied() {
    return cueMode.equals("DENIED");
  }

  /** The content as it is compared. */
  public Wording wording() {
    return Wording.of(content, denied());
  }

  /** What the cue lets a reader think. */
  public CueStance stance() {
    return CueStance.of(cue);
  }
}

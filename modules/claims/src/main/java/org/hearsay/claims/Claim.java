package org.hearsay.claims;

import java.util.List;
import org.hearsay.text.Span;
import org.hearsay.text.attribution.CueKind;
import org.jspecify.annotations.Nullable;

/**
 * Something that a text attributes to a source.
 *
 * @param form how much of the content stands in quotation marks
 * @param within the index, in the same list, of the claim whose content holds this one; -1 for none
 * @param confidence 0..1
 * @param content what is said; one or more spans
 * @param attributedBy the words that attribute it
 * @param source who is said to have said it; no spans where the text names none
 * @param speaker who that is, null where the text names none
 * @param chain the links that the text itself gives, outermost first: RELAY*, SPEAKER?
 */
public record Claim(
    ClaimForm form,
    int within,
    double confidence,
    List<Span> content,
    Cue attributedBy,
    List<Span> source,
    @Nullable Speaker speaker,
    List<ChainLink> chain) {

  /** Keeps its own copies of the lists. */
  public Claim {
    content = List.copyOf(content);
    source = List.copyOf(source);
    chain = List.copyOf(chain);
  }

  /** The spans of the words that attribute it. */
  public List<Span> cue() {
    return attributedBy.words();
  }

  /** What kind of act the cue words. */
  public CueKind cueKind() {
    return attributedBy.kind();
  }

  /** Whether the text says that the cue's act took place. */
  public CueMode cueMode() {
    return attributedBy.mode();
  }
}

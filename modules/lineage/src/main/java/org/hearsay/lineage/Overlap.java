package org.hearsay.lineage;

import java.util.List;
import org.hearsay.lineage.matching.Comparison;
import org.hearsay.text.Span;

/**
 * What one article, here called the copy, has in common with another, the origin. Which is which is
 * for {@link Direction} to say; {@link #reversed} turns it round.
 *
 * @param copyWords the copy's own words: not quoted, not standing text
 * @param originWords the origin's own words
 * @param sharedWords how many of the copy's own words stand in shared passages and match
 * @param sharedOriginWords the same of the origin's
 * @param longestRun the longest run of own words that is the same in both, in words
 * @param passages in the copy's order
 * @param added the copy's paragraphs that the origin does not have, and sentences, or the rest of
 *     one, that it does not have in paragraphs that both have; no word of them is in replacements,
 *     too
 * @param dropped the same of the origin's
 * @param own those paragraphs of added that are the copy's own reporting: nothing of the origin's
 *     in other words
 * @param originOwn the same of dropped and the origin
 * @param replacements what differs inside the passages, in the copy's order; at most {@link
 *     Comparison#MOST_REPLACEMENTS}
 */
public record Overlap(
    int copyWords,
    int originWords,
    int sharedWords,
    int sharedOriginWords,
    int longestRun,
    List<Passage> passages,
    List<Span> added,
    List<Span> dropped,
    List<Span> own,
    List<Span> originOwn,
    List<Replacement> replacements) {

  /** From this share on, a text is nearly all of another. */
  private static final double NEARLY_ALL = 0.8;

  /** From this share on, most of a text is in another. */
  private static final double MOST = 0.6;

  /** How many are told in words. */
  private static final int MOST_TEXTS = 100;

  /** How much of each is told, in UTF-16 code units. */
  private static final int LONGEST_TEXT = 2000;

  /** Keeps its own copies of the lists. */
  public Overlap {
    passages = List.copyOf(passages);
    added = List.copyOf(added);
    dropped = List.copyOf(dropped);
    own = List.copyOf(own);
    originOwn = List.copyOf(originOwn);
    replacements = List.copyOf(replacements);
  }

  /** How much of the copy's own words stands in the origin, 0..1. */
  public double containment() {
    return copyWords == 0 ? 0 : (double) sharedWords / copyWords;
  }

  /** How much of the origin's own words stands in the copy, 0..1. */
  public double originContainment() {
    return originWords == 0 ? 0 : (double) sharedOriginWords / originWords;
  }

  /** How much was taken over. */
  public Extent extent() {
    double copy = containment();
    double origin = originContainment();
    if (copy >= NEARLY_ALL && origin >= NEARLY_ALL) {
      return Extent.WHOLE;
    }
    if (copy >= MOST && copy >= origin) {
      return Extent.ABRIDGED;
    }
    return origin >= MOST ? Extent.EXTENDED : Extent.PASSAGES;
  }

  /**
   * What the copy added, in words: at most {@value #MOST_TEXTS} of them, of each at most {@value
   * #LONGEST_TEXT} UTF-16 code units, never half of a surrogate pair.
   *
   * @param copy the copy's body
   */
  public List<String> addedTexts(String copy) {
    return texts(added, copy);
  }

  /**
   * What was dropped, as {@link #addedTexts}.
   *
   * @param origin the origin's body
   */
  public List<String> droppedTexts(String origin) {
    return texts(dropped, origin);
  }

  private static List<String> texts(List<Span> spans, String body) {
    return spans.stream().limit(MOST_TEXTS).map(span -> beginning(span.of(body))).toList();
  }

  private static String beginning(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1));
    return text.substring(0, splits ? LONGEST_TEXT - 1 : LONGEST_TEXT);
  }

  /** The same with the origin as the copy. */
  public Overlap reversed() {
    return new Overlap(
        originWords,
        copyWords,
        sharedOriginWords,
        sharedWords,
        longestRun,
        passages.stream()
            .map(p -> new Passage(p.origin(), p.copy(), p.words()))
            .sorted((p, q) -> p.copy().compareTo(q.copy()))
            .toList(),
        dropped,
        added,
        originOwn,
        own,
        replacements.stream()
            .map(r -> new Replacement(r.origin(), r.copy()))
            .sorted((p, q) -> p.copy().compareTo(q.copy()))
            .toList());
  }
}

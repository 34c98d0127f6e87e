package org.hearsay.coverage.facts;

import java.util.List;
import org.hearsay.framing.NamingVariant;
import org.hearsay.framing.OutletCitation;
import org.hearsay.framing.SourceShare;
import org.hearsay.framing.Voice;
import org.hearsay.framing.VoiceFraming;
import org.jspecify.annotations.Nullable;

/**
 * How an article or a comment under it is worded, without its sentences.
 *
 * @param comment the comment's position, from 0; null for the article's own text
 * @param voices the voices that it has words in
 * @param naming how it calls what it names
 * @param sources who gets to speak
 * @param entities how often it names catalogued things, and in what tone
 * @param relays the outlets that it has claims from
 */
public record TextFraming(
    @Nullable Integer comment,
    List<VoiceFraming> voices,
    List<NamingVariant> naming,
    List<SourceShare> sources,
    List<CataloguedTone> entities,
    List<OutletCitation> relays)
    implements Fact {
  /** Keeps its own copies of the lists. */
  public TextFraming {
    voices = List.copyOf(voices);
    naming = List.copyOf(naming);
    sources = List.copyOf(sources);
    entities = List.copyOf(entities);
    relays = List.copyOf(relays);
  }

  /**
   * The mentions of one catalogued thing in one voice.
   *
   * @param entityId the thing's catalogue id
   * @param name its name
   * @param voice whose words the mentions stand in
   * @param mentions how many there are
   * @param toned how many of them have a tone
   * @param tone their mean, -1 to 1; null where none has one
   */
  public record CataloguedTone(
      String entityId, String name, Voice voice, int mentions, int toned, @Nullable Double tone) {}
}

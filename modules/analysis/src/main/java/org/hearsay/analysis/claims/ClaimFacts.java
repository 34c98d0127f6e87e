package org.hearsay.analysis.claims;

import java.util.List;
import org.hearsay.entities.EntityType;
import org.hearsay.text.attribution.CueStance;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of claims most, said with each of them.
 *
 * @param cueLemma the verb that attributes it, in dictionary form; null where the cue has none
 * @param stance what the cue lets a reader think of the content
 * @param speakerKind how the text calls the speaker there; null where it names none
 * @param speakerType what the speaker is; null where that is not known
 * @param about the catalogue ids of what is mentioned inside the content, in the text's order
 */
public record ClaimFacts(
    @Nullable String cueLemma,
    CueStance stance,
    @Nullable SpeakerKind speakerKind,
    @Nullable EntityType speakerType,
    List<String> about) {

  /** How a text calls somebody. */
  public enum SpeakerKind {
    /** By name: Ana Horvat, the ministry of defence. */
    NAMED,
    /** By words that the text or its readers know: the mayor, police, the letter. */
    DESCRIBED,
    /** As somebody whom nobody is to know: officials, a resident. */
    ANONYMOUS,
    /** He, who, they. */
    PRONOUN
  }

  /** Keeps its own copy of the list. */
  public ClaimFacts {
    about = List.copyOf(about);
  }
}

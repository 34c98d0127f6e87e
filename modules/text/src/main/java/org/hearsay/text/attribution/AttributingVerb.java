package org.hearsay.text.attribution;

import java.util.Map;

/**
 * A verb that attributes words or thoughts to somebody, or a word that does the same.
 *
 * @param lemma in dictionary form; may be several words ("point out")
 * @param kind what kind of act it is
 * @param mode what it does with the content
 * @param stance what it lets its reader think of the content
 * @param wordings how it slants, with how strongly, 0..1; mostly none
 */
public record AttributingVerb(
    String lemma, CueKind kind, Mode mode, CueStance stance, Map<VerbWording, Double> wordings) {

  /** What a verb does with its content. */
  public enum Mode {
    /** Gives it: "said". */
    GIVES,
    /** Says that it is not so: "denied". */
    DENIES,
    /** Is about what is to be done: "asked", "promised". */
    ASKS
  }

  /** Keeps its own copy of the map. */
  public AttributingVerb {
    wordings = Map.copyOf(wordings);
  }
}

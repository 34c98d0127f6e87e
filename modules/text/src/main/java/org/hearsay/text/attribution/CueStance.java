package org.hearsay.text.attribution;

/** What an outlet's cue lets its reader think of the claim: "said", "claimed" or "admitted". */
public enum CueStance {
  /** Nothing: said, told, according to. */
  NEUTRAL,
  /** That it may not be so: claimed, alleged, insisted. */
  DOUBTING,
  /** That it is so: admitted, revealed, pointed out. */
  VOUCHING
}

package org.hearsay.framing.terms;

/** What kind of wording a piece of evidence is. */
public enum Category {
  /** An emotive or evaluative word. */
  LOADED,
  /** A name that judges what it names. */
  LABEL,
  /** The outlet's own word in quotation marks that nobody is quoted with. */
  SCARE_QUOTE,
  /** Leaves open whether it is so. */
  HEDGE,
  /** Claims certainty. */
  BOOSTER,
  /** A verb that takes for true what follows. */
  FACTIVE,
  /** A verb that only says whose view it is. */
  ASSERTIVE,
  /** A reporting verb that judges what is said, or who says it. */
  JUDGING_VERB,
  /** Said without saying who says it. */
  UNATTRIBUTED,
  /** A source that nobody could ask. */
  ANONYMOUS_SOURCE,
  /** A passive that says what was done and not who did it. */
  AGENTLESS_PASSIVE,
  /** The headline says more than the body does. */
  HEADLINE
}

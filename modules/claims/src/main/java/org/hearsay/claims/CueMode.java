package org.hearsay.claims;

/** Whether the text says that the cue's act took place. */
public enum CueMode {
  /** It did: "said". */
  ASSERTED,
  /** It may have, or will: "may have said", "would say". */
  MODAL,
  /** It did not: "did not say", "declined to say". */
  NEGATED,
  /** It did, and the source says that the content is not so: "denied", "dismissed". */
  DENIED
}

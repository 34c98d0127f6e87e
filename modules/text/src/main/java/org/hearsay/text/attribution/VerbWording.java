package org.hearsay.text.attribution;

/** How an attributing verb slants what it attributes. */
public enum VerbWording {
  /** Casts doubt on it: "claims", "insists". */
  DOUBTS,
  /** Takes it for true: "reveals", "points out". */
  VOUCHES,
  /** Implies guilt, or a truth that was held back: "admits". */
  ADMITS,
  /** Mocks how it was said: "rants". */
  MOCKS,
  /** Dramatises it: "slams". */
  DRAMATISES,
  /** Accuses in the telling: "blames". */
  ACCUSES,
  /** Takes for true a clause that follows, wherever the verb stands: "knows that". */
  FACTIVE,
  /** Says of a clause that follows whose view it is, and no more: "argues that". */
  ASSERTIVE
}

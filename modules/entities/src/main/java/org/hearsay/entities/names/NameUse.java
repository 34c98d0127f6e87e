package org.hearsay.entities.names;

/** How a catalogued name may be used. */
public enum NameUse {
  /** It names its owner wherever it stands. */
  PLAIN,
  /** Others have it too, or it is a word: it names its owner where the context speaks for it. */
  SHARED,
  /** It names its owner where nobody else's name stands before or after it. */
  BARE
}

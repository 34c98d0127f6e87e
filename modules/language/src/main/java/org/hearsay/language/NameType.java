package org.hearsay.language;

/** What the recogniser takes a name for; the constants are its model's labels. */
public enum NameType {
  PERSON,
  ORGANIZATION,
  LOCATION,
  /** Anything else, of models that have it; the English one has not. */
  MISC
}

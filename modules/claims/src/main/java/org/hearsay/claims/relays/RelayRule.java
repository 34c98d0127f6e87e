package org.hearsay.claims.relays;

import java.util.regex.Pattern;

/**
 * A wording that the name of an outlet follows which passed a claim on.
 *
 * @param wording up to the name
 * @param names whose names count there
 */
record RelayRule(Pattern wording, Names names) {

  /** Whose names count after a wording. */
  enum Names {
    /** Those of outlets, by the catalogue or by their words. */
    OUTLETS,
    /** Besides, those of bodies: whom an interview was with asked, unless it is a person. */
    OUTLETS_AND_BODIES,
    /** Besides, names of which nothing is known: only an outlet can stand there. */
    OUTLETS_AND_UNKNOWN
  }
}

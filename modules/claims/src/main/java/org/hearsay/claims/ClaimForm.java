package org.hearsay.claims;

/** How much of a claim's content stands in quotation marks. */
public enum ClaimForm {
  /** All of it. */
  DIRECT,
  /** Some of it. */
  MIXED,
  /** None of it. */
  INDIRECT
}

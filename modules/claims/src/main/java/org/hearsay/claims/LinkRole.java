package org.hearsay.claims;

/** A link's place in an attribution chain, from the page to the one who said it. */
public enum LinkRole {
  PUBLISHER,
  ORIGIN,
  RELAY,
  SPEAKER
}

package org.hearsay.lineage;

/** How much of an article another one took over. */
public enum Extent {
  /** Nearly all of the one is nearly all of the other. */
  WHOLE,
  /** Most of the copy stands in the origin, which has more. */
  ABRIDGED,
  /** Most of the origin stands in the copy, which has more. */
  EXTENDED,
  /** Neither: they share passages. */
  PASSAGES
}

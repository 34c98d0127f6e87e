package org.hearsay.coverage.profiles;

/** Whose work an article is, as far as its outlet's profile goes. */
public enum Authorship {
  /** The outlet's own. */
  OWN("own"),
  /** Taken over from another outlet. */
  REPUBLISHED("republished");

  private final String label;

  Authorship(String label) {
    this.label = label;
  }

  /** The name under which it is counted in a {@link Tally}. */
  String label() {
    return label;
  }

  /**
   * The one that is counted under a label.
   *
   * @throws IllegalArgumentException when none is
   */
  static Authorship labelled(String label) {
    for (Authorship one : values()) {
      if (one.label.equals(label)) {
        return one;
      }
    }
    throw new IllegalArgumentException("no authorship is called " + label);
  }
}

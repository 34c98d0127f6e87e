package org.hearsay.framing.terms;

/** A lexicon file that is not as it should be; the message names the file and the line. */
public final class LexiconException extends Exception {
  private static final long serialVersionUID = 1L;

  LexiconException(String message) {
    super(message);
  }
}

package org.hearsay.text.attribution;

/** What a source does with the content, as the cue words it. */
public enum CueKind {
  /** Says it: "said", "denied", "according to". */
  SPEECH,
  /** Writes, publishes or shows it: "wrote", "the report". */
  WRITING,
  /** Holds it to be so, or for good or bad: "believes", "fears", "opposes". */
  BELIEF,
  /** Knows it or found it out: "knew", "discovered". */
  KNOWLEDGE,
  /** Wants it or means to do it: "plans", "refused". */
  INTENTION,
  /** Has it so by authority: "ruled", "requires", "the resolution demands". */
  DECREE,
  /** None of these for certain. */
  OTHER
}

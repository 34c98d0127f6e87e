package org.hearsay.coverage.clusters;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What an outlet's cue lets its reader think of the claim: "said", "claimed" or "admitted". */
public enum CueStance {
  /** Nothing: said, told, according to. */
  NEUTRAL,
  /** That it may not be so: claimed, alleged, insisted. */
  DOUBTING,
  /** That it is so: admitted, revealed, pointed out. */
  VOUCHING;

  private static final String DOUBT =
      "claim claims claimed claiming allege alleges alleged alleging allegedly insist insists"
          + " insisted insisting boast boasts boasted boasting contend contends contended contending"
          + " maintain maintains maintained assert asserts asserted asserting purport purports"
          + " purported purportedly brag brags bragged pretend pretends pretended supposedly"
          + " so-called spin spins spun";
  private static final String FACT =
      "admit admits admitted admitting acknowledge acknowledges acknowledged acknowledging concede"
          + " concedes conceded confess confesses confessed reveal reveals revealed revealing"
          + " disclose discloses disclosed confirm confirms confirmed confirming point points"
          + " pointed note notes noted noting expose exposes exposed prove proves proved proven"
          + " show shows showed shown recall recalls recalled remind reminds reminded";

  private static final Map<String, CueStance> BY_WORD = byWord();

  private static Map<String, CueStance> byWord() {
    Map<String, CueStance> out = new HashMap<>();
    for (String word : DOUBT.split(" ", -1)) {
      out.put(word, DOUBTING);
    }
    for (String word : FACT.split(" ", -1)) {
      out.put(word, VOUCHING);
    }
    return Map.copyOf(out);
  }

  /** The stance of a cue as written; the first word that has one decides. English. */
  public static CueStance of(String cue) {
    for (String word : cue.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+", -1)) {
      CueStance stance = BY_WORD.getOrDefault(word, NEUTRAL);
      if (stance != NEUTRAL) {
        return stance;
      }
    }
    return NEUTRAL;
  }
}

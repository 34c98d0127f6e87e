package org.hearsay.claims.relays;

import java.util.List;
import java.util.regex.Pattern;
import org.hearsay.text.languages.Expressions;

/**
 * By which words a language says through whom a claim came; {@code relays.txt} says what each is.
 */
public final class RelayWords {
  final Pattern according;
  final Pattern knownFrom;
  final Pattern through;
  final Pattern endsInBy;
  final Pattern citedIn;
  final Pattern published;
  final Pattern citingFirst;
  final Pattern reported;
  final Pattern afterReported;
  final Pattern later;
  final Pattern on;
  final Pattern own;
  final Pattern about;
  final Pattern somethingElse;
  final Pattern citing;
  final Pattern carrying;
  final Pattern between;
  final Pattern reportingBetween;
  final Pattern citingCue;

  final RelayRule around;
  final RelayRule mediaAct;

  /** The wordings that are looked for after these two and "the Gazette reported", in order. */
  final List<RelayRule> others;

  /**
   * Those of a language.
   *
   * @param in as {@code relays.txt} names them
   * @param wordings as {@code wordings.txt} names them
   */
  public RelayWords(Expressions in, Expressions wordings) {
    this.according = in.pattern("according");
    this.knownFrom = in.pattern("known-from");
    this.through = in.pattern("through");
    this.endsInBy = in.pattern("ends-in-by");
    this.citedIn = in.pattern("cited-in");
    this.published = in.pattern("published");
    this.citingFirst = in.pattern("citing-first");
    this.reported = in.pattern("reported");
    this.afterReported = in.pattern("after-reported");
    this.later = in.pattern("later");
    this.on = in.pattern("on");
    this.own = in.pattern("own");
    this.about = in.pattern("about");
    this.somethingElse = in.pattern("something-else");
    this.citing = in.pattern("citing");
    this.carrying = wordings.pattern("carrying");
    this.between = in.pattern("between");
    this.reportingBetween = in.pattern("reporting-between");
    this.citingCue = in.pattern("citing-cue");
    this.around = outlets(in.pattern("around"));
    this.mediaAct = new RelayRule(in.pattern("media-act"), RelayRule.Names.OUTLETS_AND_UNKNOWN);
    this.others =
        List.of(
            new RelayRule(in.pattern("carried"), RelayRule.Names.OUTLETS_AND_UNKNOWN),
            outlets(in.pattern("told")),
            new RelayRule(in.pattern("interview"), RelayRule.Names.OUTLETS_AND_BODIES),
            outlets(in.pattern("as-reports")),
            outlets(in.pattern("passed")),
            outlets(in.pattern("asked")),
            outlets(in.pattern("on-air")));
  }

  /** Whether a cue only names whose words an outlet passes on. */
  public boolean isCiting(String cue) {
    return citingCue.matcher(cue).find();
  }

  private static RelayRule outlets(Pattern wording) {
    return new RelayRule(wording, RelayRule.Names.OUTLETS);
  }
}

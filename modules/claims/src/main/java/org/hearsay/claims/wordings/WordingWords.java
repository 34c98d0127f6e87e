package org.hearsay.claims.wordings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.text.Span;
import org.hearsay.text.languages.Expressions;

/**
 * Wordings of a language that leave no doubt who says what; {@code wordings.txt} says what each is.
 */
public final class WordingWords {
  final Pattern quotedAs;
  final Pattern quotedBy;
  final Pattern asReported;
  final Pattern asSaidBy;
  final Pattern reported;
  final Pattern carried;
  final Pattern saysBefore;
  final Pattern referring;
  final Pattern beforeThat;
  final Pattern participle;
  final Pattern citing;
  final Pattern that;
  final Pattern saidBefore;
  final Pattern report;
  final Pattern per;
  final Pattern between;
  final Pattern by;
  final Pattern owns;
  final Pattern according;

  /** Those of a language, as {@code wordings.txt} names them. */
  public WordingWords(Expressions in) {
    this.quotedAs = in.pattern("quoted-as");
    this.quotedBy = in.pattern("quoted-by");
    this.asReported = in.pattern("as-reported");
    this.asSaidBy = in.pattern("as-said-by");
    this.reported = in.pattern("reported");
    this.carried = in.pattern("carried");
    this.saysBefore = in.pattern("says-before");
    this.referring = in.pattern("referring");
    this.beforeThat = in.pattern("before-that");
    this.participle = in.pattern("participle");
    this.citing = in.pattern("citing");
    this.that = in.pattern("that");
    this.saidBefore = in.pattern("said-before");
    this.report = in.pattern("report");
    this.per = in.pattern("per");
    this.between = in.pattern("between");
    this.by = in.pattern("by");
    this.owns = in.pattern("owns");
    this.according = in.pattern("according");
  }

  static Span group(Matcher matcher, int group) {
    return new Span(matcher.start(group), matcher.end(group));
  }
}

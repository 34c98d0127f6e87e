package org.hearsay.claims.speakers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.claims.document.Document;
import org.hearsay.claims.reading.Attribution;
import org.hearsay.text.Span;
import org.hearsay.text.languages.Expressions;

/**
 * Who is asked, accused or expected is not who asks, accuses or expects. In "the mayor was asked
 * about the money", "asked about the money, the mayor smiled" and "the mayor drew sharp criticism
 * for it" the mayor is the one spoken to, or of; who spoke is not named unless a "by" follows. The
 * model takes the subject for the source where the rest looks like speech. Immutable.
 */
public final class Addressees {
  private static final int LONGEST_AUXILIARIES = 50;

  /** How far beyond the cue, in UTF-16 code units, a "by" is looked for that was left out. */
  private static final int FURTHEST_AGENT = 14;

  private final Pattern passive;
  private final Pattern auxiliaries;
  private final Pattern asked;
  private final Pattern begins;
  private final Pattern receives;
  private final Pattern agent;

  /** By the words of a language, as {@code addressees.txt} names them. */
  public Addressees(Expressions in) {
    this.passive = in.pattern("passive");
    this.auxiliaries = in.pattern("auxiliaries");
    this.asked = in.pattern("asked");
    this.begins = in.pattern("begins");
    this.receives = in.pattern("receives");
    this.agent = in.pattern("agent");
  }

  /** The attribution; without its source where that is who is spoken to, or of. */
  public Attribution checked(Attribution attribution, Document document) {
    return !attribution.source().isEmpty() && isSpokenOf(attribution, document)
        ? attribution.withoutSource()
        : attribution;
  }

  private boolean isSpokenOf(Attribution attribution, Document document) {
    String text = document.text();
    Span cue = attribution.cue();
    Span source = attribution.source().get(0);
    int sentence = Math.min(document.sentence(cue.start()).start(), cue.start());
    String before = text.substring(sentence, cue.start());
    String words = cue.of(text);
    if (asked.matcher(words).matches() && begins.matcher(before).matches()) {
      int from = Math.max(0, source.start() - FURTHEST_AGENT);
      return !agent.matcher(text).region(from, source.start()).find();
    }
    if (source.end() > cue.start()) {
      return false;
    }
    if (receives.matcher(words).find()) {
      return true;
    }
    String near = before.substring(Math.max(0, before.length() - LONGEST_AUXILIARIES));
    Matcher auxiliary = auxiliaries.matcher(near);
    int end = Math.min(text.length(), cue.end() + FURTHEST_AGENT);
    String verb = (auxiliary.find() ? auxiliary.group() : "") + words;
    Matcher spokenOf = passive.matcher(verb + text.substring(cue.end(), end));
    return spokenOf.find() && spokenOf.end() <= verb.length();
  }
}

package org.hearsay.entities;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.text.Span;

/**
 * Tells a capital that stands for its government from one that is a place: a government does
 * something, or something is said or done to it.
 */
final class Capitals {
  /** What towns do too. */
  private static final Set<String> NOT_DEEDS =
      Set.of(
          "be",
          "have",
          "lie",
          "sit",
          "remain",
          "become",
          "sleep",
          "wake",
          "stand",
          "boast",
          "grow",
          "get",
          "celebrate",
          "witness",
          "burn",
          "flood",
          "freeze",
          "host",
          "see",
          "look",
          "feel",
          "attract",
          "welcome",
          "suffer",
          "enjoy",
          "experience",
          "smell",
          "fall",
          "rise",
          "offer",
          "house",
          "begin",
          "come",
          "draw",
          "do");

  /** What one is ready or angry to be. */
  private static final Set<String> STANCES =
      Set.of(
          "ready",
          "willing",
          "unwilling",
          "concerned",
          "angry",
          "furious",
          "opposed",
          "prepared",
          "committed",
          "adamant",
          "reluctant",
          "open",
          "determined",
          "against",
          "keen",
          "eager",
          "cautious",
          "wary",
          "unhappy",
          "pleased",
          "satisfied",
          "dissatisfied",
          "disappointed",
          "responsible",
          "obliged",
          "bound",
          "guilty",
          "grateful",
          "silent",
          "skeptical",
          "sceptical",
          "hopeful",
          "optimistic",
          "hesitant",
          "alarmed",
          "aware",
          "convinced",
          "interested",
          "right",
          "wrong",
          "behind");

  /** What one does to somebody who can answer. */
  private static final Set<String> TOLD =
      Set.of(
          "ask",
          "tell",
          "urge",
          "warn",
          "accuse",
          "blame",
          "press",
          "pressure",
          "criticise",
          "criticize",
          "condemn",
          "support",
          "back",
          "thank",
          "threaten",
          "sanction",
          "invite",
          "notify",
          "inform",
          "assure",
          "recognise",
          "recognize",
          "provoke",
          "isolate",
          "punish",
          "anger",
          "irritate",
          "arm",
          "defy",
          "persuade",
          "convince",
          "force",
          "deter",
          "challenge",
          "oppose",
          "alarm",
          "embarrass",
          "request",
          "petition",
          "remind",
          "praise",
          "applaud",
          "consult",
          "lobby",
          "implore",
          "beg",
          "push",
          "oblige",
          "compel",
          "commend",
          "rebuke",
          "scold",
          "appease",
          "advise",
          "help",
          "allow",
          "expect",
          "want",
          "require",
          "outrage",
          "infuriate",
          "upset",
          "reassure",
          "satisfy",
          "disappoint",
          "trust",
          "denounce");

  private static final Set<String> SAYS =
      Set.of(
          "say", "add", "reply", "insist", "claim", "argue", "answer", "respond", "warn", "note");

  private static final Set<String> AUXILIARIES =
      Set.of(
          "have", "do", "will", "would", "can", "could", "may", "might", "must", "should", "not",
          "n't", "shall", "ca", "wo");

  private static final Set<String> ADDRESSED =
      Set.of("with", "between", "against", "toward", "towards", "by", "upon", "versus");

  private static final Set<String> WAYS =
      Set.of(
          "road",
          "highway",
          "motorway",
          "flight",
          "train",
          "railway",
          "rail",
          "line",
          "route",
          "bus",
          "distance",
          "way",
          "corridor",
          "halfway",
          "midway",
          "somewhere",
          "travel",
          "run",
          "fly");

  /** What comes from, goes to, or lies on a government. */
  private static final Set<String> SENT =
      Set.of(
          "recognition",
          "demand",
          "pressure",
          "response",
          "support",
          "permission",
          "approval",
          "request",
          "answer",
          "order",
          "press",
          "condemnation",
          "criticism",
          "independence",
          "assurance",
          "guarantee",
          "influence",
          "letter",
          "concession",
          "message",
          "ultimatum",
          "appeal",
          "warning",
          "sanction",
          "complaint",
          "reply",
          "reaction",
          "aid",
          "call",
          "consent",
          "instruction",
          "threat",
          "signal",
          "offer",
          "proposal",
          "tie",
          "loyal",
          "close",
          "loyalty",
          "according",
          "accord",
          "power",
          "sovereignty",
          "control",
          "hostility",
          "challenge",
          "allegiance",
          "opposition",
          "damage",
          "pressured",
          "debt",
          "subservience",
          "obedience",
          "link",
          "belong",
          "report",
          "note",
          "dependence",
          "dependent",
          "rely",
          "depend",
          "impose",
          "weapon",
          "gas",
          "money",
          "funding",
          "backing",
          "help",
          "assistance",
          "statement",
          "denial",
          "apology",
          "protest",
          "invitation",
          "gesture",
          "commitment",
          "promise",
          "rule",
          "autonomy",
          "secession",
          "closer",
          "blame",
          "boon",
          "blow",
          "victory",
          "win",
          "setback",
          "defeat",
          "problem",
          "good",
          "bad",
          "speak",
          "position",
          "government",
          "policy",
          "stance",
          "interest",
          "behalf",
          "attitude",
          "will",
          "role",
          "authority",
          "intention",
          "refusal",
          "decision",
          "ally",
          "lead",
          "view");

  /** What a government has. */
  private static final Set<String> HELD =
      Set.of(
          "request",
          "demand",
          "position",
          "refusal",
          "government",
          "offer",
          "response",
          "claim",
          "policy",
          "decision",
          "ally",
          "insistence",
          "consent",
          "stance",
          "proposal",
          "accusation",
          "authority",
          "recognition",
          "interest",
          "envoy",
          "ambassador",
          "negotiator",
          "minister",
          "official",
          "troops",
          "troop",
          "force",
          "army",
          "leadership",
          "intention",
          "plan",
          "ambition",
          "aggression",
          "war",
          "invasion",
          "threat",
          "effort",
          "attempt",
          "bid",
          "support",
          "role",
          "view",
          "reaction",
          "rejection",
          "willingness",
          "call",
          "warning",
          "condition",
          "argument",
          "side",
          "approval",
          "pressure",
          "sovereignty",
          "behalf",
          "goal",
          "aim",
          "will",
          "control",
          "sanction",
          "objection",
          "strategy",
          "approach",
          "rhetoric",
          "rule",
          "assurance",
          "failure",
          "unwillingness",
          "readiness",
          "denial",
          "backing",
          "partner",
          "friend",
          "enemy",
          "delegation",
          "representative",
          "letter",
          "answer",
          "move",
          "step",
          "promise",
          "commitment",
          "opposition",
          "agreement",
          "influence",
          "ultimatum",
          "hand",
          "action",
          "state",
          "foreign",
          "president",
          "diplomacy",
          "complaint",
          "veto",
          "protest",
          "concession",
          "message",
          "statement",
          "own",
          "security",
          "military",
          "relation",
          "relationship",
          "friendship",
          "credibility",
          "patience",
          "behaviour",
          "behavior",
          "terms");

  /** What two governments have with each other. */
  private static final Set<String> SHARED =
      Set.of(
          "talk",
          "talks",
          "dialogue",
          "relation",
          "relations",
          "negotiation",
          "negotiations",
          "agreement",
          "deal",
          "tension",
          "tensions",
          "tie",
          "ties",
          "summit",
          "axis",
          "dispute",
          "conflict",
          "alliance",
          "rapprochement",
          "process",
          "standoff",
          "row");

  private static final Set<String> DONE =
      Set.of(
          "issued",
          "backed",
          "appointed",
          "controlled",
          "funded",
          "brokered",
          "led",
          "sponsored",
          "run",
          "supported",
          "mediated",
          "imposed",
          "installed",
          "approved",
          "aligned",
          "friendly",
          "dictated",
          "proposed",
          "orchestrated",
          "sanctioned",
          "mandated",
          "facilitated",
          "financed",
          "loyal",
          "allied",
          "leaning",
          "occupied",
          "organised",
          "organized",
          "drafted");

  /** Who works for a government: "Belgrade officials". */
  private static final Set<String> STAFF =
      Set.of(
          "official",
          "authority",
          "regime",
          "leadership",
          "administration",
          "side",
          "delegation",
          "negotiator",
          "government",
          "policymaker",
          "diplomat",
          "spokesman",
          "spokeswoman",
          "spokesperson");

  /** How one stands who is no town. */
  private static final Set<String> STANDS =
      Set.of("by", "with", "behind", "against", "firm", "ready", "accused", "up", "united");

  private static final Set<String> CONNECTIVES =
      Set.of(
          "that",
          "because",
          "if",
          "as",
          "while",
          "after",
          "before",
          "since",
          "although",
          "though",
          "whether",
          "until",
          "unless",
          "once",
          "so",
          "than",
          "like",
          "despite",
          "without");

  private Capitals() {}

  static boolean acts(Sentence sentence, Span span) {
    List<Token> tokens = sentence.tokens();
    int first = Reading.token(sentence, span.start());
    int last = first;
    while (last + 1 < tokens.size() && tokens.get(last + 1).span().start() < span.end()) {
      last++;
    }
    if (betweenGovernments(tokens, first, last)) {
      return true;
    }
    boolean listed =
        last + 1 < tokens.size()
            && (tokens.get(last + 1).tag().equals("CC") || tokens.get(last + 1).text().equals(","));
    int before = skipBack(tokens, first - 1, listed);
    if (before == 0
        && tokens.get(0).text().equals("For")
        && last + 1 < tokens.size()
        && tokens.get(last + 1).text().equals(",")) {
      return true;
    }
    if (before >= 0) {
      Token token = tokens.get(before);
      String word = token.text().toLowerCase(Locale.ROOT);
      String lemma = token.lemma().toLowerCase(Locale.ROOT);
      String earlier = before > 0 ? tokens.get(before - 1).lemma().toLowerCase(Locale.ROOT) : "";
      if (word.equals("official")) {
        return true;
      }
      if (ADDRESSED.contains(word)) {
        return !WAYS.contains(earlier);
      }
      if (Set.of("from", "to", "on", "for", "of").contains(word)) {
        return SENT.contains(earlier) || held(tokens, last + 1);
      }
      if (token.tag().startsWith("VB") && (TOLD.contains(lemma) || SAYS.contains(lemma))) {
        return true;
      }
      boolean keptOut =
          Set.of("keep", "leave", "shut", "cut", "freeze").contains(lemma)
              && last + 1 < tokens.size()
              && tokens.get(last + 1).text().equals("out");
      if (keptOut) {
        return true;
      }
      if (token.tag().equals("IN") && !CONNECTIVES.contains(word)) {
        return held(tokens, last + 1);
      }
      if (token.tag().startsWith("NNP") && !token.text().endsWith(".")) {
        return false;
      }
    }
    int after = last + 1;
    if (after + 1 < tokens.size() && tokens.get(after).text().equals("-")) {
      return DONE.contains(tokens.get(after + 1).text().toLowerCase(Locale.ROOT));
    }
    if (after < tokens.size() && tokens.get(after).text().startsWith("-")) {
      return DONE.contains(tokens.get(after).text().substring(1).toLowerCase(Locale.ROOT));
    }
    if (after < tokens.size() && tokens.get(after).tag().equals("POS")) {
      return held(tokens, after);
    }
    if (after < tokens.size()
        && STAFF.contains(tokens.get(after).lemma().toLowerCase(Locale.ROOT))
        && tokens.get(after).tag().startsWith("NN")) {
      return true;
    }
    return does(tokens, after);
  }

  /** "The Belgrade-Pristina talks": whether two capitals are joined by what governments have. */
  private static boolean betweenGovernments(List<Token> tokens, int first, int last) {
    int at = last + 1;
    while (at < tokens.size()
        && (isDash(tokens.get(at).text()) || tokens.get(at).tag().startsWith("NNP"))) {
      at++;
    }
    boolean joined = false;
    for (int i = Math.max(0, first - 2); i < at; i++) {
      joined |= isDash(tokens.get(i).text());
    }
    return joined
        && at < tokens.size()
        && SHARED.contains(tokens.get(at).lemma().toLowerCase(Locale.ROOT));
  }

  private static boolean isQuotationMark(Token token) {
    return "“”\"``''".contains(token.text());
  }

  private static boolean isDash(String token) {
    return token.equals("-") || token.equals("–") || token.equals("--");
  }

  /** Past articles, and past the names that "and" joins this one to. */
  private static int skipBack(List<Token> tokens, int from, boolean listed) {
    int at = from;
    boolean list = listed;
    while (at >= 0 && (tokens.get(at).tag().equals("DT") || tokens.get(at).text().equals("both"))) {
      at--;
    }
    while (at >= 1
        && (tokens.get(at).tag().equals("CC") || (list && tokens.get(at).text().equals(",")))
        && tokens.get(at - 1).tag().startsWith("NNP")) {
      list = true;
      at -= 2;
      while (at >= 0
          && (tokens.get(at).tag().equals("DT") || tokens.get(at).text().equals("both"))) {
        at--;
      }
    }
    return at;
  }

  private static boolean held(List<Token> tokens, int possessive) {
    if (possessive >= tokens.size() || !tokens.get(possessive).tag().equals("POS")) {
      return false;
    }
    for (int i = possessive + 1; i < Math.min(tokens.size(), possessive + 5); i++) {
      Token token = tokens.get(i);
      if (HELD.contains(token.lemma().toLowerCase(Locale.ROOT))) {
        return true;
      }
      boolean goesOn =
          token.tag().startsWith("JJ")
              || token.tag().startsWith("NN")
              || token.tag().startsWith("RB")
              || token.tag().startsWith("VB")
              || token.tag().equals("CD");
      if (!goesOn) {
        return false;
      }
    }
    return false;
  }

  private static boolean does(List<Token> tokens, int from) {
    int at = from;
    while (at + 1 < tokens.size()
        && (tokens.get(at).tag().equals("CC") || tokens.get(at).text().equals(","))
        && (tokens.get(at + 1).tag().startsWith("NNP")
            || (at + 2 < tokens.size()
                && tokens.get(at + 1).tag().equals("DT")
                && tokens.get(at + 2).tag().startsWith("NNP")))) {
      at += 2;
      while (at < tokens.size() && tokens.get(at).tag().startsWith("NNP")) {
        at++;
      }
    }
    for (; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      String lemma = token.lemma().toLowerCase(Locale.ROOT);
      if (lemma.equals("be")) {
        return at + 1 < tokens.size() && is(tokens, at + 1);
      }
      if (token.text().equals(",") && ownPart(tokens, at)) {
        at += 4;
        continue;
      }
      if (lemma.equals("stand") && at + 1 < tokens.size()) {
        return STANDS.contains(tokens.get(at + 1).text().toLowerCase(Locale.ROOT));
      }
      boolean passedOver =
          token.tag().startsWith("RB")
              || token.tag().equals("MD")
              || AUXILIARIES.contains(lemma)
              || token.text().equals(",")
              || isQuotationMark(token)
              || lemma.equals("which")
              || lemma.equals("itself");
      if (passedOver) {
        continue;
      }
      return token.tag().startsWith("VB")
          && !token.tag().equals("VBG")
          && !NOT_DEEDS.contains(lemma);
    }
    return false;
  }

  /** ", for its part,": at the first comma. */
  private static boolean ownPart(List<Token> tokens, int at) {
    return at + 4 < tokens.size()
        && tokens.get(at + 1).text().equals("for")
        && tokens.get(at + 3).text().equals("part")
        && tokens.get(at + 4).text().equals(",");
  }

  /** What it is said to be: ready, asking, accused. */
  private static boolean is(List<Token> tokens, int from) {
    int last = Math.min(tokens.size(), from + 3);
    for (int at = from; at < last; at++) {
      Token token = tokens.get(at);
      if (isQuotationMark(token)) {
        // "was “deeply concerned”"
        last = Math.min(tokens.size(), last + 1);
        continue;
      }
      String lemma = token.lemma().toLowerCase(Locale.ROOT);
      if (STANCES.contains(lemma) || STANCES.contains(token.text().toLowerCase(Locale.ROOT))) {
        return true;
      }
      if (token.tag().equals("VBG")) {
        return !NOT_DEEDS.contains(lemma);
      }
      if (token.tag().equals("VBN") || token.tag().equals("VBD")) {
        if (lemma.equals("be")) {
          continue;
        }
        return TOLD.contains(lemma);
      }
      if (!token.tag().startsWith("RB") && !lemma.equals("be")) {
        return false;
      }
    }
    return false;
  }
}

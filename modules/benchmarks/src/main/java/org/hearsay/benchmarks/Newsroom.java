package org.hearsay.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes news that never happened: events with people, places, figures and quotations, and reports
 * of them that share the facts and the quotations but no sentence of their writers. The same seed
 * gives the same news. Slots stand every few words, so that two reports share no long run by
 * chance.
 */
public final class Newsroom {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)\\}");
  private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");

  private static final String[] SYLLABLES = {
    "ba", "ver", "lo", "min", "tar", "ke", "sol", "dri", "mar", "ne", "pol", "ri", "gan", "to",
    "fel", "hu", "vas", "il", "cor", "de", "bru", "sen", "ka", "lim", "or", "pe", "sta", "vin",
    "ju", "gre", "mo", "na"
  };
  private static final String[] FIRST = {
    "Ana", "Boris", "Clara", "Dario", "Edita", "Felix", "Greta", "Hugo", "Irena", "Jonas", "Katja",
    "Luka", "Mira", "Niko", "Olga", "Pavel", "Rosa", "Stefan", "Tessa", "Viktor"
  };
  private static final String[] ROLE = {
    "mayor",
    "minister",
    "colonel",
    "spokeswoman",
    "envoy",
    "judge",
    "union leader",
    "inspector",
    "deputy",
    "governor",
    "professor",
    "surveyor",
    "harbour master",
    "ambassador",
    "prosecutor"
  };
  private static final String[] THING = {
    "bridge",
    "ferry",
    "pipeline",
    "school",
    "dam",
    "tariff",
    "curfew",
    "ballot",
    "quarry",
    "hospital",
    "railway",
    "treaty",
    "checkpoint",
    "harvest",
    "archive",
    "border post",
    "reactor",
    "strike",
    "loan",
    "tunnel",
    "market",
    "orchard",
    "barracks",
    "census",
    "well",
    "port",
    "airfield",
    "mill"
  };
  private static final String[] QUALITY = {
    "old",
    "disputed",
    "half-built",
    "northern",
    "costly",
    "empty",
    "long-promised",
    "new",
    "narrow",
    "private",
    "flooded",
    "temporary",
    "larger",
    "guarded",
    "forgotten",
    "second",
    "municipal",
    "wooden",
    "rusting",
    "unmarked",
    "eastern",
    "last",
    "busy",
    "quiet",
    "frozen",
    "borrowed"
  };
  private static final String[] ACT = {
    "opened",
    "closed",
    "inspected",
    "defended",
    "postponed",
    "sold",
    "rebuilt",
    "surveyed",
    "blocked",
    "financed",
    "abandoned",
    "guarded",
    "measured",
    "praised",
    "rejected",
    "repaired",
    "searched",
    "shut",
    "visited",
    "widened",
    "emptied",
    "leased",
    "painted",
    "renamed",
    "seized"
  };
  private static final String[] PEOPLE = {
    "farmers", "drivers", "teachers", "soldiers", "nurses", "traders", "monks", "engineers",
    "pensioners", "students", "fishermen", "clerks", "miners", "guards", "surveyors", "pilots",
    "masons", "lawyers", "refugees", "shepherds", "bakers", "dockers", "voters", "settlers"
  };
  private static final String[] HOW = {
    "quietly",
    "twice",
    "before dawn",
    "without notice",
    "on foot",
    "under guard",
    "in the rain",
    "by decree",
    "at last",
    "for the {n}th time",
    "in secret",
    "with music",
    "by mistake",
    "in a hurry",
    "against advice",
    "by lot",
    "after a vote",
    "for a fee",
    "overnight",
    "by lorry"
  };
  private static final String[] WHY = {
    "to save the {thing}",
    "to calm {town}",
    "to please {people}",
    "because the {thing} had sunk",
    "since {people} had not paid",
    "to meet {Name}",
    "out of love for {town}",
    "for want of {things}",
    "because a {thing} went astray",
    "to win over {people}",
    "since the {thing} rose",
    "to settle {n} bets",
    "because {people} insisted",
    "for the sake of {town}",
    "since {things} came early"
  };
  private static final String[] SAID = {
    "said", "told reporters", "wrote", "added", "insisted", "recalled", "explained", "replied"
  };
  private static final String[] CLOSING = {
    "Some {people} shrugged", "Most {people} stayed at home", "A few {people} applauded",
    "Nobody asked the {people}", "The {people} want more", "Older {people} remember worse",
    "Even the {people} were surprised", "Rival {people} sent a letter"
  };
  private static final String[] SENTENCE = {
    "{qual} {things} near {town} were {act} {how}, {people} from {town} recall, {why}.",
    "{n} {people} {act} a {qual} {thing} {how}; {n} more {act} the {thing} in {town}.",
    "{why2} the {qual} {thing} of {town} was {act} {how}, {n} {people} short.",
    "In {town}, {people} {act} {n} {things} {how} and {act} another {why}.",
    "{Name}, a {role}, {act} the {thing} {how}, while {people} {act} its {qual} {thing}.",
    "{clos}, for {qual} {things} cost {n} crowns in {town} and {n} in {town}.",
    "Between {town} and {town} lie {n} {qual} {things}, each {act} {how} by {people}.",
    "Whoever {act} the {qual} {thing} had {n} {people}, a {thing} and {role} {Name} at hand.",
    "{Role} {Name} has {act} {qual} {things} in {town} {how}, {n} of them {why}.",
    "Records list {n} {things}: {qual}, {act} {how}, and {qual} ones {act} by {people}.",
    "{town} counts {n} {people}; {town}, {n}, who {act} every {qual} {thing} {how}.",
    "Neither {people} nor {people} {act} the {thing} {why}, though {Name} {act} one {how}.",
    "{How}, {people} {act} what {role} {Name} calls a {qual} {thing}, {why}.",
    "A {qual} {thing}, {n} {people} and one {role}: so {town} {act} its {thing} {why}."
  };
  private static final String[] QUOTE = {
    "No {thing} of ours was ever {act} {how}, and {n} {people} can swear to it",
    "Give {town} a {qual} {thing} and the {people} will ask for {n}",
    "We {act} the {thing} {why}; ask the {people} of {town}",
    "If the {qual} {thing} is {act}, then {n} {people} go {how}",
    "I have {act} {n} {things} and not one of them {how}"
  };
  private static final String[] LEAD = {
    "{Role} {A} {act} the {qual} {thing} of {town} {how} on {day}, {why}.",
    "The {thing} in {town} was {act} on {day} {how}; {role} {A} and {people} disagree {why}.",
    "{n} {people} watched {role} {A} as the {qual} {thing} was {act} near {town} on {day} {how}."
  };

  /**
   * What happened.
   *
   * @param number its number
   * @param person who speaks of it
   * @param town where
   * @param quotations what is quoted of it, whoever reports
   */
  public record Event(
      int number, String person, String role, String town, String thing, List<String> quotations) {

    /** Keeps its own copy of the list. */
    public Event {
      quotations = List.copyOf(quotations);
    }
  }

  private final long seed;

  /** A newsroom whose news the seed determines. */
  public Newsroom(long seed) {
    this.seed = seed;
  }

  /** The event of that number. */
  public Event event(int number) {
    Random random = random(1, number);
    List<String> quotations = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      quotations.add(fill(pick(random, QUOTE), random));
    }
    return new Event(
        number, name(random), pick(random, ROLE), town(random), pick(random, THING), quotations);
  }

  /** One writer's report of an event: its facts and quotations in sentences of the writer's own. */
  public Story report(Event event, int writer, int words) {
    Random random = random(2 + writer, event.number());
    List<String> paragraphs = new ArrayList<>();
    String lead =
        fill(
            pick(random, LEAD)
                .replace("{A}", event.person())
                .replaceFirst("\\{town\\}", event.town())
                .replaceFirst("\\{thing\\}", event.thing()),
            random);
    paragraphs.add(capital(lead));
    int count = lead.split(" ").length;
    int quoted = 0;
    while (count < words) {
      StringBuilder paragraph = new StringBuilder();
      int sentences = 1 + random.nextInt(3);
      for (int i = 0; i < sentences; i++) {
        paragraph.append(i == 0 ? "" : " ").append(capital(fill(pick(random, SENTENCE), random)));
      }
      if (quoted < event.quotations().size() && random.nextBoolean()) {
        paragraph
            .append(" “")
            .append(event.quotations().get(quoted++))
            .append(",” ")
            .append(event.person().substring(event.person().indexOf(' ') + 1))
            .append(' ')
            .append(pick(random, SAID))
            .append('.');
      }
      paragraphs.add(paragraph.toString());
      count += paragraph.toString().split(" ").length;
    }
    return new Story(
        "e" + event.number() + "w" + writer,
        "outlet-" + (event.number() * 7 + writer) % 97,
        capital(fill("{qual} {thing} {act} in {town}", random)),
        paragraphs,
        START.plus(Duration.ofMinutes(17L * event.number() + 60L * writer + 1)),
        List.of());
  }

  private Random random(int stream, int number) {
    return new Random(seed * 1_000_003 + stream * 7_919L + number * 104_729L);
  }

  private static String fill(String pattern, Random random) {
    Matcher matcher = SLOT.matcher(pattern);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String word =
          switch (matcher.group(1)) {
            case "qual" -> quality(random);
            case "thing" -> thing(random);
            case "things" -> thing(random) + "s";
            case "act" -> act(random);
            case "people" -> people(random);
            case "how" -> fill(pick(random, HOW), random);
            case "How" -> capital(fill(pick(random, HOW), random));
            case "why" -> fill(pick(random, WHY), random);
            case "why2" -> capital(fill(pick(random, WHY), random)) + ",";
            case "role" -> pick(random, ROLE);
            case "Role" -> capital(pick(random, ROLE));
            case "Name" -> name(random);
            case "town" -> town(random);
            case "n" -> Integer.toString(3 + random.nextInt(900));
            case "day" ->
                List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
                    .get(random.nextInt(5));
            case "clos" -> fill(pick(random, CLOSING), random);
            default -> throw new IllegalArgumentException(matcher.group());
          };
      matcher.appendReplacement(out, Matcher.quoteReplacement(word));
    }
    return matcher.appendTail(out).toString();
  }

  /**
   * Mostly with an invented word: short lists alone would make the same runs of words by chance, a
   * hundred times as often as two reports of real news share one.
   */
  private static String thing(Random random) {
    String thing = pick(random, THING);
    return random.nextInt(4) > 0 ? syllables(random, 2) + " " + thing : thing;
  }

  private static String quality(Random random) {
    String quality = pick(random, QUALITY);
    return random.nextInt(4) > 0 ? syllables(random, 2) + "ish, " + quality : quality;
  }

  private static String act(Random random) {
    return random.nextInt(4) > 0 ? syllables(random, 2) + "ed" : pick(random, ACT);
  }

  private static String people(Random random) {
    String people = pick(random, PEOPLE);
    return random.nextInt(4) > 0 ? capital(syllables(random, 2)) + "an " + people : people;
  }

  private static String name(Random random) {
    return pick(random, FIRST) + " " + capital(syllables(random, 3));
  }

  private static String town(Random random) {
    return capital(syllables(random, 2)) + pick(random, new String[] {"ovo", "grad", "stad", "ia"});
  }

  private static String syllables(Random random, int n) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < n; i++) {
      out.append(pick(random, SYLLABLES));
    }
    return out.toString();
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String pick(Random random, String[] of) {
    return of[random.nextInt(of.length)];
  }
}

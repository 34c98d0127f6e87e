package org.hearsay.entities;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * What an article calls things once it has named them: "the alliance", "the minister", "the
 * ministry"; and the holders of the offices that it names. Where two could be meant, neither is.
 */
final class Nominals {
  private static final double ANAPHOR = 0.7;
  private static final double NOMINAL = 0.6;
  private static final double HOLDER = 0.7;
  private static final double NAMED_HOLDER = 0.75;

  /** What somebody may be, besides a name. */
  static final Set<String> ROLES =
      Set.of(
          "minister",
          "president",
          "premier",
          "chancellor",
          "senator",
          "governor",
          "mayor",
          "ambassador",
          "envoy",
          "commander",
          "general",
          "colonel",
          "spokesman",
          "spokeswoman",
          "spokesperson",
          "secretary",
          "director",
          "chairman",
          "chairwoman",
          "judge",
          "prosecutor",
          "lawyer",
          "attorney",
          "lawmaker",
          "congressman",
          "congresswoman",
          "bishop",
          "patriarch",
          "pope",
          "king",
          "queen",
          "analyst",
          "professor",
          "historian",
          "journalist",
          "diplomat",
          "candidate",
          "nominee",
          "negotiator",
          "commissioner",
          "deputy",
          "sheriff",
          "captain",
          "economist",
          "activist",
          "billionaire",
          "businessman",
          "congressional",
          "speaker");

  private static final Map<String, String> ABBREVIATED =
      Map.of(
          "sen",
          "senator",
          "gov",
          "governor",
          "gen",
          "general",
          "col",
          "colonel",
          "amb",
          "ambassador",
          "prof",
          "professor");

  /** What makes two words one role. */
  static final Set<String> KINDS =
      Set.of("prime", "foreign", "defence", "defense", "interior", "finance", "justice", "vice");

  /** What a body may be, as the last word of its name and as a word for it. */
  static final Set<String> BODIES =
      Set.of(
          "ministry",
          "court",
          "commission",
          "agency",
          "committee",
          "tribunal",
          "council",
          "bank",
          "institute",
          "mission",
          "department",
          "bureau",
          "authority",
          "federation",
          "foundation",
          "university",
          "assembly",
          "parliament",
          "academy",
          "association");

  private static final Set<String> NOT_AFTER =
      Set.of("of", "for", "between", "with", "s", "in", "on", "at", "who", "that", "which");

  private static final Pattern NOT_THE_HOLDER =
      Pattern.compile(
          "(?i)\\b(?:an?|any|every|each|no|next|new|future|former|ex|past|previous|late|then|first|last"
              + "|another|other|some|old|prospective|potential|would-be|one-time|longtime|acting"
              + "|interim|deputy|vice|assistant|two|three|as|for|be|been|is|was|become|becomes|became|elected|named"
              + "|appointed)[\\s-]+$");

  private static final Pattern NOT_YET =
      Pattern.compile(
          "(?i)^(?:[\\s-]+(?:candidate|nominee|elect|hopeful|election|elections|race|contender|vote|post|job"
              + "|position)\\b|,? (?:at the time|back then)\\b)");

  private final Reading reading;
  private final String text;
  private final Catalogue catalogue;
  private final @Nullable LocalDate date;

  Nominals(Reading reading, Catalogue catalogue, @Nullable LocalDate date) {
    this.reading = reading;
    this.text = reading.text();
    this.catalogue = catalogue;
    this.date = date;
  }

  /** What the holder of an office is called: "minister" and "foreign minister". */
  static Set<String> roles(String office) {
    Set<String> roles = new HashSet<>();
    List<Words.Word> words = Words.of(office);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).folded();
      if (!ROLES.contains(word)) {
        continue;
      }
      String before = i > 0 ? words.get(i - 1).folded() : "";
      if (before.equals("vice")) {
        roles.add("vice president");
      } else if (KINDS.contains(before)) {
        roles.add(word);
        roles.add(before + " " + word);
        if (before.equals("prime")) {
          roles.add("premier");
        }
      } else {
        roles.add(word);
      }
      break;
    }
    return roles;
  }

  void find() {
    holders();
    anaphors();
    List<EntityMention> named = new ArrayList<>(reading.mentions());
    Map<String, List<EntityMention>> byRole = roles(named);
    bodies(named, byRole);
    if (!byRole.isEmpty()) {
      nominals(byRole);
    }
    new Groups(reading, catalogue).find();
  }

  /** The holder of an office that stands without a name, where it is known who that is. */
  private void holders() {
    List<EntityMention> offices =
        reading.mentions().stream().filter(m -> m.type() == EntityType.TITLE).toList();
    List<EntityMention> people = List.copyOf(reading.mentions());
    for (EntityMention office : offices) {
      @Nullable Entity entity =
          office.entityId() == null ? null : catalogue.entity(office.entityId()).orElse(null);
      if (entity == null
          || entity.holders().isEmpty()
          || besideName(office.span(), people)
          || ofSomeone(text, office.span())) {
        continue;
      }
      @Nullable Entity holder = holder(entity);
      if (holder != null) {
        boolean named = reading.mentions().stream().anyMatch(m -> holder.id().equals(m.entityId()));
        reading.addLoose(reading.mention(office.span(), holder, named ? NAMED_HOLDER : HOLDER));
      }
    }
  }

  /** Who held an office on the article's date; without a date, the only holder whom it names. */
  private @Nullable Entity holder(Entity office) {
    Set<String> found = new LinkedHashSet<>();
    for (Holder holder : office.holders()) {
      boolean then =
          date == null
              ? reading.mentions().stream().anyMatch(m -> holder.id().equals(m.entityId()))
              : holder.isOn(date);
      if (then) {
        found.add(holder.id());
      }
    }
    return found.size() == 1 ? catalogue.entity(found.iterator().next()).orElse(null) : null;
  }

  /** Whether an office is anybody's, or that of one who no longer or does not yet hold it. */
  static boolean ofSomeone(String text, Span span) {
    return NOT_THE_HOLDER
            .matcher(text.substring(Math.max(0, span.start() - 24), span.start()))
            .find()
        || NOT_YET
            .matcher(text.substring(span.end(), Math.min(text.length(), span.end() + 24)))
            .find();
  }

  /** Whether a person's name stands right before or after. */
  static boolean besideName(Span span, List<EntityMention> mentions) {
    for (EntityMention mention : mentions) {
      if (mention.type() != EntityType.PERSON) {
        continue;
      }
      int after = mention.span().start() - span.end();
      int before = span.start() - mention.span().end();
      if ((after >= 0 && after <= 2) || (before >= 0 && before <= ", the ".length())) {
        return true;
      }
    }
    return false;
  }

  /** "The alliance", where the article names one thing that is called so. */
  private void anaphors() {
    Map<String, Integer> named = new HashMap<>();
    for (EntityMention mention : reading.mentions()) {
      if (mention.entityId() != null) {
        named.merge(mention.entityId(), mention.span().start(), Math::min);
      }
    }
    if (named.isEmpty()) {
      return;
    }
    List<Words.Word> words = reading.words();
    for (int i = 0; i < words.size(); i++) {
      NameIndex.@Nullable Found found = catalogue.anaphors().longest(text, words, i);
      if (found == null || Groups.isOne(words.subList(i, i + found.size()))) {
        continue;
      }
      int last = i + found.size() - 1;
      Span span = new Span(words.get(i).span().start(), words.get(last).span().end());
      @Nullable Entity owner = null;
      int before = 0;
      int anywhere = 0;
      for (NameIndex.Name name : found.names()) {
        @Nullable Integer at = named.get(name.owner().id());
        if (at != null) {
          anywhere++;
          if (at < span.start()) {
            before++;
            owner = name.owner();
          } else if (before == 0) {
            owner = name.owner();
          }
        }
      }
      boolean one = before == 1 || (before == 0 && anywhere == 1);
      if (owner != null && one && !goesOn(last)) {
        if (reading.free(span)) {
          reading.add(reading.mention(span, owner, ANAPHOR));
        } else if (reading.holdsOnlyShorter(span)) {
          // "the NATO-led force" names NATO besides.
          reading.addLoose(reading.mention(span, owner, ANAPHOR));
        }
      }
    }
  }

  /** Whether what follows makes the words those for something else: "the alliance of mayors". */
  private boolean goesOn(int last) {
    List<Words.Word> words = reading.words();
    if (last + 1 >= words.size()) {
      return false;
    }
    Words.Word next = words.get(last + 1);
    boolean beside =
        next.span().start() - words.get(last).span().end() <= 2
            && text.substring(words.get(last).span().end(), next.span().start()).isBlank();
    if (beside && next.folded().equals("for")) {
      // "The Alliance for Progress"; but one asks the alliance for troops.
      return last + 2 < words.size() && words.get(last + 2).capitalised();
    }
    return beside && Set.of("of", "between", "with").contains(next.folded());
  }

  /** Who is introduced as what: "minister Milan Testovic", "Elena Markovic, the mayor". */
  private Map<String, List<EntityMention>> roles(List<EntityMention> named) {
    Map<String, List<EntityMention>> roles = new LinkedHashMap<>();
    for (EntityMention mention : named) {
      if (mention.type() != EntityType.PERSON) {
        continue;
      }
      Set<String> known = introduced(mention.span());
      if (mention.entityId() != null) {
        known.addAll(catalogue.roles(mention.entityId(), date));
      }
      for (String role : known) {
        roles.computeIfAbsent(role, key -> new ArrayList<>()).add(mention);
      }
    }
    return roles;
  }

  private Set<String> introduced(Span name) {
    Set<String> roles = new HashSet<>();
    List<Words.Word> words = reading.words();
    int at = reading.word(name.start());
    // "Foreign Minister Ivica Dacic", "its director, Elena Markovic,"
    if (at > 0 && gap(words.get(at - 1), name.start()).matches("\\.?,?\\s+")) {
      addRole(roles, at - 1);
    }
    // "Elena Markovic, the mayor of Lakeside, …"
    int next = reading.word(name.end());
    if (next < words.size()
        && text.substring(name.end(), words.get(next).span().start()).matches(",\\s+")) {
      for (int i = next; i < Math.min(words.size(), next + 7); i++) {
        Words.Word word = words.get(i);
        if (i > next && !gap(words.get(i - 1), word.span().start()).isBlank()) {
          String between = gap(words.get(i - 1), word.span().start());
          if (!between.matches("['’-]")) {
            break;
          }
        }
        if (ROLES.contains(word.folded())) {
          addRole(roles, i);
          break;
        }
        if (Set.of("who", "said", "says", "told", "whose", "and").contains(word.folded())) {
          break;
        }
      }
    }
    return roles;
  }

  private String gap(Words.Word left, int right) {
    return right < left.span().end() ? "" : text.substring(left.span().end(), right);
  }

  private void addRole(Set<String> roles, int at) {
    List<Words.Word> words = reading.words();
    String role = ABBREVIATED.getOrDefault(words.get(at).folded(), words.get(at).folded());
    boolean former =
        (at > 0 && Set.of("former", "ex", "then", "late").contains(words.get(at - 1).folded()))
            || (at > 1 && Set.of("former", "ex").contains(words.get(at - 2).folded()));
    if (!ROLES.contains(role) || former) {
      return;
    }
    roles.add(role);
    if (role.equals("premier")) {
      roles.add("prime minister");
    }
    if (at > 0 && KINDS.contains(words.get(at - 1).folded())) {
      String longer = words.get(at - 1).folded() + " " + role;
      roles.add(longer);
      if (longer.equals("prime minister")) {
        roles.add("premier");
      }
    }
  }

  /** What is a ministry, by the last word of its name. */
  private void bodies(List<EntityMention> named, Map<String, List<EntityMention>> byRole) {
    for (EntityMention mention : named) {
      if (mention.type() != EntityType.ORGANIZATION && mention.type() != EntityType.MISSION) {
        continue;
      }
      List<Words.Word> words = Words.of(mention.name());
      for (Words.Word word : words) {
        if (words.size() > 1 && BODIES.contains(word.folded())) {
          byRole.computeIfAbsent(word.folded(), key -> new ArrayList<>()).add(mention);
        }
      }
    }
  }

  private void nominals(Map<String, List<EntityMention>> byRole) {
    List<Words.Word> words = reading.words();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (!words.get(i).folded().equals("the")) {
        continue;
      }
      int last = i + 1;
      String role = words.get(last).folded();
      if (KINDS.contains(role) && i + 2 < words.size()) {
        last = i + 2;
        role = role + " " + words.get(last).folded();
      }
      @Nullable List<EntityMention> candidates = byRole.get(role);
      Span span = new Span(words.get(i).span().start(), words.get(last).span().end());
      boolean whole =
          text.substring(span.start(), span.end()).matches("\\p{L}+(?:\\s\\p{L}+){1,2}");
      if (candidates == null || !whole || !reading.free(span) || modified(reading, last)) {
        continue;
      }
      Map<String, EntityMention> meant = new LinkedHashMap<>();
      for (EntityMention candidate : candidates) {
        if (candidate.span().end() <= span.start()) {
          meant.putIfAbsent(candidate.clusterId(), candidate);
        }
      }
      if (meant.size() == 1) {
        EntityMention one = meant.values().iterator().next();
        reading.add(
            new EntityMention(
                span, span.of(text), one.type(), one.entityId(), one.name(), NOMINAL));
      }
    }
  }

  /** Whether the words after a noun say which one, or make it a part of a longer name. */
  static boolean modified(Reading reading, int last) {
    List<Words.Word> words = reading.words();
    if (last + 1 >= words.size()) {
      return false;
    }
    Words.Word next = words.get(last + 1);
    String between = reading.text().substring(words.get(last).span().end(), next.span().start());
    if (between.matches("['’-]")) {
      return !next.folded().equals("s");
    }
    if (!between.isBlank()) {
      return false;
    }
    return next.capitalised() || NOT_AFTER.contains(next.folded()) || ROLES.contains(next.folded());
  }
}

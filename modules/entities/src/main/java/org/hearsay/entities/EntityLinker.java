package org.hearsay.entities;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds the things that an article names: those in a catalogue, and the names that the recogniser
 * found besides. Pronouns are left alone. May be used by many threads at once.
 *
 * <p>Mentions are in order. One may lie within another: a country within the name of one of its
 * bodies, an office or a description.
 */
public final class EntityLinker {
  private static final double NAMED = 0.95;
  private static final double LOWER_CASE = 0.8;
  private static final double BY_CONTEXT = 0.8;
  private static final double INFLECTED = 0.85;
  private static final double ACTING = 0.85;
  private static final double DESCRIBED = 0.6;

  private static final Pattern DRAFT_BEFORE =
      Pattern.compile(
          "(?i)\\b(?:veto(?:ed|es|ing)?|draft(?:ed|ing)?|propos(?:al|ed?|es|ing)|reject(?:ed|s|ing)?"
              + "|block(?:ed|s|ing)?|tabled|circulat(?:ed|es|ing)|submit(?:ted|s)?|sponsor(?:ed|s|ing)?"
              + "|co-sponsor(?:ed|s|ing)?|seek(?:s|ing)?|sought|wants?|wanted|push(?:ed|es|ing)? for"
              + "|call(?:ed|s|ing)? for|no|new|another|similar|planned|possible|future)\\W+(?:\\w+\\W+){0,3}$");
  private static final Pattern DRAFT_AFTER =
      Pattern.compile(
          "(?i)^\\W+(?:(?:that|which) )?(?:(?:was|were|has been|had been|is being) )?(?:\\w+ )?"
              + "(?:vetoed|blocked|rejected|voted down|drafted|tabled|failed)\\b");

  /** How Serbian and Russian titles begin that stand before a name. */
  private static final List<String> SLAVIC_TITLES =
      List.of(
          "predsed",
          "predsjed",
          "premijer",
          "prezident",
          "minist",
          "kancelar",
          "lider",
          "general",
          "gospod",
          "patrijarh",
          "senator",
          "premer");

  /** How many words a description may have before its head. */
  private static final int HEAD_WITHIN = 24;

  private static final Pattern REPORTS_BEFORE =
      Pattern.compile(
          "(?i)\\b(?:according to|told|by|via|citing|cites?|cited|quoting|quoted|interview (?:with|to)"
              + "|newspapers?|daily|weekly|tabloid|magazine|agency|broadcaster|channel|portal|website"
              + "|outlets?|report(?:er|s|ed)? (?:for|by|in|from)|writing (?:in|for)|journalists? (?:for|at|from|of)"
              + "|columnists? (?:for|at)|published (?:in|by)|wrote in|said in|correspondent for"
              + "|editor (?:of|at)|spoke to|speaking to|told to|statement to|confirmed to|issue of|edition of"
              + "|(?:outlets|media|newspapers|magazines) (?:such as|like|including)"
              + "|appeared in|op-ed in|cover of)\\s+(?:the\\s+)?[“\"]?$");
  private static final Pattern REPORTS_AFTER =
      Pattern.compile(
          "(?i)^[”\"]?(?:['’]s)?[,]?\\s+(?:(?:has|have|had|later|first|also|previously|earlier|recently)\\s+){0,2}"
              + "(?:report(?:s|ed|er|ing)?|says|said|writes|wrote|noted|notes|quot(?:es|ed|ing)"
              + "|cit(?:es|ed|ing)|citing|told|publish(?:es|ed)|claim(?:s|ed)|reveal(?:s|ed)|magazine|newspaper"
              + "|daily|weekly|news agency|agency|TV|television|radio|portal|website|correspondents?"
              + "|journalists?|editors?|editorial|article|interview|poll|columnist|broadcast(?:s|er)?|that\\b)\\b");

  /** "RT this": repeat it. */
  private static final Pattern REPEAT_AFTER =
      Pattern.compile(
          "^\\s(?:(?:this|if|to|please|pls|it|the|and\\s(?:share|like|follow|spread|tag|comment))\\b"
              + "|\\p{P}*\\s*$)");

  private static final Pattern REPEATED_FROM = Pattern.compile("^:?\\s@");

  /** Where a sentence orders something, or a verb stands. */
  private static final Pattern REPEAT_BEFORE =
      Pattern.compile(
          "(?i)(?:^|[.!?:;,\"“”(\\n]\\s?|\\b(?:and|to|can|could|will|would|must|should|you|we|i|just|also"
              + "|then|don['’]t|not|friends|folks)\\s)$");

  private static final Pattern PLEASE = Pattern.compile("(?i)\\b(?:please|pls|plz)\\s+$");

  /** Where a place stands and a person does not: Milan is both. */
  private static final Pattern IN_BEFORE =
      Pattern.compile(
          "(?i)\\b(?:in|to|from|near|at|of|around|outside|into|through|via|towards?|across|between|and|or)\\s+$");

  private static final Pattern BROADCASTER =
      Pattern.compile("^[-\\s]?(?:TV|FM|AM|Radio|Channel)\\b");

  /** What stands before the senates, courts and assemblies of parts of a country. */
  private static final Set<String> OF_A_PART =
      Set.of("state", "county", "city", "municipal", "provincial", "regional", "cantonal");

  private static final Set<String> STATES =
      Set.of(
          "idaho",
          "montana",
          "georgia",
          "texas",
          "ohio",
          "kentucky",
          "illinois",
          "maine",
          "ontario",
          "minnesota",
          "missouri",
          "oregon",
          "virginia",
          "pennsylvania",
          "indiana",
          "iowa",
          "nebraska",
          "tennessee",
          "oklahoma",
          "kansas",
          "alabama",
          "mississippi",
          "louisiana",
          "wisconsin",
          "michigan",
          "connecticut",
          "massachusetts",
          "vermont",
          "maryland",
          "delaware",
          "florida",
          "utah",
          "nevada",
          "arizona",
          "colorado",
          "california",
          "wyoming",
          "arkansas",
          "alaska",
          "hawaii");

  /** What makes a place's name that of something else. */
  private static final Set<String> NOT_THE_PLACE =
      Set.of(
          "sprouts",
          "sprout",
          "mule",
          "waffle",
          "waffles",
          "griffon",
          "state",
          "sausage",
          "Monument",
          "Tribune",
          "Times",
          "Post",
          "Herald",
          "Gazette",
          "Chronicle",
          "Examiner",
          "Observer",
          "Inquirer",
          "Ledger",
          "Courier",
          "Journal",
          "News",
          "Review",
          "Dispatch",
          "Mail",
          "Standard",
          "Sentinel",
          "Bulletin",
          "Mercury",
          "Wire",
          "Notebook",
          "Redskins",
          "Vikings",
          "Panthers",
          "Steelers",
          "Eagles",
          "Patriots",
          "Dodgers",
          "Yankees",
          "Nationals",
          "Capitals",
          "Wizards",
          "Commanders",
          "Hilton",
          "Marathon",
          "Bulls",
          "Cubs",
          "Bears",
          "Stakes");

  private final Catalogue catalogue;

  /** Links to what {@code catalogue} knows. */
  public EntityLinker(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The mentions of a text of no known date, by where they stand. */
  public List<EntityMention> link(AnnotatedText text) {
    return link(text, null);
  }

  /**
   * The mentions of a text, by where they stand.
   *
   * @param date the day on which it was written, which says who held an office; null where that is
   *     not known
   */
  public List<EntityMention> link(AnnotatedText text, @Nullable LocalDate date) {
    return new Article(new Reading(text, catalogue.names()), date).link();
  }

  /** What is known of one article while it is read. */
  private final class Article {
    private final Reading reading;
    private final String text;
    private final @Nullable LocalDate date;
    private final Names names;

    /** Where names of treaties stand. */
    private final BitSet within = new BitSet();

    Article(Reading reading, @Nullable LocalDate date) {
      this.reading = reading;
      this.text = reading.text();
      this.date = date;
      this.names = new Names(reading, catalogue);
    }

    List<EntityMention> link() {
      for (Instruments.Found found : Instruments.resolutions(text, catalogue)) {
        instrument(found);
      }
      List<Instruments.Found> treaties = Instruments.treaties(text);
      treaties.forEach(treaty -> within.set(treaty.span().start(), treaty.span().end()));
      catalogued();
      for (Instruments.Found found : treaties) {
        if (reading.free(found.span())) {
          instrument(found);
        } else if (reading.holdsOnlyShorter(found.span())
            && reading.mentions().stream()
                .filter(m -> m.span().overlaps(found.span()))
                .noneMatch(m -> m.type() == EntityType.LEGAL_INSTRUMENT)) {
          reading.addLoose(mention(found));
        }
      }
      names.acronyms();
      names.recognised();
      described();
      new Nominals(reading, catalogue, date).find();
      List<EntityMention> mentions = new ArrayList<>(reading.mentions());
      mentions.sort(Comparator.comparing(EntityMention::span));
      return List.copyOf(mentions);
    }

    private void instrument(Instruments.Found found) {
      reading.add(mention(found));
    }

    private EntityMention mention(Instruments.Found found) {
      return new EntityMention(
          found.span(),
          found.span().of(text),
          EntityType.LEGAL_INSTRUMENT,
          found.id(),
          found.name(),
          found.confidence());
    }

    private void catalogued() {
      List<Words.Word> words = reading.words();
      int at = 0;
      int most = words.size();
      while (at < words.size()) {
        NameIndex.@Nullable Found found = catalogue.names().longest(text, words, at, most);
        if (found == null) {
          found = inflected(words, at, most);
        }
        if (found == null) {
          at++;
          most = words.size();
          continue;
        }
        if (catalogued(words, at, found)) {
          at += found.size();
          most = words.size();
        } else {
          most = found.size() - 1;
        }
      }
    }

    /** The names at a place in another case than the catalogue's. */
    private NameIndex.@Nullable Found inflected(List<Words.Word> words, int at, int most) {
      Words.Word word = words.get(at);
      boolean maybe =
          reading.mayBeSlavic() && word.capitalised() && Inflection.mayBe(word.folded());
      if (!maybe) {
        return null;
      }
      NameIndex.@Nullable Found found = catalogue.names().inflected(text, words, at, most);
      if (found == null) {
        return null;
      }
      boolean slavic = false;
      for (int i = at; i < at + found.size(); i++) {
        slavic |= reading.mayBeSlavic(i);
      }
      return slavic ? found : null;
    }

    /** Whether the names at a place take it: a shorter one may stand there otherwise. */
    private boolean catalogued(List<Words.Word> words, int at, NameIndex.Found found) {
      Words.Word last = words.get(at + found.size() - 1);
      int end = last.span().end();
      boolean dotted =
          end < text.length() && text.charAt(end) == '.' && last.span().of(text).indexOf('.') > 0;
      Span span = new Span(words.get(at).span().start(), dotted ? end + 1 : end);
      if (!reading.free(span)) {
        return false;
      }
      @Nullable Sentence sentence = reading.sentence(span.start());
      @Nullable Choice choice =
          sentence == null
              ? null
              : found.inflected() ? inflected(span, found) : choose(sentence, span, found);
      return sentence != null && choice != null && add(sentence, span, choice, found);
    }

    /**
     * Adds a catalogued name.
     *
     * @return whether it takes its place: shorter names stand within that of an office or an event
     */
    private boolean add(Sentence sentence, Span span, Choice choice, NameIndex.Found found) {
      Entity entity = choice.entity();
      if (entity.type() == EntityType.PLACE && within.get(span.start())) {
        // "The Treaty of Rome" is not about the town.
        return false;
      }
      double confidence =
          found.lowerCase() ? Math.min(LOWER_CASE, choice.confidence()) : choice.confidence();
      @Nullable String actsFor = entity.actsFor();
      if (actsFor != null && !found.inflected() && Capitals.acts(sentence, span)) {
        Entity actor = catalogue.entity(actsFor).orElse(entity);
        reading.add(reading.mention(span, actor, Math.min(ACTING, confidence)));
        return true;
      }
      boolean loose = entity.type() == EntityType.TITLE || entity.type() == EntityType.EVENT;
      if (loose) {
        reading.addLoose(reading.mention(span, entity, confidence));
      } else {
        reading.add(reading.mention(span, entity, confidence));
      }
      return !loose;
    }

    private record Choice(Entity entity, double confidence) {}

    /**
     * Whose an inflected name is, or null where it may be another's: "Лаврова" after a first name
     * is a woman.
     */
    private @Nullable Choice inflected(Span span, NameIndex.Found found) {
      Entity owner = found.names().get(0).owner();
      if (owner.type() == EntityType.PERSON && found.size() == 1) {
        List<Words.Word> before = reading.before(span, 1);
        if (!before.isEmpty() && before.get(0).capitalised()) {
          String word = before.get(0).folded();
          if (SLAVIC_TITLES.stream().noneMatch(word::startsWith)) {
            return null;
          }
        }
      }
      return new Choice(owner, INFLECTED);
    }

    /** Which of the things that have a name is meant, or null for none of them. */
    private @Nullable Choice choose(Sentence sentence, Span span, NameIndex.Found found) {
      if (misread(sentence, span, found)) {
        return null;
      }
      @Nullable Entity titled = titled(span, found);
      if (titled != null) {
        return new Choice(titled, BY_CONTEXT);
      }
      @Nullable Entity plain = null;
      @Nullable Entity best = null;
      int bestScore = 0;
      boolean tie = false;
      for (NameIndex.Name name : found.names()) {
        Entity owner = name.owner();
        boolean own =
            owner.type() != EntityType.PERSON || found.size() > 1 || names.isSurname(span, owner);
        if (!own) {
          continue;
        }
        switch (name.use()) {
          case PLAIN -> plain = plain == null ? owner : plain;
          case BARE -> plain = plain == null && standsAlone(span) ? owner : plain;
          case SHARED -> {
            // "The Congress of Mayors" is none of those that are simply called the Congress.
            boolean anothers = owner.type() == EntityType.ORGANIZATION && !standsAlone(span);
            int score = anothers ? 0 : score(owner, span);
            tie = score > 0 && score == bestScore;
            if (score > bestScore) {
              best = owner;
              bestScore = score;
            }
          }
        }
      }
      if (plain != null && (best == null || score(plain, span) >= bestScore)) {
        return new Choice(plain, NAMED);
      }
      return best == null || tie ? null : new Choice(best, BY_CONTEXT);
    }

    /** "President Clinton": of several persons of a surname, the one who held such an office. */
    private @Nullable Entity titled(Span span, NameIndex.Found found) {
      if (found.size() > 1 || found.names().size() < 2) {
        return null;
      }
      List<Words.Word> before = reading.before(span, 1);
      if (before.isEmpty()) {
        return null;
      }
      @Nullable Entity titled = null;
      for (NameIndex.Name name : found.names()) {
        String title = before.get(0).folded();
        if (Names.TITLES.contains(title) && catalogue.held(name.owner().id()).contains(title)) {
          if (titled != null) {
            return null;
          }
          titled = name.owner();
        }
      }
      return titled;
    }

    private int score(Entity entity, Span span) {
      if (entity.type() == EntityType.OUTLET) {
        return reports(span) ? 2 : 0;
      }
      int score = 0;
      for (String context : entity.context()) {
        boolean all = true;
        for (Words.Word word : Words.of(context)) {
          all &= reading.vocabulary().contains(word.folded());
        }
        score += all ? 1 : 0;
      }
      // "The Lake Ferry Union (LFU)": the article gives the name that no one else has.
      boolean body =
          entity.type() == EntityType.ORGANIZATION || entity.type() == EntityType.MISSION;
      boolean named =
          body
              && entity.name().indexOf(' ') > 0
              && !entity.shared().contains(entity.name())
              && text.contains(entity.name());
      return named ? score + 1 : score;
    }

    private boolean reports(Span span) {
      return REPORTS_BEFORE
              .matcher(text.substring(Math.max(0, span.start() - 40), span.start()))
              .find()
          || REPORTS_AFTER
              .matcher(text.substring(span.end(), Math.min(text.length(), span.end() + 60)))
              .find();
    }

    /** Whether no other name says whose it is: "Russia's Security Council", "House of Peers". */
    private boolean standsAlone(Span span) {
      List<Words.Word> before = reading.before(span, 1);
      int start = span.start();
      boolean possessed =
          start > 2 && text.substring(Math.max(0, start - 4), start).matches("(?s).*['’]s?\\s$");
      if (possessed) {
        return false;
      }
      if (!before.isEmpty()) {
        Words.Word word = before.get(0);
        @Nullable Sentence sentence = reading.sentence(word.span().start());
        boolean opens = sentence != null && sentence.span().start() == word.span().start();
        boolean other =
            word.capitalised()
                && Character.isLetter(word.text().codePointAt(0))
                && !(opens && word.text().length() < 6);
        if ((other && !word.folded().equals("the")) || OF_A_PART.contains(word.folded())) {
          return false;
        }
      }
      return !text.substring(span.end(), Math.min(text.length(), span.end() + 24))
          .matches("(?s)\\s+of\\s+(?:the\\s+)?(?!United|US|UN)\\p{Lu}.*");
    }

    /** Whether a matched name is a verb, a pronoun, or a part of somebody else's name. */
    private boolean misread(Sentence sentence, Span span, NameIndex.Found found) {
      NameIndex.Name name = found.names().get(0);
      EntityType type = name.owner().type();
      if (found.size() == 1 && name.words().get(0).allCapitals()) {
        int at = Reading.token(sentence, span.start());
        String tag = at < sentence.tokens().size() ? sentence.tokens().get(at).tag() : "";
        if (tag.startsWith("VB")
            || tag.startsWith("PRP")
            || tag.equals("UH")
            || shouted(sentence, span)) {
          return true;
        }
      }
      String after = text.substring(span.end(), Math.min(text.length(), span.end() + 16));
      String before = text.substring(Math.max(0, span.start() - 12), span.start());
      if (span.of(text).equals("RT")
          && (PLEASE.matcher(before).find()
              || REPEATED_FROM.matcher(after).find()
              || (REPEAT_AFTER.matcher(after).find() && REPEAT_BEFORE.matcher(before).find()))) {
        return true;
      }
      if (type == EntityType.MISSION && BROADCASTER.matcher(after).find()) {
        return true;
      }
      // "Danas" and "Vreme" begin Serbian sentences as words.
      boolean opens =
          sentence.span().start() == span.start() || before.matches("(?s).*[;:.!?“„\"(]\\s?");
      boolean slavic = reading.mayBeSlavic() && reading.mayBeSlavic(reading.word(span.start()));
      if (type == EntityType.OUTLET && opens && found.size() == 1 && slavic) {
        return true;
      }
      // "US$" is money, and the "E.C." of "S.E.C." no commission.
      if (after.startsWith("$") || before.matches("(?s).*\\p{L}\\.")) {
        return true;
      }
      if (type == EntityType.PLACE || type == EntityType.COUNTRY) {
        Words.@Nullable Word next = reading.after(span);
        if (next != null && NOT_THE_PLACE.contains(next.text())) {
          return true;
        }
        Matcher comma = Pattern.compile("^,\\s+(\\p{Lu}\\p{L}+)").matcher(after);
        // "Moscow, Idaho"; but "Ohio, Florida" are two states.
        if (type == EntityType.PLACE
            && !STATES.contains(span.of(text).toLowerCase(Locale.ROOT))
            && comma.find()
            && STATES.contains(comma.group(1).toLowerCase(Locale.ROOT))) {
          return true;
        }
        // "Trending Today USA" is somebody's name.
        if (span.of(text).equals("USA") && followsName(sentence, span)) {
          return true;
        }
        if (found.size() == 1 && names.isFirstName(span) && !IN_BEFORE.matcher(before).find()) {
          return true;
        }
      }
      return names.belongsToAnother(span, found);
    }

    /** Whether a capitalised word that is no title of its own stands right before. */
    private boolean followsName(Sentence sentence, Span span) {
      List<Words.Word> before = reading.before(span, 1);
      return !before.isEmpty()
          && before.get(0).capitalised()
          && !before.get(0).allCapitals()
          && before.get(0).span().start() > sentence.span().start();
    }

    /** "THE WHO": where all is in capitals, capitals do not tell an acronym from a word. */
    private boolean shouted(Sentence sentence, Span span) {
      if (span.length() > 3) {
        return false;
      }
      int others = 0;
      for (Token token : sentence.tokens()) {
        String word = token.text();
        if (word.length() > 3 && Character.isLetter(word.charAt(0))) {
          if (!word.equals(word.toUpperCase(Locale.ROOT))) {
            return false;
          }
          others++;
        }
      }
      return others >= 1;
    }

    private void described() {
      String lowerCase = text.toLowerCase(Locale.ROOT);
      Map<String, BitSet> starts = new HashMap<>();
      List<Candidate> undated = new ArrayList<>();
      for (Catalogue.Described each : catalogue.described()) {
        Description description = each.description();
        boolean dated = description.isDated();
        boolean other = dated && date != null && !description.isOn(date);
        if (other || !description.mayBeIn(lowerCase)) {
          continue;
        }
        Matcher matcher = each.pattern().matcher(text);
        @Nullable String head = description.head();
        List<Span> found =
            head == null
                ? anywhere(matcher)
                : at(starts.computeIfAbsent(head, this::before), matcher);
        for (Span span : found) {
          if (dated && date == null) {
            undated.add(new Candidate(each.entity(), span));
          } else {
            described(each.entity(), span);
          }
        }
      }
      undated(undated);
    }

    private record Candidate(Entity entity, Span span) {}

    /**
     * What words mean at some times only, in a text of no known date: the only one of those that
     * they could mean which the text names.
     */
    private void undated(List<Candidate> candidates) {
      Set<String> named = new HashSet<>();
      for (EntityMention mention : reading.mentions()) {
        if (mention.entityId() != null) {
          named.add(mention.entityId());
        }
      }
      for (Candidate each : candidates) {
        boolean another =
            candidates.stream()
                .anyMatch(
                    c ->
                        c.span().overlaps(each.span())
                            && !c.entity().id().equals(each.entity().id())
                            && named.contains(c.entity().id()));
        if (named.contains(each.entity().id()) && !another) {
          described(each.entity(), each.span());
        }
      }
    }

    private static List<Span> anywhere(Matcher matcher) {
      List<Span> found = new ArrayList<>();
      while (matcher.find()) {
        found.add(new Span(matcher.start(), matcher.end()));
      }
      return found;
    }

    /** The words with which what has a head may begin: a search at every letter takes too long. */
    private BitSet before(String head) {
      BitSet starts = new BitSet();
      List<Words.Word> first = Words.of(head);
      List<Words.Word> words = reading.words();
      for (int i = 0; i < words.size(); i++) {
        if (first.isEmpty() || words.get(i).folded().startsWith(first.get(0).folded())) {
          starts.set(Math.max(0, i - HEAD_WITHIN), i + 1);
        }
      }
      return starts;
    }

    private List<Span> at(BitSet starts, Matcher matcher) {
      List<Span> found = new ArrayList<>();
      matcher.useTransparentBounds(true);
      int end = 0;
      for (int i = starts.nextSetBit(0); i >= 0; i = starts.nextSetBit(i + 1)) {
        int from = reading.words().get(i).span().start();
        if (from >= end && matcher.region(from, text.length()).lookingAt()) {
          end = matcher.end();
          found.add(new Span(from, end));
        }
      }
      return found;
    }

    private void described(Entity entity, Span span) {
      boolean known =
          reading.mentions().stream()
              .anyMatch(m -> entity.id().equals(m.entityId()) && m.span().overlaps(span));
      boolean other =
          switch (entity.type()) {
            case LEGAL_INSTRUMENT -> isDraft(span);
            case PERSON ->
                Nominals.ofSomeone(text, span) || Nominals.besideName(span, reading.mentions());
            default -> false;
          };
      if (!known && !other && span.length() > 0) {
        reading.addLoose(reading.mention(span, entity, DESCRIBED));
      }
    }

    /** Whether what is described was only proposed: "vetoed a UN resolution demanding …". */
    private boolean isDraft(Span span) {
      return DRAFT_BEFORE
              .matcher(text.substring(Math.max(0, span.start() - 60), span.start()))
              .find()
          || DRAFT_AFTER
              .matcher(text.substring(span.end(), Math.min(text.length(), span.end() + 40)))
              .find();
    }
  }
}

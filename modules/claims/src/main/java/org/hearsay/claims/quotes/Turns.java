package org.hearsay.claims.quotes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.claims.document.Document;
import org.hearsay.claims.reading.Attribution;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The turns of an interview or a transcript that is printed as one: paragraphs that begin with who
 * speaks and a colon. What follows is a direct quotation without marks.
 *
 * <p>"Update:", "Where:" and "Price:" begin paragraphs, too. A conversation therefore needs two who
 * speak, one of them twice, in whole sentences; and answers to "Q:" that nobody signs need an "I"
 * or a "we", since outlets explain the news to readers in questions and answers of their own.
 */
public final class Turns {
  private static final double CONFIDENCE = .8;

  private static final int FEWEST_TURNS = 3;

  /** Of letters, a turn, on average: "Lind: 1,769." is a result. */
  private static final int FEWEST_WORDS = 3;

  /** In paragraphs; what follows more of them is another conversation. */
  private static final int LONGEST_TURN = 3;

  private static final Pattern SENTENCE = Pattern.compile("(?s).*[.!?…][\"”’»)\\]]*\\s*");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  /** One paragraph that says who speaks; the span of its words may grow by those that follow. */
  private record Turn(int paragraph, Span label, Span colon, List<Span> words) {}

  private final TurnMarks marks;
  private final String text;
  private final Document document;
  private final List<Span> paragraphs;
  private final List<Attribution> attributions = new ArrayList<>();
  private final Set<Span> colons = new HashSet<>();
  private final Set<Span> spoken = new HashSet<>();
  private final Map<Span, Span> named = new LinkedHashMap<>();

  /** The turns of one text. */
  public Turns(TurnMarks marks, Document document, List<Span> paragraphs) {
    this.marks = marks;
    this.text = document.text();
    this.document = document;
    this.paragraphs = paragraphs;
    for (List<Turn> turns : stretches(turns())) {
      if (isConversation(turns)) {
        attribute(turns);
      }
    }
  }

  /** The turns of those who are named, and the answers of the one who is asked. */
  public List<Attribution> attributions() {
    return attributions;
  }

  /** Whether a paragraph belongs to a turn, whoever speaks. */
  public boolean hold(Span paragraph) {
    return spoken.contains(paragraph);
  }

  /** Whether an attribution is a turn: its words are direct speech, though no marks say so. */
  public boolean isTurn(Attribution attribution) {
    return colons.contains(attribution.cue());
  }

  /** Where the conversation, or the text before it, names a turn's source best. */
  public Span named(Span source) {
    return named.getOrDefault(source, source);
  }

  private List<Turn> turns() {
    List<Turn> turns = new ArrayList<>();
    for (int p = 0; p < paragraphs.size(); p++) {
      Span paragraph = paragraphs.get(p);
      Matcher matcher = marks.label().matcher(text).region(paragraph.start(), paragraph.end());
      if (matcher.lookingAt()) {
        List<Span> words = new ArrayList<>();
        words.add(trimmed(matcher.end(), paragraph.end()));
        turns.add(
            new Turn(
                p,
                new Span(matcher.start(1), matcher.end(1)),
                new Span(matcher.start(2), matcher.end(2)),
                words));
      }
    }
    return turns;
  }

  /** Turns that follow each other, with no more than a few paragraphs between two. */
  private static List<List<Turn>> stretches(List<Turn> turns) {
    List<List<Turn>> stretches = new ArrayList<>();
    int last = -1;
    for (Turn turn : turns) {
      if (last < 0 || turn.paragraph() - last > LONGEST_TURN) {
        stretches.add(new ArrayList<>());
      }
      stretches.get(stretches.size() - 1).add(turn);
      last = turn.paragraph();
    }
    return stretches;
  }

  private Span trimmed(int start, int end) {
    int last = end;
    while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return new Span(start, last);
  }

  /** Who a label means: a title or a first name may be left out later. */
  private String key(Turn turn) {
    String label = turn.label().of(text).toLowerCase(Locale.ROOT);
    return label.substring(label.lastIndexOf(' ') + 1);
  }

  private boolean asks(Turn turn) {
    return marks.question().matcher(turn.label().of(text)).matches();
  }

  private boolean answers(Turn turn) {
    return marks.answer().matcher(turn.label().of(text)).matches();
  }

  private boolean isConversation(List<Turn> turns) {
    if (turns.size() < FEWEST_TURNS) {
      return false;
    }
    Map<String, Integer> count = new LinkedHashMap<>();
    int sentences = 0;
    int said = 0;
    boolean signed = true;
    boolean first = false;
    for (Turn turn : turns) {
      count.merge(key(turn), 1, Integer::sum);
      String words = turn.words().get(0).of(text);
      sentences += SENTENCE.matcher(words).matches() ? 1 : 0;
      said += (int) WORD.matcher(words).results().count();
      if (answers(turn)) {
        signed = false;
        first |= marks.firstPerson().matcher(words).find();
      }
    }
    boolean again = count.values().stream().anyMatch(n -> n > 1);
    // A list has a label a line; a conversation returns to those who are in it.
    boolean few = 2 * count.size() <= turns.size() + 1;
    return count.size() > 1
        && again
        && few
        && sentences * 5 >= turns.size() * 4
        && said >= turns.size() * FEWEST_WORDS
        && (signed || first);
  }

  private void attribute(List<Turn> turns) {
    @Nullable Span asked = asked(paragraphs.get(turns.get(0).paragraph()).start());
    Map<String, Span> fullest = fullest(turns);
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      spoken.add(paragraphs.get(turn.paragraph()));
      int next = i + 1 < turns.size() ? turns.get(i + 1).paragraph() : -1;
      for (int p = turn.paragraph() + 1; p < next; p++) {
        Span words = trimmed(paragraphs.get(p).start(), paragraphs.get(p).end());
        if (words.length() > 0) {
          turn.words().add(words);
        }
        spoken.add(paragraphs.get(p));
      }
      if (!asks(turn)) {
        attributions.add(
            new Attribution(turn.colon(), List.of(turn.label()), turn.words(), CONFIDENCE));
        colons.add(turn.colon());
        Span longest = fullest.getOrDefault(key(turn), turn.label());
        boolean own = turn.label().length() == longest.length();
        named.put(
            turn.label(), answers(turn) && asked != null ? asked : own ? turn.label() : longest);
      }
    }
  }

  /** The longest label of those that end alike, the first of several. */
  private Map<String, Span> fullest(List<Turn> turns) {
    Map<String, Span> fullest = new HashMap<>();
    for (Turn turn : turns) {
      fullest.merge(
          key(turn), turn.label(), (one, other) -> other.length() > one.length() ? other : one);
    }
    return fullest;
  }

  /** The only person whom the text names before a conversation; null for none or several. */
  private @Nullable Span asked(int before) {
    @Nullable EntityMention only = null;
    for (EntityMention mention : document.mentions()) {
      if (mention.type() == EntityType.PERSON && mention.span().end() <= before) {
        if (only != null && !only.name().equals(mention.name())) {
          return null;
        }
        only = only == null ? mention : only;
      }
    }
    return only == null ? null : only.span();
  }
}

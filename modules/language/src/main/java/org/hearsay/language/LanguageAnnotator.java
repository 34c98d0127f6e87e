package org.hearsay.language;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.Morphology;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.language.grammar.PartsOfSpeech;
import org.hearsay.text.BoundedCache;
import org.hearsay.text.Span;
import org.hearsay.text.WorkBudget;
import org.hearsay.text.languages.LanguageFolder;
import org.hearsay.text.languages.WordLists;
import org.jspecify.annotations.Nullable;

/**
 * Finds a text's sentences, tokens, tags, lemmas and names, by CoreNLP: its tokenizer, its fast
 * part-of-speech tagger and one named-entity model. The models are those that the folder of the
 * language names.
 *
 * <p>Loading takes seconds and some 500 MB; share one annotator. It may be used by many threads at
 * once, and its answer depends on its arguments only.
 */
public final class LanguageAnnotator {

  /** Keeps characters it does not know as tokens, without a warning on standard error. */
  private static final String TOKENIZER = "invertible=true,untokenizable=noneKeep";

  /**
   * The longest run without white space that the tokenizer is shown whole, in code units: its
   * patterns for addresses and dashes take quadratic time on longer ones.
   */
  private static final int MAX_RUN = 200;

  /** What remembered paragraphs may take, in bytes: those of some thousand articles. */
  private static final long MOST_REMEMBERED = 64L << 20;

  private static final Pattern LONG_RUN = Pattern.compile("\\S{" + (MAX_RUN + 1) + ",}+");
  private static final Pattern LINE = Pattern.compile("[^\\r\\n\\u2028\\u2029]+");

  private final ReadingLimits limits;
  private final StandIns standIns;
  private final MaxentTagger tagger;
  private final PartsOfSpeech parts;
  private final CRFClassifier<CoreLabel> names;

  /** Paragraphs that were read, by their exact text: republished ones are not read again. */
  private final BoundedCache<String, ReadParagraph> remembered =
      new BoundedCache<>(MOST_REMEMBERED, ReadParagraph::bytes);

  private LanguageAnnotator(
      ReadingLimits limits,
      StandIns standIns,
      MaxentTagger tagger,
      PartsOfSpeech parts,
      CRFClassifier<CoreLabel> names) {
    this.limits = limits;
    this.standIns = standIns;
    this.tagger = tagger;
    this.parts = parts;
    this.names = names;
  }

  /**
   * Loads the models of a language, with {@link ReadingLimits#DEFAULT}.
   *
   * @param language its ISO 639-1 code
   */
  public static LanguageAnnotator load(String language) {
    return load(ReadingLimits.DEFAULT, language);
  }

  /**
   * Loads the models of a language from the class path.
   *
   * @param language its ISO 639-1 code
   * @throws org.hearsay.text.languages.LanguageFileException when its folder does not say which, or
   *     not what each tag of the tagger says
   * @throws UncheckedIOException when a model cannot be read
   */
  public static LanguageAnnotator load(ReadingLimits limits, String language) {
    LanguageFolder folder = LanguageFolder.of(LanguageAnnotator.class, language);
    WordLists models = folder.words("models.txt");
    String tagger = models.value("models", "tagger");
    String names = models.value("models", "names");
    Properties properties = new Properties();
    // By default the model learns the lower-case words that it meets, and would answer differently
    // on a replay.
    properties.setProperty("maxAdditionalKnownLCWords", "0");
    PartsOfSpeech parts = PartsOfSpeech.load(language);
    MaxentTagger reader = new MaxentTagger(tagger);
    parts.check(reader.tagSet());
    try {
      return new LanguageAnnotator(
          limits,
          StandIns.read(folder),
          reader,
          parts,
          CRFClassifier.getClassifier(names, properties));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + names, e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("not a model that this CoreNLP knows: " + names, e);
    }
  }

  /** The same models under other limits. */
  public LanguageAnnotator with(ReadingLimits other) {
    return new LanguageAnnotator(other, standIns, tagger, parts, names);
  }

  /**
   * A text's paragraphs where nothing else says what they are: its lines that are not blank,
   * without the white space around them.
   */
  public static List<Span> paragraphs(String text) {
    List<Span> paragraphs = new ArrayList<>();
    Matcher line = LINE.matcher(text);
    while (line.find()) {
      int start = line.start();
      int end = line.end();
      while (start < end && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
      while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      if (start < end) {
        paragraphs.add(new Span(start, end));
      }
    }
    return paragraphs;
  }

  /**
   * Annotates a text. No sentence crosses a paragraph; what lies outside the paragraphs is not
   * annotated.
   *
   * <p>A text that is longer than the limits is annotated up to the last paragraph that fits (of a
   * first paragraph that does not fit, its beginning) and says {@code TEXT_TOO_LONG} in {@link
   * AnnotatedText#partial}; a sentence that is longer than the limits becomes several and says
   * {@code SENTENCE_TOO_LONG}.
   *
   * @param text the text
   * @param paragraphs its paragraphs, in order, apart from each other, offsets in UTF-16 code units
   * @throws IllegalArgumentException when the paragraphs are out of order, overlap, or lie outside
   *     the text
   */
  public AnnotatedText annotate(String text, List<Span> paragraphs) {
    return annotate(text, paragraphs, WorkBudget.unlimited());
  }

  /**
   * The same in no more time than is given, but for a sentence: a text that takes longer is
   * annotated as far as that allows and says {@code OVER_TIME}.
   */
  public AnnotatedText annotate(String text, List<Span> paragraphs, WorkBudget budget) {
    check(text, paragraphs);
    List<Sentence> sentences = new ArrayList<>();
    List<NamedEntity> found = new ArrayList<>();
    List<String> partial = new ArrayList<>();
    int longSentences = 0;
    for (int p = 0; p < paragraphs.size(); p++) {
      Span paragraph = paragraphs.get(p);
      Span read = paragraph;
      if (paragraph.end() > limits.maxCharacters()) {
        read = p == 0 ? beginning(text, paragraph) : new Span(paragraph.start(), paragraph.start());
        partial.add(
            "TEXT_TOO_LONG: annotated the first "
                + (read.length() > 0 ? read.end() : paragraphs.get(Math.max(0, p - 1)).end())
                + " of "
                + text.length()
                + " characters");
      }
      ReadParagraph known = read(read.of(text), budget);
      known.addTo(read.start(), p, sentences, found);
      longSentences += known.longSentences();
      boolean whole = known.isWhole();
      if (!read.equals(paragraph)) {
        break;
      }
      if (!whole || (p + 1 < paragraphs.size() && budget.isSpent())) {
        int end = sentences.isEmpty() ? 0 : sentences.get(sentences.size() - 1).span().end();
        partial.add(
            "OVER_TIME: annotated the first " + end + " of " + text.length() + " characters");
        break;
      }
    }
    if (longSentences > 0) {
      partial.add(
          "SENTENCE_TOO_LONG: "
              + longSentences
              + " of more than "
              + limits.maxSentenceTokens()
              + " tokens, each cut to "
              + limits.chunkTokens());
    }
    return new AnnotatedText(text, paragraphs, sentences, found, partial);
  }

  private static void check(String text, List<Span> paragraphs) {
    int end = 0;
    for (Span paragraph : paragraphs) {
      if (paragraph.start() < end || paragraph.end() > text.length()) {
        throw new IllegalArgumentException(
            "paragraph " + paragraph + " is out of order or outside the text");
      }
      end = paragraph.end();
    }
  }

  /** As much of a paragraph as fits, cut at white space where there is some near the end. */
  private Span beginning(String text, Span paragraph) {
    int limit = Math.max(paragraph.start(), limits.maxCharacters());
    int end = limit;
    while (end > paragraph.start()
        && limit - end < MAX_RUN
        && !Character.isWhitespace(text.charAt(end))) {
      end--;
    }
    if (limit - end == MAX_RUN || end == paragraph.start()) {
      end = limit;
      if (end > paragraph.start() && Character.isLowSurrogate(text.charAt(end))) {
        end--;
      }
    }
    return new Span(paragraph.start(), end);
  }

  /** All that is said of a whole paragraph depends on its text alone. */
  private ReadParagraph read(String paragraph, WorkBudget budget) {
    @Nullable ReadParagraph known = remembered.known(paragraph);
    if (known != null) {
      return known;
    }
    ReadParagraph made = make(paragraph, budget);
    if (made.isWhole()) {
      remembered.remember(paragraph, made);
    }
    return made;
  }

  private ReadParagraph make(String paragraph, WorkBudget budget) {
    List<Sentence> sentences = new ArrayList<>();
    List<NamedEntity> found = new ArrayList<>();
    Morphology morphology = new Morphology();
    int longSentences = 0;
    boolean cut = false;
    for (List<CoreLabel> tokens : sentences(paragraph)) {
      boolean whole = tokens.size() <= limits.maxSentenceTokens();
      if (!whole) {
        longSentences++;
      }
      int step = whole ? tokens.size() : limits.chunkTokens();
      for (int from = 0; from < tokens.size() && !cut; from += step) {
        cut = !sentences.isEmpty() && budget.isSpent();
        if (cut) {
          break;
        }
        List<CoreLabel> chunk = tokens.subList(from, Math.min(from + step, tokens.size()));
        sentences.add(sentence(paragraph, chunk, morphology));
        addNames(chunk, sentences.size() - 1, found);
      }
    }
    return ReadParagraph.of(paragraph, sentences, found, longSentences, !cut);
  }

  private static List<List<CoreLabel>> sentences(String part) {
    if (part.isEmpty()) {
      return List.of();
    }
    List<CoreLabel> tokens = new ArrayList<>();
    Matcher run = LONG_RUN.matcher(part);
    int at = 0;
    while (run.find()) {
      tokenize(part, at, run.start(), tokens);
      at = run.start();
      while (at < run.end()) {
        int next = Math.min(at + MAX_RUN, run.end());
        if (next < run.end() && Character.isLowSurrogate(part.charAt(next))) {
          next--;
        }
        tokenize(part, at, next, tokens);
        at = next;
      }
    }
    tokenize(part, at, part.length(), tokens);
    return new WordToSentenceProcessor<CoreLabel>(
            WordToSentenceProcessor.NewlineIsSentenceBreak.NEVER)
        .process(tokens);
  }

  private static void tokenize(String part, int from, int to, List<CoreLabel> into) {
    if (from == to) {
      return;
    }
    PTBTokenizer<CoreLabel> tokenizer =
        new PTBTokenizer<>(
            new StringReader(part.substring(from, to)), new CoreLabelTokenFactory(), TOKENIZER);
    while (tokenizer.hasNext()) {
      CoreLabel token = tokenizer.next();
      token.setBeginPosition(token.beginPosition() + from);
      token.setEndPosition(token.endPosition() + from);
      if (token.endPosition() > token.beginPosition()) {
        into.add(token);
      }
    }
  }

  private Sentence sentence(String text, List<CoreLabel> labels, Morphology morphology) {
    tag(labels);
    List<Token> tokens = new ArrayList<>(labels.size());
    for (CoreLabel label : labels) {
      Span span = span(label);
      String tag = label.tag();
      String lemma = morphology.lemma(label.word(), tag);
      tokens.add(new Token(span, span.of(text), lemma, parts.of(tag)));
    }
    int start = tokens.get(0).span().start();
    int end = tokens.get(tokens.size() - 1).span().end();
    return new Sentence(new Span(start, end), 0, tokens);
  }

  /**
   * Tags a sentence. A word in another script is shown to the tagger as an English one: it would
   * try every tag on it, at milliseconds a word.
   */
  private void tag(List<CoreLabel> labels) {
    List<CoreLabel> shown = new ArrayList<>(labels.size());
    for (CoreLabel label : labels) {
      CoreLabel copy = new CoreLabel(label);
      copy.setWord(standIns.of(label.word()));
      shown.add(copy);
    }
    tagger.tagCoreLabels(shown);
    for (int i = 0; i < labels.size(); i++) {
      labels.get(i).setTag(shown.get(i).tag());
    }
  }

  private void addNames(List<CoreLabel> labels, int sentence, List<NamedEntity> found) {
    String background = names.flags.backgroundSymbol;
    List<CoreLabel> answers = names.classifySentence(labels);
    String open = background;
    int start = 0;
    int end = 0;
    for (int i = 0; i <= labels.size(); i++) {
      String type =
          i == labels.size()
              ? background
              : answers.get(i).get(CoreAnnotations.AnswerAnnotation.class);
      if (!type.equals(open)) {
        if (!open.equals(background)) {
          NameType kind = NameType.valueOf(open);
          int whole = kind == NameType.PERSON ? endOfDouble(labels, answers, i, start, end) : end;
          found.add(new NamedEntity(new Span(start, whole), kind, sentence));
        }
        open = type;
        start = i < labels.size() ? span(labels.get(i)).start() : end;
      }
      if (i < labels.size()) {
        end = span(labels.get(i)).end();
      }
    }
  }

  /**
   * Where a person's name ends that the recogniser cut at a hyphen, "Ingrid Salmela" of "Ingrid
   * Salmela-Roth": with the second surname, where a name of several words stands before the hyphen
   * and no other name begins after it.
   */
  private int endOfDouble(
      List<CoreLabel> labels, List<CoreLabel> answers, int hyphen, int start, int end) {
    int second = hyphen + 1;
    if (second >= labels.size() || span(labels.get(hyphen - 1)).start() == start) {
      return end;
    }
    CoreLabel mark = labels.get(hyphen);
    CoreLabel name = labels.get(second);
    boolean joined =
        mark.word().equals("-")
            && span(mark).start() == end
            && span(name).start() == span(mark).end()
            && Character.isUpperCase(name.word().codePointAt(0));
    return joined && !isNamed(answers, second) && !isNamed(answers, second + 1)
        ? span(name).end()
        : end;
  }

  private boolean isNamed(List<CoreLabel> answers, int at) {
    return at < answers.size()
        && !answers
            .get(at)
            .get(CoreAnnotations.AnswerAnnotation.class)
            .equals(names.flags.backgroundSymbol);
  }

  private static Span span(CoreLabel label) {
    return new Span(label.beginPosition(), label.endPosition());
  }
}

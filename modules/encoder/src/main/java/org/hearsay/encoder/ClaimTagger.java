package org.hearsay.encoder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hearsay.text.Span;
import org.hearsay.text.WorkBudget;
import org.jspecify.annotations.Nullable;

/**
 * Tells the words that attribute something (cues), and for each cue its source and its content. A
 * plain pass of an encoder over a paragraph finds cues. What belongs to a cue is found with its
 * words marked: by layers that read on from the middle of the plain pass, or, where there are none,
 * by another pass of the whole encoder.
 *
 * <p>Threads may share one tagger: each call runs on its caller's thread alone, so that a machine
 * with as many callers as cores is full and not more than full. Closing it while a call runs is the
 * caller's mistake.
 */
public final class ClaimTagger implements AutoCloseable {
  /**
   * The note in a model's metadata that names the model that finds cues: in that one, and in the
   * layers that read on from it.
   */
  public static final String NOTE = "tagger";

  private static final String MODEL = "claim-tagger.onnx";
  private static final String ROLES = "claim-roles.onnx";

  private static final int CUE_LABELS = 0;
  private static final int ROLE_LABELS = 3;

  /** The most pieces around a cue: what stands farther off is hardly ever its source or content. */
  private static final int MOST_ROLE_PIECES = 100;

  private final WordPiece wordPiece;
  private final WordModel model;
  private final @Nullable RoleModel roles;

  private ClaimTagger(WordPiece wordPiece, WordModel model, @Nullable RoleModel roles) {
    this.wordPiece = wordPiece;
    this.model = model;
    this.roles = roles;
  }

  /**
   * Loads the models that ship with this library.
   *
   * @throws IllegalStateException when the runtime refuses one
   */
  public static ClaimTagger load() {
    WordModel model = WordModel.bundled(MODEL);
    return new ClaimTagger(
        WordPiece.bundled(), model, new RoleModel(OnnxModel.bundled(ROLES), model.model()));
  }

  /**
   * Loads a model of one's own that reads cues and, with another pass, what belongs to them.
   *
   * @param wordPiece the vocabulary that it was trained with
   * @param model the ONNX file
   * @throws IOException when the file cannot be read
   * @throws IllegalStateException when the runtime refuses it
   */
  public static ClaimTagger load(WordPiece wordPiece, Path model) throws IOException {
    return new ClaimTagger(wordPiece, WordModel.of(model), null);
  }

  /**
   * Loads models of one's own.
   *
   * @param wordPiece the vocabulary that they were trained with
   * @param model the ONNX file of the one that finds cues
   * @param roles the ONNX file of the layers that read on from it
   * @throws IOException when a file cannot be read
   * @throws IllegalStateException when the runtime refuses one, or the second reads on from another
   *     than the first
   */
  public static ClaimTagger load(WordPiece wordPiece, Path model, Path roles) throws IOException {
    WordModel lower = WordModel.of(model);
    return new ClaimTagger(wordPiece, lower, new RoleModel(OnnxModel.of(roles), lower.model()));
  }

  /**
   * Finds cues: one plain pass.
   *
   * @param text the text
   * @param paragraphs its paragraphs, in UTF-16 code units; nothing is read across them
   * @return one a paragraph, in order
   */
  public List<TaggedParagraph> tag(String text, List<Span> paragraphs) {
    return tag(text, paragraphs, WorkBudget.unlimited());
  }

  /**
   * The same in no more time than is given, but for one window.
   *
   * @return one a paragraph, in order, as many as there was time for; the last may lack the words
   *     that there was none for
   */
  public List<TaggedParagraph> tag(String text, List<Span> paragraphs, WorkBudget budget) {
    Map<String, int[]> seen = new HashMap<>();
    List<TaggedParagraph> tagged = new ArrayList<>();
    for (Span paragraph : paragraphs) {
      if (budget.isSpent()) {
        break;
      }
      tagged.add(tag(wordPiece.words(text, paragraph, seen), budget));
    }
    return tagged;
  }

  private TaggedParagraph tag(List<Word> words, WorkBudget budget) {
    float[] probabilities = new float[3 * words.size()];
    int[] depth = new int[words.size()];
    Arrays.fill(depth, -1);
    List<PlainReading> readings = new ArrayList<>();
    int read = words.size();
    for (Window window : Window.over(words)) {
      if (!readings.isEmpty() && budget.isSpent()) {
        read = readings.get(readings.size() - 1).window().end();
        break;
      }
      WordModel.Reading reading = model.read(window, CUE_LABELS);
      float[] said = reading.probabilities();
      readings.add(new PlainReading(window, reading.states()));
      for (int word = window.first(); word < window.end(); word++) {
        // Where windows overlap, a word takes the one that shows more of its surroundings.
        if (window.depth(word) > depth[word]) {
          depth[word] = window.depth(word);
          System.arraycopy(said, 3 * (word - window.first()), probabilities, 3 * word, 3);
        }
      }
    }
    boolean whole = read == words.size();
    return new TaggedParagraph(
        whole ? words : List.copyOf(words.subList(0, read)), readings, probabilities, whole);
  }

  /**
   * Finds the source and the content of cues.
   *
   * @param requests the cues
   * @return one a cue, in order
   */
  public List<RoleTags> roles(List<CueRequest> requests) {
    return roles(requests, WorkBudget.unlimited());
  }

  /**
   * The same in no more time than is given, but for one cue.
   *
   * @return one a cue, in order, as many as there was time for
   */
  public List<RoleTags> roles(List<CueRequest> requests, WorkBudget budget) {
    Map<Window, float[]> states = new HashMap<>();
    List<RoleTags> tags = new ArrayList<>();
    for (CueRequest request : requests) {
      if (budget.isSpent()) {
        break;
      }
      if (roles == null) {
        Window window = window(request, 0, request.paragraph().size());
        float[] read = model.read(window, ROLE_LABELS).probabilities();
        tags.add(new RoleTags(request, window.first(), read));
      } else {
        PlainReading reading = request.paragraph().around(request.first());
        Window window = window(request, reading.window().first(), reading.window().end());
        // Where the plain answer was remembered, what it came from is made anew, once.
        Supplier<float[]> lower =
            () ->
                reading.states() != null
                    ? reading.states()
                    : states.computeIfAbsent(reading.window(), model::states);
        tags.add(
            new RoleTags(request, window.first(), roles.read(reading.window(), lower, window)));
      }
    }
    return tags;
  }

  /**
   * What the layers that read on from the plain pass are given for a cue.
   *
   * @throws IllegalStateException when the model is none that can be read on from
   */
  public RoleInput.Row row(CueRequest request) {
    PlainReading reading = request.paragraph().around(request.first());
    float[] states = reading.states();
    return new RoleInput.Row(
        reading.window(),
        states == null ? model.states(reading.window()) : states,
        window(request, reading.window().first(), reading.window().end()));
  }

  /** The words to be read with a cue, of those in a range. */
  private static Window window(CueRequest request, int from, int to) {
    return Window.around(
        request.paragraph().words(),
        request.first(),
        Math.min(request.end(), to),
        Math.max(request.from(), from),
        Math.min(request.to(), to),
        MOST_ROLE_PIECES);
  }

  @Override
  public void close() {
    model.close();
    if (roles != null) {
      roles.close();
    }
  }
}

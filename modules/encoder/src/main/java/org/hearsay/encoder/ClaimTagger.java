package org.hearsay.encoder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.text.Span;

/**
 * Tells the words that attribute something (cues), and for each cue its source and its content. One
 * encoder does both: a plain pass over a paragraph finds cues, a pass with a cue's words marked
 * finds what belongs to it.
 *
 * <p>Threads may share one tagger: each call runs on its caller's thread alone, so that a machine
 * with as many callers as cores is full and not more than full. Closing it while a call runs is the
 * caller's mistake.
 */
public final class ClaimTagger implements AutoCloseable {
  private static final String MODEL = "claim-tagger.onnx";

  private static final int CUE_LABELS = 0;
  private static final int ROLE_LABELS = 3;

  /** The most pieces around a cue: what stands farther off is hardly ever its source or content. */
  private static final int MOST_ROLE_PIECES = 100;

  private final WordPiece wordPiece;
  private final WordModel model;

  private ClaimTagger(WordPiece wordPiece, WordModel model) {
    this.wordPiece = wordPiece;
    this.model = model;
  }

  /**
   * Loads the model that ships with this library.
   *
   * @throws IllegalStateException when the runtime refuses it
   */
  public static ClaimTagger load() {
    return new ClaimTagger(WordPiece.bundled(), WordModel.bundled(MODEL));
  }

  /**
   * Loads a model of one's own.
   *
   * @param wordPiece the vocabulary that it was trained with
   * @param model the ONNX file
   * @throws IOException when the file cannot be read
   * @throws IllegalStateException when the runtime refuses it
   */
  public static ClaimTagger load(WordPiece wordPiece, Path model) throws IOException {
    return new ClaimTagger(wordPiece, WordModel.of(model));
  }

  /**
   * Finds cues: one plain pass.
   *
   * @param text the text
   * @param paragraphs its paragraphs, in UTF-16 code units; nothing is read across them
   * @return one a paragraph, in order
   */
  public List<TaggedParagraph> tag(String text, List<Span> paragraphs) {
    Map<String, int[]> seen = new HashMap<>();
    List<Window> windows = new ArrayList<>();
    int[] firstWindow = new int[paragraphs.size() + 1];
    List<List<Word>> words = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      words.add(wordPiece.words(text, paragraphs.get(i), seen));
      windows.addAll(Window.over(words.get(i)));
      firstWindow[i + 1] = windows.size();
    }
    float[][] read = model.run(windows, CUE_LABELS);
    List<TaggedParagraph> tagged = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      float[] probabilities = new float[3 * words.get(i).size()];
      int[] depth = new int[words.get(i).size()];
      Arrays.fill(depth, -1);
      for (int w = firstWindow[i]; w < firstWindow[i + 1]; w++) {
        Window window = windows.get(w);
        for (int word = window.first(); word < window.end(); word++) {
          // Where windows overlap, a word takes the one that shows more of its surroundings.
          if (window.depth(word) > depth[word]) {
            depth[word] = window.depth(word);
            System.arraycopy(read[w], 3 * (word - window.first()), probabilities, 3 * word, 3);
          }
        }
      }
      tagged.add(new TaggedParagraph(words.get(i), probabilities));
    }
    return tagged;
  }

  /**
   * Finds the source and the content of cues: one marked pass a cue.
   *
   * @param requests the cues
   * @return one a cue, in order
   */
  public List<RoleTags> roles(List<CueRequest> requests) {
    List<Window> windows = new ArrayList<>();
    for (CueRequest request : requests) {
      windows.add(
          Window.around(
              request.paragraph().words(),
              request.first(),
              request.end(),
              request.from(),
              request.to(),
              MOST_ROLE_PIECES));
    }
    float[][] read = model.run(windows, ROLE_LABELS);
    List<RoleTags> roles = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      roles.add(new RoleTags(requests.get(i), windows.get(i).first(), read[i]));
    }
    return roles;
  }

  @Override
  public void close() {
    model.close();
  }
}

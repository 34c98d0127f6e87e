package org.hearsay.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.hearsay.encoder.ClaimTagger;
import org.hearsay.encoder.CueRequest;
import org.hearsay.encoder.RoleTags;
import org.hearsay.encoder.TaggedParagraph;
import org.hearsay.encoder.WordPiece;
import org.hearsay.text.Span;
import org.hearsay.training.claims.AnnotatedArticle;
import org.hearsay.training.claims.Example;
import org.hearsay.training.claims.Paragraph;
import org.hearsay.training.models.Exporter;
import org.hearsay.training.models.StartWeights;
import org.hearsay.training.models.TaggerModel;
import org.hearsay.training.network.Architecture;
import org.hearsay.training.network.LabelledBatch;
import org.hearsay.training.network.Network;
import org.hearsay.training.network.Schedule;
import org.hearsay.training.network.Weights;
import org.hearsay.training.roles.RoleExample;
import org.hearsay.training.roles.RoleTrainer;
import org.hearsay.training.tagger.Outcome;
import org.hearsay.training.tagger.Settings;
import org.hearsay.training.tagger.Trainer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model too small to know anything, trained, written and read back as a large one would be. */
class NetworkTest {
  private static final Architecture TINY = new Architecture(200, 220, 16, 2, 2, 24);
  private static final String SENTENCE = "ann said that the dam holds.";

  @TempDir Path folder;

  @BeforeAll
  static void engine() {
    assertThat(Engine.getInstance().getEngineName()).isEqualTo("PyTorch");
    JniUtils.setNumThreads(1);
    JniUtils.setGradMode(false);
  }

  /** Frame and padding have their places of BERT's vocabulary; a word here is one piece. */
  private static WordPiece vocabulary() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 110; i++) {
      lines.add("[" + i + "]");
    }
    lines.addAll(List.of("ann", "said", "that", "the", "dam", "holds", ".", "##x"));
    return WordPiece.read(
        new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Example> examples(WordPiece words, int copies) {
    AnnotatedArticle article =
        new AnnotatedArticle(
            "a",
            SENTENCE,
            List.of(
                new AnnotatedArticle.Attribution(
                    List.of(new Span(0, 3)), List.of(new Span(4, 8)), List.of(new Span(9, 27)))));
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < copies; i++) {
      for (Paragraph paragraph : Paragraph.of(article, words)) {
        examples.addAll(paragraph.plain());
        examples.addAll(paragraph.marked());
      }
    }
    return examples;
  }

  /** What the network says of the sentence and of another, longer row of its batch. */
  private static float[] forward(Weights weights, List<Example> examples) {
    try (NDManager manager = NDManager.newBaseManager()) {
      return new Network(manager, weights)
          .logProbabilities(manager, Example.batch(examples), null)
          .toFloatArray();
    }
  }

  private void exportAgrees(boolean quantized, float tolerance) throws IOException {
    WordPiece words = vocabulary();
    Weights weights = Weights.random(TINY, 3);
    Path model = folder.resolve("model.onnx");
    Exporter.write(weights, quantized, model);
    List<Example> examples = examples(words, 1);
    float[] expected = forward(weights, examples);
    int size = examples.get(0).labels().length;
    String text = SENTENCE + "\n" + SENTENCE + " " + SENTENCE;
    try (ClaimTagger tagger = ClaimTagger.load(words, model)) {
      // A longer paragraph beside it: the shorter one is padded, which must change nothing.
      TaggedParagraph tagged =
          tagger
              .tag(
                  text,
                  List.of(
                      new Span(0, SENTENCE.length()),
                      new Span(SENTENCE.length() + 1, text.length())))
              .get(0);
      RoleTags roles = tagger.roles(List.of(new CueRequest(tagged, 1, 2))).get(0);
      for (int i = 0; i < size; i++) {
        float begins = (float) Math.exp(expected[6 * i + 1]);
        float source = (float) Math.exp(expected[6 * (size + i) + 4]);
        float content = (float) Math.exp(expected[6 * (size + i) + 5]);
        assertThat(tagged.begins(i)).isCloseTo(begins, within(tolerance));
        assertThat(roles.source(i)).isCloseTo(source, within(tolerance));
        assertThat(roles.content(i)).isCloseTo(content, within(tolerance));
      }
    }
  }

  @Test
  void theExportedGraphSaysWhatTheNetworkSays() throws IOException {
    exportAgrees(false, 1e-5f);
  }

  @Test
  void theExportedGraphInBytesSaysNearlyTheSame() throws IOException {
    exportAgrees(true, .02f);
  }

  /** A tagger to which marked words look like others: both ways then ask the same. */
  private static Weights blindToMarks() {
    Weights weights = Weights.random(TINY, 3);
    float[] types = weights.get("type");
    System.arraycopy(types, 0, types, types.length / 2, types.length / 2);
    return weights;
  }

  private static RoleTags roles(ClaimTagger tagger, String text) {
    TaggedParagraph tagged = tagger.tag(text, List.of(new Span(0, text.length()))).get(0);
    return tagger.roles(List.of(new CueRequest(tagged, 1, 2))).get(0);
  }

  private void layersReadOn(boolean quantized, float tolerance) throws IOException {
    WordPiece words = vocabulary();
    Path whole = folder.resolve("whole.onnx");
    Exporter.write(blindToMarks(), quantized, whole);
    TaggerModel model = TaggerModel.read(whole, TINY);
    Path lower = folder.resolve("lower.onnx");
    model.writeReadable(1, lower);
    Path upper = folder.resolve("upper.onnx");
    Exporter.writeRoles(model.upper(1), quantized, Map.of(ClaimTagger.NOTE, model.name()), upper);
    try (ClaimTagger one = ClaimTagger.load(words, whole);
        ClaimTagger two = ClaimTagger.load(words, lower, upper)) {
      RoleTags expected = roles(one, SENTENCE);
      // Once anew, once from what is remembered.
      for (RoleTags read : List.of(roles(two, SENTENCE), roles(two, SENTENCE))) {
        assertThat(List.of(read.first(), read.end()))
            .containsExactly(expected.first(), expected.end());
        for (int i = expected.first(); i < expected.end(); i++) {
          assertThat(read.source(i)).isCloseTo(expected.source(i), within(tolerance));
          assertThat(read.content(i)).isCloseTo(expected.content(i), within(tolerance));
        }
      }
    }
  }

  @Test
  void layersThatReadOnSayWhatTheWholeTaggerSays() throws IOException {
    layersReadOn(false, 1e-5f);
  }

  @Test
  void layersThatReadOnInBytesSayNearlyTheSame() throws IOException {
    layersReadOn(true, .02f);
  }

  @Test
  void layersThatReadOnFromAnotherTaggerAreRefused() throws IOException {
    Path whole = folder.resolve("whole.onnx");
    Exporter.write(Weights.random(TINY, 3), true, whole);
    TaggerModel model = TaggerModel.read(whole, TINY);
    Path lower = folder.resolve("lower.onnx");
    model.writeReadable(1, lower);
    Path upper = folder.resolve("upper.onnx");
    Exporter.writeRoles(model.upper(1), true, Map.of(ClaimTagger.NOTE, "another"), upper);
    assertThatThrownBy(() -> ClaimTagger.load(vocabulary(), lower, upper))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("upper.onnx")
        .hasMessageContaining("hearsay train roles");
  }

  @Test
  void aTaggerHasNoLayersBeyondItsOwn() throws IOException {
    Path whole = folder.resolve("whole.onnx");
    Exporter.write(Weights.random(TINY, 3), true, whole);
    assertThatThrownBy(
            () -> TaggerModel.read(whole, TINY).writeReadable(3, folder.resolve("lower.onnx")))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("no layer 3");
  }

  @Test
  void layersThatReadOnLearnTheOneSentenceThereIs() throws IOException {
    WordPiece words = vocabulary();
    Path whole = folder.resolve("whole.onnx");
    Exporter.write(Weights.random(TINY, 3), true, whole);
    TaggerModel model = TaggerModel.read(whole, TINY);
    Path lower = folder.resolve("lower.onnx");
    model.writeReadable(1, lower);
    AnnotatedArticle article =
        new AnnotatedArticle(
            "a",
            SENTENCE,
            List.of(
                new AnnotatedArticle.Attribution(
                    List.of(new Span(0, 3)), List.of(new Span(4, 8)), List.of(new Span(9, 27)))));
    Path upper = folder.resolve("upper.onnx");
    try (ClaimTagger teacher = ClaimTagger.load(words, lower)) {
      List<RoleExample> examples =
          RoleExample.of(teacher, words, Collections.nCopies(60, article), true, 1);
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      try (PrintStream progress = new PrintStream(said, true, StandardCharsets.UTF_8);
          RoleTrainer trainer =
              new RoleTrainer(
                  settings(8, Double.POSITIVE_INFINITY, 5e-3),
                  0,
                  model.upper(1),
                  examples,
                  examples.subList(0, 4),
                  progress,
                  System::nanoTime)) {
        Exporter.writeRoles(
            trainer.train().weights(), true, Map.of(ClaimTagger.NOTE, model.name()), upper);
      }
      assertThat(said.toString(StandardCharsets.UTF_8)).contains("the best so far");
    }
    try (ClaimTagger trained = ClaimTagger.load(words, lower, upper)) {
      RoleTags roles = roles(trained, SENTENCE);
      assertThat(roles.source(0)).isGreaterThan(.8f);
      // The stop at the end belongs to no one.
      for (int i = 2; i < roles.end() - 1; i++) {
        assertThat(roles.content(i)).isGreaterThan(.8f);
      }
    }
  }

  @Test
  void marksAndShapesReachTheNetwork() throws IOException {
    List<Example> examples = examples(vocabulary(), 1);
    float[] scores = forward(Weights.random(TINY, 3), examples);
    int half = scores.length / 2;
    double plain = Math.exp(scores[0]) + Math.exp(scores[1]) + Math.exp(scores[2]);
    double marked =
        Math.exp(scores[half + 3]) + Math.exp(scores[half + 4]) + Math.exp(scores[half + 5]);
    assertThat(plain).isCloseTo(1, within(1e-4));
    assertThat(marked).isCloseTo(1, within(1e-4));
  }

  /** What a backward pass finds, when something happens between the passes. */
  private static List<float[]> gradients(List<Example> examples, Runnable between) {
    try (NDManager manager = NDManager.newBaseManager()) {
      Network network = new Network(manager, Weights.random(TINY, 3));
      network.parameters().values().forEach(numbers -> numbers.setRequiresGradient(true));
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray sum = network.logProbabilities(manager, Example.batch(examples), null).sum();
        between.run();
        collector.backward(sum);
      }
      return network.parameters().values().stream()
          .map(numbers -> numbers.getGradient().toFloatArray())
          .toList();
    }
  }

  @Test
  void theBackwardPassFindsWhatTheForwardPassKeptWhateverJavaCollects() throws IOException {
    List<Example> examples = examples(vocabulary(), 1);
    List<float[]> expected = gradients(examples, () -> {});
    for (int i = 0; i < 20; i++) {
      assertThat(gradients(examples, System::gc)).containsExactlyElementsOf(expected);
    }
  }

  /** Trains; each look at the clock finds it a second later. */
  private Outcome train(Settings settings, Path where, long mostTicks) throws IOException {
    AtomicLong ticks = new AtomicLong();
    WordPiece words = vocabulary();
    Files.createDirectories(where);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream progress = new PrintStream(said, true, StandardCharsets.UTF_8);
        Trainer trainer =
            new Trainer(
                settings,
                Weights.random(TINY, 3),
                examples(words, 24),
                examples(words, 1),
                where,
                progress,
                () -> {
                  long tick = ticks.incrementAndGet();
                  if (tick > mostTicks) {
                    throw new IllegalStateException("the power is off");
                  }
                  return tick * 1_000_000_000L;
                })) {
      return trainer.train();
    }
  }

  private static Settings settings(double epochs, double minutes, double rate) {
    return new Settings(
        new Settings.Length(epochs, minutes),
        5,
        64,
        new Schedule(rate, .1),
        .1,
        new Settings.Weighing(1, 2),
        new Settings.Judging(.1, 2, 2));
  }

  private static void assertSame(Weights weights, Weights expected) {
    for (String name : TINY.parameters().keySet()) {
      assertThat(weights.get(name)).as(name).containsExactly(expected.get(name));
    }
    assertThat(weights.get("head.weight"))
        .as("trained")
        .isNotEqualTo(Weights.random(TINY, 3).get("head.weight"));
  }

  @Test
  void trainingLearnsTheOneSentenceThereIs() throws IOException {
    Settings settings = settings(6, Double.POSITIVE_INFINITY, 5e-3);
    Outcome outcome = train(settings, folder.resolve("a"), Long.MAX_VALUE);
    List<Example> examples = examples(vocabulary(), 1);
    float[] before = forward(Weights.random(TINY, 3), examples);
    float[] after = forward(outcome.weights(), examples);
    LabelledBatch batch = Example.batch(examples);
    for (int i = 0; i < batch.labels().length; i++) {
      int at = 6 * i + batch.labels()[i];
      assertThat(after[at]).isGreaterThan((float) Math.log(.8)).isGreaterThan(before[at]);
    }
    assertThat(outcome.epochs()).isEqualTo(6);
  }

  @Test
  void oneSeedGivesOneModel() throws IOException {
    Settings settings = settings(1, Double.POSITIVE_INFINITY, 5e-4);
    Weights first = train(settings, folder.resolve("a"), Long.MAX_VALUE).weights();
    Weights second = train(settings, folder.resolve("b"), Long.MAX_VALUE).weights();
    assertSame(second, first);
  }

  @Test
  void anInterruptedTrainingGoesOnAsIfItHadNotBeen() throws IOException {
    Settings settings = settings(60, Double.POSITIVE_INFINITY, 1e-4);
    Path whole = folder.resolve("whole");
    Weights expected = train(settings, whole, Long.MAX_VALUE).weights();
    Path cut = folder.resolve("cut");
    assertThatThrownBy(() -> train(settings, cut, 900)).isInstanceOf(IllegalStateException.class);
    assertThat(cut.resolve("checkpoint.bin")).exists();
    Outcome outcome = train(settings, cut, Long.MAX_VALUE);
    assertSame(outcome.weights(), expected);
    Settings others = settings(61, Double.POSITIVE_INFINITY, 1e-4);
    assertThatThrownBy(() -> train(others, cut, Long.MAX_VALUE))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("checkpoint.bin");
  }

  @Test
  void trainingEndsWhenItsTimeIsOver() throws IOException {
    Outcome outcome = train(settings(1000, 3, 5e-4), folder.resolve("a"), Long.MAX_VALUE);
    assertThat(outcome.epochs()).isLessThan(1000);
    assertThat(outcome.seconds()).isGreaterThan(180);
  }

  @Test
  void theStartIsWhatOnnxRuntimeWouldRun() throws IOException {
    Weights start = StartWeights.read(StartWeights.Start.STUDENT, 1);
    assertThat(start.architecture()).isEqualTo(Architecture.miniLm());
    assertThat(start.get("type")).hasSize(6 * 384);
    assertThat(start.get("head.bias")).containsOnly(0);
    // A query's first weights stand before the keys'.
    assertThat(start.get("layer.0.qkv.weight")).hasSize(3 * 384 * 384);
  }

  @Test
  void weightsComeBackFromAStream() throws IOException {
    Weights weights = Weights.random(TINY, 9);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    weights.write(new DataOutputStream(bytes));
    Weights back =
        Weights.read(TINY, new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    TINY.parameters()
        .keySet()
        .forEach(name -> assertThat(back.get(name)).isEqualTo(weights.get(name)));
  }
}

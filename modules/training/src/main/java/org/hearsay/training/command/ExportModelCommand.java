package org.hearsay.training.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.encoder.WordPiece;
import org.hearsay.training.JsonLines;
import org.hearsay.training.card.ClaimsCard;
import org.hearsay.training.card.ToneCard;
import org.hearsay.training.claims.ClaimCorpus;
import org.hearsay.training.claims.ClaimEvaluation;
import org.hearsay.training.models.Exporter;
import org.hearsay.training.models.SafeTensors;
import org.hearsay.training.network.Architecture;
import org.hearsay.training.tone.ToneCorpus;
import org.hearsay.training.tone.ToneEvaluation;
import org.hearsay.training.tone.TonedMention;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a model that Hearsay runs, and its card, of weights that {@code train distil} wrote. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Writes the int8 ONNX model of weights that hearsay train distil wrote, and its card with"
            + " figures on annotated lines that it was not trained on.")
final class ExportModelCommand implements Callable<Integer> {
  /** What a model answers. */
  enum Kind {
    /** Cues, sources and contents. */
    CLAIMS,
    /** How a sentence speaks of a mention. */
    TONE
  }

  @Option(
      names = "--kind",
      required = true,
      description = "what the weights are for: ${COMPLETION-CANDIDATES}")
  Kind kind;

  @Option(names = "--weights", required = true, paramLabel = "FILE", description = "a safetensors")
  Path weights;

  @Option(
      names = "--gold",
      required = true,
      paramLabel = "FILE",
      description = "annotated lines that were not trained on, in the form of the training's own")
  List<Path> gold;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "where to write the model and its card")
  Path out;

  ExportModelCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Files.createDirectories(out);
    SafeTensors trained = SafeTensors.read(weights, Architecture.miniLm());
    WordPiece wordPiece = WordPiece.bundled();
    Path model = out.resolve(kind == Kind.CLAIMS ? "claim-tagger.onnx" : "tone.onnx");
    Path card = out.resolve(kind == Kind.CLAIMS ? "MODEL_CARD.md" : "TONE_MODEL_CARD.md");
    Exporter.write(trained.weights(), true, model);
    progress.println("written: " + model);
    if (kind == Kind.CLAIMS) {
      ClaimCorpus corpus = ClaimCorpus.read(gold.get(0), 0, 0);
      ClaimsCard.writeDistilled(
          card,
          trained.facts(),
          Files.size(model),
          ClaimEvaluation.of(wordPiece, model, corpus.training()));
    } else {
      StringBuilder figures = new StringBuilder();
      for (Path file : gold) {
        List<TonedMention> tones = JsonLines.read(file, ToneCorpus::tone);
        ToneEvaluation figure = ToneEvaluation.of(wordPiece, model, tones);
        figures.append(ToneCard.figure(file.getFileName().toString(), figure));
      }
      ToneCard.writeDistilled(card, trained.facts(), Files.size(model), figures.toString());
    }
    progress.println("written: " + card);
    return 0;
  }
}

package org.hearsay.training.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.encoder.sentences.SentenceEncoder;
import org.hearsay.training.JsonLines;
import org.hearsay.training.TrainingException;
import org.hearsay.training.linear.JudgedText;
import org.hearsay.training.linear.LinearTrainer;
import org.hearsay.training.linear.LinearTrainer.Trained;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the model that says how likely people would call a sentence biased. */
@Command(
    name = "framing",
    mixinStandardHelpOptions = true,
    description = {
      "Trains the model that says how likely people would call a sentence biased, from a file of"
          + " one sentence a line, {\"id\", \"text\", \"label\", \"outlet\"}, the label 1 for"
          + " biased, else 0.",
      "Writes bias-model.txt, and prints how models did on outlets that they had not seen (five"
          + " folds)."
    })
final class TrainFramingCommand implements Callable<Integer> {
  private static final double COST = .0007;

  @Spec CommandSpec spec;

  @Option(names = "--data", required = true, paramLabel = "FILE", description = "the sentences")
  Path data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "where to write the model")
  Path out;

  @Option(
      names = "--predictions",
      paramLabel = "FILE",
      description =
          "also write each sentence's probability by the model that had not seen its outlet:"
              + " {\"id\", \"score\", \"label\"} a line")
  @Nullable Path predictions;

  TrainFramingCommand() {}

  @Override
  public Integer call() throws IOException {
    List<String> ids = new ArrayList<>();
    List<JudgedText> examples =
        JsonLines.read(
            data,
            line -> {
              ids.add(line.path("id").asText(Integer.toString(ids.size())));
              return example(line);
            });
    Trained trained;
    try (SentenceEncoder encoder = SentenceEncoder.load()) {
      trained = new LinearTrainer(encoder, COST, "biased").train(examples);
    } catch (IllegalArgumentException e) {
      throw new TrainingException(data + ": " + e.getMessage(), e);
    }
    Files.createDirectories(out);
    Files.writeString(out.resolve("bias-model.txt"), trained.model(), StandardCharsets.UTF_8);
    if (predictions != null) {
      write(predictions, ids, trained.foldScores());
    }
    spec.commandLine().getOut().println(trained.report());
    return 0;
  }

  private static JudgedText example(JsonNode line) {
    int label = JsonLines.field(line, "label").asInt(-1);
    if (label != 0 && label != 1) {
      throw new IllegalArgumentException("the label is 1 for biased, else 0");
    }
    return new JudgedText(
        JsonLines.field(line, "text").asText(),
        label == 1,
        JsonLines.field(line, "outlet").asText());
  }

  private static void write(Path file, List<String> ids, List<Double> scores) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> lines = new ArrayList<>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      ObjectNode line = json.createObjectNode();
      line.put("id", ids.get(i))
          .put("score", scores.get(i))
          .put("label", scores.get(i) >= .5 ? 1 : 0);
      lines.add(json.writeValueAsString(line));
    }
    Files.write(file, lines, StandardCharsets.UTF_8);
  }
}

package org.hearsay.training.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the model that says how much what is said is worth checking. */
@Command(
    name = "checkworthiness",
    mixinStandardHelpOptions = true,
    description = {
      "Trains the model that says how likely people would find a sentence worth checking, from a"
          + " JSON array of {\"sentence_id\", \"text\", \"label\"}, the label 1 for worth checking,"
          + " else 0, the ids counting through the debates.",
      "Writes check-worthiness-model.txt, and prints how models did on stretches of debates that"
          + " they had not seen (five folds)."
    })
final class TrainCheckWorthinessCommand implements Callable<Integer> {
  private static final double COST = .0007;

  /**
   * How many ids in a row one fold keeps whole: neighbours in a debate are about one thing, and the
   * file does not say where a debate ends.
   */
  private static final int STRETCH = 500;

  @Spec CommandSpec spec;

  @Option(names = "--data", required = true, paramLabel = "FILE", description = "the sentences")
  Path data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "where to write the model")
  Path out;

  TrainCheckWorthinessCommand() {}

  @Override
  public Integer call() throws IOException {
    Trained trained;
    try (SentenceEncoder encoder = SentenceEncoder.load()) {
      trained = new LinearTrainer(encoder, COST, "worth checking").train(examples());
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new TrainingException(data + ": " + e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw new TrainingException(data + " is not there", e);
    }
    Files.createDirectories(out);
    Files.writeString(
        out.resolve("check-worthiness-model.txt"), trained.model(), StandardCharsets.UTF_8);
    spec.commandLine().getOut().println(trained.report());
    return 0;
  }

  private List<JudgedText> examples() throws IOException {
    JsonNode all = new ObjectMapper().readTree(Files.readString(data));
    if (!all.isArray()) {
      throw new IllegalArgumentException("a JSON array of sentences is expected");
    }
    List<JudgedText> examples = new ArrayList<>();
    for (JsonNode sentence : all) {
      int label = JsonLines.field(sentence, "label").asInt(-1);
      if (label != 0 && label != 1) {
        throw new IllegalArgumentException("the label is 1 for worth checking, else 0");
      }
      int id = JsonLines.field(sentence, "sentence_id").asInt();
      examples.add(
          new JudgedText(
              JsonLines.field(sentence, "text").asText(),
              label == 1,
              Integer.toString(id / STRETCH)));
    }
    return examples;
  }
}

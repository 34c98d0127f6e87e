package org.hearsay.training.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.training.page.PageModelTrainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains the model that tells a page's blocks apart, or a copied page's lines. */
@Command(
    name = "pages",
    mixinStandardHelpOptions = true,
    description =
        "Trains blocks.model.gz, or with --text lines.model.gz, on pages whose parts people marked,"
            + " and writes what the models of five folds say of the pages that they have not seen.")
final class TrainPagesCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(names = "--text", description = "for text as copied from a browser")
  boolean copied;

  @Parameters(index = "0", paramLabel = "OUT_FOLDER", description = "where to write")
  Path out;

  @Parameters(
      index = "1..*",
      arity = "2..*",
      paramLabel = "GOLD.jsonl HTML_FOLDER",
      description = "marked pages, and the folder that they are in; one pair a set")
  List<Path> sets;

  TrainPagesCommand() {}

  @Override
  public Integer call() throws IOException {
    if (sets.size() % 2 != 0) {
      throw new ParameterException(
          spec.commandLine(), "say a folder of pages after every file of gold");
    }
    List<PageModelTrainer.GoldPages> pairs = new ArrayList<>();
    for (int i = 0; i < sets.size(); i += 2) {
      pairs.add(new PageModelTrainer.GoldPages(sets.get(i), sets.get(i + 1)));
    }
    PageModelTrainer.train(copied, out, pairs);
    return 0;
  }
}

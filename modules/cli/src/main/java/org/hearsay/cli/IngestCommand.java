package org.hearsay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.hearsay.records.topics.Topics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts pages into the pages topic. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = {
      "Puts pages into the pages topic: files, every file under a folder, - for standard input.",
      "A file that cannot be read or is too large is named and skipped; the others still go in,",
      "and the exit status is 1."
    })
final class IngestCommand implements Callable<Integer> {
  private static final int IN_FLIGHT = 64;

  @Mixin ClusterOptions cluster;

  @Option(
      names = "--url",
      description =
          "The address that the page was fetched from, with one input only. Without it the page's"
              + " own words say where it is from.")
  @Nullable String url;

  @Option(names = "--content-type", description = "The Content-Type that it came with.")
  @Nullable String contentType;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, folders, or -.")
  List<String> inputs;

  @Spec CommandSpec spec;

  /**
   * One page on its way.
   *
   * @param name what the user calls it
   * @param sent completes when the cluster has it
   */
  private record Sent(String name, Future<RecordMetadata> sent) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    List<String> files = files();
    if (url != null && files.size() > 1) {
      throw new UserException("--url names one page, but there are " + files.size() + " files");
    }
    Topics topics = cluster.topics();
    cluster.require(List.of(topics.pages()));
    int done = 0;
    int failed = 0;
    try (PagePublisher publisher =
        new PagePublisher(topics, cluster.client(), cluster.registry())) {
      ArrayDeque<Sent> pending = new ArrayDeque<>();
      for (String file : files) {
        byte[] content;
        try {
          content = file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
          err.println("hearsay: " + file + " cannot be read: " + UserException.why(e));
          failed++;
          continue;
        }
        String key = url != null ? url : file.equals("-") ? "file:-" : "file:" + Path.of(file);
        pending.add(new Sent(file, publisher.send(key, contentType, content)));
        if (pending.size() >= IN_FLIGHT) {
          if (!arrived(pending.remove())) {
            failed++;
          } else if (++done % 1000 == 0) {
            err.println("hearsay: " + done + " of " + files.size() + " pages");
          }
        }
      }
      for (Sent last : pending) {
        if (arrived(last)) {
          done++;
        } else {
          failed++;
        }
      }
    }
    err.println("hearsay: " + done + " pages sent, " + failed + " failed");
    return failed == 0 ? 0 : 1;
  }

  /** Waits for a page; false for one that the cluster will never take, whoever sends it. */
  private boolean arrived(Sent page) throws InterruptedException {
    try {
      page.sent().get();
      return true;
    } catch (ExecutionException e) {
      String reason = page.name() + " could not be sent: " + UserException.why(e);
      if (!(e.getCause() instanceof RecordTooLargeException)) {
        throw new UserException(reason, e);
      }
      spec.commandLine().getErr().println("hearsay: " + reason);
      return false;
    }
  }

  private List<String> files() throws IOException {
    List<String> out = new ArrayList<>();
    for (String input : inputs) {
      if (!input.equals("-") && Files.isDirectory(Path.of(input))) {
        try (Stream<Path> tree = Files.walk(Path.of(input))) {
          tree.filter(Files::isRegularFile).sorted().map(Path::toString).forEach(out::add);
        }
      } else {
        out.add(input);
      }
    }
    return out;
  }
}

package org.hearsay.cli.deadletters;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.header.Header;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.topics.TopicReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes dead letters out whole. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Writes dead letters as JSON lines: id, time, headers, and key and value as they were, in"
            + " base64.")
public final class ExportLettersCommand implements Callable<Integer> {
  @Mixin ClusterOptions cluster;
  @Mixin DeadLetterChoice choice;

  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      description = "These only, as list has them (default: all that the options choose).")
  List<String> ids = List.of();

  @Option(names = "--out", paramLabel = "FILE", description = "Into this file.")
  @Nullable Path file;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException, IOException {
    DeadLetterChoice.Chosen chosen = choice.chosen(ids, cluster, Instant.now());
    cluster.require(List.of(cluster.topics().deadLetters()));
    if (file == null) {
      write(chosen, spec.commandLine().getOut());
      return 0;
    }
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      long count = write(chosen, out);
      spec.commandLine()
          .getErr()
          .println(
              "hearsay: " + file + ": " + count + (count == 1 ? " dead letter" : " dead letters"));
    }
    return 0;
  }

  private long write(DeadLetterChoice.Chosen chosen, Writer out) {
    long[] count = {0};
    try (RawTopic letters = new RawTopic(cluster.client())) {
      letters.readAll(
          cluster.topics().deadLetters().name(),
          record -> {
            DeadLetter letter = new DeadLetter(record);
            if (chosen.has(letter)) {
              count[0]++;
              write(letter, out);
            }
            return true;
          });
    }
    return count[0];
  }

  private static void write(DeadLetter letter, Writer out) {
    try {
      JsonGenerator json = new JsonFactory().createGenerator(out);
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeStringField("id", letter.id());
      json.writeStringField("time", letter.time().toString());
      json.writeObjectFieldStart("headers");
      for (Header header : letter.record().headers()) {
        json.writeStringField(header.key(), TopicReader.header(letter.record(), header.key()));
      }
      json.writeEndObject();
      binary(json, "key", letter.record().key());
      binary(json, "value", letter.record().value());
      json.writeEndObject();
      json.close();
      out.write(System.lineSeparator());
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void binary(JsonGenerator json, String field, byte @Nullable [] bytes)
      throws IOException {
    if (bytes == null) {
      json.writeNullField(field);
    } else {
      json.writeBinaryField(field, bytes);
    }
  }
}

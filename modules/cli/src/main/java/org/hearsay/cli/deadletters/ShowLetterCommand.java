package org.hearsay.cli.deadletters;

import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.topics.TopicReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one dead letter whole. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows one dead letter: its headers with the stack trace, and its value.")
public final class ShowLetterCommand implements Callable<Integer> {
  private static final int BYTES_A_LINE = 16;

  /** So many bytes of a value that is no text are shown. */
  private static final int SHOWN = 512;

  @Mixin ClusterOptions cluster;

  @Parameters(paramLabel = "ID", description = "As list has it: partition and offset, as 0:17.")
  String id;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    DeadLetterChoice.Chosen chosen =
        new DeadLetterChoice().chosen(List.of(id), cluster, Instant.now());
    String topic = cluster.topics().deadLetters().name();
    cluster.require(List.of(cluster.topics().deadLetters()));
    AtomicReference<@Nullable DeadLetter> found = new AtomicReference<>();
    try (RawTopic letters = new RawTopic(cluster.client())) {
      String[] place = id.split(":", -1);
      TopicPartition partition = new TopicPartition(topic, Integer.parseInt(place[0]));
      if (letters.partitions(topic).contains(partition)) {
        letters.readFrom(
            Map.of(partition, Long.parseLong(place[1])),
            record -> {
              DeadLetter letter = new DeadLetter(record);
              if (chosen.has(letter)) {
                found.set(letter);
              }
              return false;
            });
      }
    }
    @Nullable DeadLetter letter = found.get();
    if (letter == null) {
      throw new UserException(
          "there is no dead letter " + id + " in " + topic + ": it may be too old to be kept");
    }
    show(letter, spec.commandLine().getOut());
    return 0;
  }

  private static void show(DeadLetter letter, PrintWriter out) {
    out.println("id: " + letter.id());
    out.println("time: " + letter.time());
    out.println("key: " + letter.key());
    for (Header header : letter.record().headers()) {
      out.println(header.key() + ": " + TopicReader.header(letter.record(), header.key()));
    }
    byte @Nullable [] value = letter.record().value();
    out.println("value: " + letter.size() + " bytes");
    if (value != null) {
      @Nullable String text = text(value);
      out.println(text == null ? hex(value) : text);
    }
  }

  /** The bytes as text; null where they are none. */
  private static @Nullable String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')
          ? null
          : text;
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static String hex(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    HexFormat format = HexFormat.ofDelimiter(" ");
    int end = Math.min(bytes.length, SHOWN);
    for (int from = 0; from < end; from += BYTES_A_LINE) {
      int to = Math.min(end, from + BYTES_A_LINE);
      StringBuilder letters = new StringBuilder();
      for (int i = from; i < to; i++) {
        letters.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
      }
      out.append(
          String.format("%06x  %-47s  %s%n", from, format.formatHex(bytes, from, to), letters));
    }
    if (end < bytes.length) {
      out.append("… ").append(bytes.length - end).append(" more; hearsay dead-letters export");
    }
    return out.toString().stripTrailing();
  }
}

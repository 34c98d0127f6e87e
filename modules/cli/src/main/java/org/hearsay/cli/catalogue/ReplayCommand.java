package org.hearsay.cli.catalogue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.topics.RecordPublisher;
import org.hearsay.cli.topics.TopicReader;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.hearsay.text.Fold;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends articles and comments through annotate again. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Sends the articles and comments that are still kept through annotate again, so that a change",
      "of the catalogue reaches them. Their rows are written anew under the same ids, with the",
      "header replay."
    })
final class ReplayCommand implements Callable<Integer> {
  @Mixin ClusterOptions cluster;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only what was written since, as 2024-05-01T00:00:00Z.")
  @Nullable Instant since;

  @Option(
      names = "--containing",
      paramLabel = "TEXT",
      description = "Only texts that contain this, case and diacritics folded.")
  @Nullable String containing;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Topics topics = cluster.topics();
    int articles;
    int comments;
    try (RecordPublisher publisher = new RecordPublisher(cluster.client(), cluster.registry())) {
      articles =
          replay(
              topics.articles(),
              publisher,
              article -> article.getId(),
              article -> article.getBody());
      comments =
          replay(
              topics.comments(),
              publisher,
              comment -> comment.getArticleId() + " " + comment.getPosition(),
              comment -> comment.getText());
      publisher.confirm();
    }
    spec.commandLine()
        .getErr()
        .println("hearsay: " + articles + " articles and " + comments + " comments sent again");
    return 0;
  }

  private <V extends SpecificRecord> int replay(
      Topic<V> topic,
      RecordPublisher publisher,
      Function<V, String> identity,
      Function<V, String> text) {
    @Nullable String wanted = containing == null ? null : Fold.name(containing);
    // The last record of each: what was replayed before stands in the topic twice.
    Map<String, ConsumerRecord<String, byte[]>> last = new LinkedHashMap<>();
    try (TopicReader<V> reader =
        new TopicReader<>(topic, cluster.client(), cluster.registry(), true)) {
      reader.readToEnd(
          CatalogueCommand.POLL,
          record -> {
            boolean late = since == null || record.timestamp() >= since.toEpochMilli();
            @Nullable V value = late ? reader.value(record) : null;
            if (value != null
                && (wanted == null || Fold.name(text.apply(value)).contains(wanted))) {
              last.put(identity.apply(value), record);
            }
          });
    }
    last.values().forEach(record -> publisher.sendAgain(topic, record));
    return last.size();
  }
}

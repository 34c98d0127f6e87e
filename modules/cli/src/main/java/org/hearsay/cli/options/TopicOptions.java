package org.hearsay.cli.options;

import org.hearsay.records.topics.Topics;
import picocli.CommandLine.Option;

/** How topics that are missing are created. */
public final class TopicOptions {
  @Option(
      names = "--partitions",
      defaultValue = "" + Topics.DEFAULT_PARTITIONS,
      description =
          "Partitions of each created topic; at least as many as cores that annotate"
              + " (default: ${DEFAULT-VALUE}).")
  public int partitions = Topics.DEFAULT_PARTITIONS;

  @Option(
      names = "--replication",
      defaultValue = "-1",
      description =
          "Copies of each partition of a created topic; -1 is the cluster's default"
              + " (default: ${DEFAULT-VALUE}).")
  public short replication = -1;
}

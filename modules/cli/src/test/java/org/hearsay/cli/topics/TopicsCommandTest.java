package org.hearsay.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearsay.records.topics.Topics;
import org.junit.jupiter.api.Test;

class TopicsCommandTest {
  @Test
  void aTopicIsDescribedInNoMoreThanTheWidthOfTheTerminal() {
    String head = String.format("%-24s %10s %11s  ", "hearsay.outlet-profiles", "12", "3");
    new Topics()
        .all()
        .forEach(
            topic -> {
              for (int width : new int[] {40, 80}) {
                String row = TopicsCommand.row(head, topic.doc(), width);
                assertThat(row.lines().skip(width == 40 ? 1 : 0))
                    .allMatch(line -> line.length() <= width);
                assertThat(row.replaceAll("\\s+", " ")).endsWith(topic.doc());
              }
              assertThat(TopicsCommand.row(head, topic.doc(), 300)).hasLineCount(1);
            });
  }
}

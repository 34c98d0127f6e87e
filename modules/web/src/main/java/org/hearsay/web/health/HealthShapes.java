package org.hearsay.web.health;

import org.hearsay.web.shapes.Shape;
import org.hearsay.web.shapes.TableShapes;

/** What is answered of how well things go. */
final class HealthShapes {
  private HealthShapes() {}

  static Shape health() {
    Shape store =
        Shape.object()
            .withCommit()
            .with("articles", Shape.integer(), "")
            .with("claims", Shape.integer(), "Those of articles.")
            .with("comments", Shape.integer(), "");
    Shape reading =
        Shape.object()
            .with("waiting", Shape.integer(), "How many records were not read when last asked.")
            .with("complete", Shape.truth(), "Whether what there was at first is all read.")
            .maybe("fault", Shape.text(), "Why nothing more is read.");
    Shape letters =
        Shape.object()
            .with("total", Shape.integer(), "")
            .with("lastHour", Shape.integer(), "Those of the last 60 minutes.");
    return Shape.object("Health")
        .with("store", store, "How much there is.")
        .with("reading", reading, "How far the topics are read into the store.")
        .with("pages", Shape.truth(), "Whether pages can be sent here.")
        .with("stages", Shape.list(stage()), "The stages of this process.")
        .with("rates", Shape.list(minute()), "Of an hour; minutes without anything are left out.")
        .with("partial", Shape.list(partial()), "What could not be read to its end.")
        .with("deadLetters", letters, "");
  }

  private static Shape stage() {
    return Shape.object("Stage")
        .with("name", Shape.text(), "")
        .with("state", Shape.text(), "As Kafka Streams names it.")
        .with("live", Shape.truth(), "Whether it has neither failed nor ended.")
        .with("ready", Shape.truth(), "Whether it takes records of all its partitions.")
        .with("lag", Shape.integer(), "How many records it has not taken yet.")
        .maybe("detail", Shape.text(), "What it waits for.");
  }

  private static Shape minute() {
    return Shape.object()
        .with("minute", Shape.time(), "When it begins.")
        .with("articles", Shape.integer(), "")
        .with("claims", Shape.integer(), "");
  }

  private static Shape partial() {
    return Shape.object()
        .with("reason", Shape.text(), "")
        .with("articles", Shape.integer(), "How many.")
        .with("example", Shape.text(), "The id of one of them.");
  }

  /** A dead letter in a list. */
  static Shape letter(TableShapes tables) {
    return tables
        .row("DeadLetter", "dead_letters")
        .maybe("stage", Shape.text(), "What could not process it, where that is known.")
        .maybe("topic", Shape.text(), "As fromTopic.")
        .maybe("url", Shape.text(), "The page's address, where it is one's.");
  }

  static Shape reasons() {
    Shape reason =
        Shape.object("DeadReason")
            .maybe("stage", Shape.text(), "What could not process them, where that is known.")
            .with("reason", Shape.text(), "")
            .with("records", Shape.integer(), "How many.")
            .with("last", Shape.time(), "When the last was recorded.");
    return Shape.object("DeadReasons")
        .with("rows", Shape.list(reason), "The most frequent first.")
        .withCommit()
        .withStatement();
  }
}

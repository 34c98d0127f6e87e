package org.hearsay.records.topics;

/**
 * The names of dead letters' headers, which say why and from where they come: Kafka Streams' own,
 * but for the stage.
 */
public final class DeadLetterHeaders {
  /** What all of them begin with. */
  public static final String PREFIX = "__streams.errors.";

  /** The class of what was thrown. */
  public static final String EXCEPTION = PREFIX + "exception";

  /** What it said. */
  public static final String MESSAGE = PREFIX + "message";

  /** The topic of the record that could not be processed. */
  public static final String TOPIC = PREFIX + "topic";

  /** Its partition. */
  public static final String PARTITION = PREFIX + "partition";

  /** Its offset. */
  public static final String OFFSET = PREFIX + "offset";

  /** The stage that could not process it; Hearsay's own. */
  public static final String STAGE = "hearsay.stage";

  /**
   * On a record that was sent again after it failed: where it lay the first time, as {@code
   * topic-partition@offset}; Hearsay's own.
   */
  public static final String REPLAYED = "hearsay.replayed";

  private DeadLetterHeaders() {}
}
